"""Amounts in words for reading aloud: shares, spans of time, how often; one table each, so that words stay words."""

from __future__ import annotations

import re
from collections.abc import Sequence

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")

SHARES = (
    (0.0, "none"),
    (0.005, "a little"),
    (0.15, "about a fifth"),
    (0.225, "about a quarter"),
    (0.29, "about a third"),
    (0.4, "nearly half"),
    (0.46, "about half"),
    (0.54, "more than half"),
    (0.62, "about two thirds"),
    (0.71, "about three quarters"),
    (0.8, "most"),
    (0.95, "nearly all"),
    (0.995, "all"),
)
"""From which share (0 to 1) on each of these words is said."""

WEEK, LONG_WEEKS, MONTH = 7, 63, 30.4
DAYS_SAID = 13
"""Spans up to so many days are told in days, up to `LONG_WEEKS` days in weeks, longer ones in months."""


def share_in_words(share: float) -> str:
    """Return a share (0 to 1) in words: ``about half``; ``part`` where it is not known."""
    found = "part"
    for least, words in SHARES:
        if share >= least:
            found = words
    return found


def spelled(number: int) -> str:
    """Return a number below a hundred as a word, others as digits."""
    if number < len(NUMBERS):
        return NUMBERS[number]
    if number < 20:
        return TEENS[number - len(NUMBERS)]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens] + (f"-{NUMBERS[ones]}" if ones else "")
    return str(number)


def times(number: int) -> str:
    """Return how often: ``once``, ``twice``, ``three times``."""
    return {1: "once", 2: "twice"}.get(number, f"{spelled(number)} times")


def span(days: float) -> str:
    """Return a span of time in words: ``nine days``, ``five weeks``, ``about three months``."""
    whole = round(days)
    if whole <= DAYS_SAID:
        return "a day" if whole <= 1 else f"{spelled(whole)} days"
    if whole <= LONG_WEEKS:
        return f"{spelled(round(days / WEEK))} weeks"
    months = round(days / MONTH)
    if months < 24:
        return f"about {spelled(months)} months"
    return f"about {spelled(round(months / 12))} years"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence."""
    if not words:
        return ""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
"""A number that a reader takes for a year."""


def without_digits(text: str) -> str:
    """Return a name or title with its digits spelled, but for years, which are calendar dates."""
    parts, last = [], 0
    for year in YEAR.finditer(text):
        parts += [_spelled_out(text[last : year.start()]), year.group()]
        last = year.end()
    return "".join([*parts, _spelled_out(text[last:])])


def _spelled_out(text: str) -> str:
    return re.sub(r"\d+", lambda found: _as_word(found.group()), text)


def _as_word(digits: str) -> str:
    number = int(digits)
    if str(number) == digits and number < 100:
        return "zero" if number == 0 else spelled(number)
    return " ".join("zero" if digit == "0" else spelled(int(digit)) for digit in digits)


TAKES_ARTICLE = re.compile(
    r"^(?:United |Soviet Union|European Union|Netherlands|Philippines)|(?: Republic| Islands| Union| States)$"
)
"""Names that stand with an article in a sentence."""


def inside(name: str) -> str:
    """Return a name as it stands inside a sentence: with its article, if any, and that one small."""
    if TAKES_ARTICLE.search(name) and not re.match(r"(?i)(?:the|an?) ", name):
        return f"the {name}"
    return re.sub(r"^(?:The|An?) ", lambda found: found.group().lower(), name)

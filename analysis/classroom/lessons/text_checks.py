"""The texts of a lesson: each there, no longer than it can be read on a wall or aloud, and without numbers typed in."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from typing import Any

from analysis.classroom.lessons.lesson_form import LessonFile
from sim.files.lowered import dotted
from sim.files.reading import Reading
from sim.files.slots import Path

LONGEST = {
    "title": 60,
    "goals": 160,
    "facts": 220,
    "leaves_out": 220,
    "sources": 400,
    "theory": 900,
    "no_phone": 900,
    "label": 40,
    "at_low": 24,
    "at_high": 24,
    "question": 200,
    "say": 320,
    "text": 240,
    "key": 600,
    "rubric": 600,
}
"""Characters of each text, by the key that holds it."""

WITHOUT_NUMBERS = ("goals", "theory", "say")
"""Texts about the model, in which a number would outlive what it was true of; facts and tickets may need theirs."""

NUMBER = re.compile(r"\d([\d.,]*\d)?")
YEARS = re.compile(r"\b(19|20)\d\d\b")

MAY_BE_EMPTY = ("at_low", "at_high", "say")
GAP = "{value}"
"""Where the number goes in a claim's text."""


def one_line(text: str) -> str:
    """Return a text in one line, however the file breaks it."""
    return " ".join(text.split())


def check_texts(reading: Reading[LessonFile]) -> None:
    """Note texts that are empty or too long, claims that do not say their number, and numbers that are typed in."""
    for path, text in _texts((), reading.lowered.tree):
        key = _key(path)
        if wrong := _wrong_length(key, text) or (wrong_claim(text) if path[0] == "claims" else ""):
            reading.add(path, f"{dotted(path)} {wrong}")
        elif key in WITHOUT_NUMBERS and (typed := NUMBER.search(YEARS.sub("", text))):
            said = f"{dotted(path)} says {typed[0]}; a number of the model belongs in a claim, which is counted"
            reading.findings.note(reading.spot(*path), said)


def _wrong_length(key: str, text: str) -> str:
    longest, length = LONGEST[key], len(one_line(text))
    seen = any(letter.isprintable() and not letter.isspace() for letter in text)  # signs of no width are not seen
    if not seen and (length or key not in MAY_BE_EMPTY):
        return f"is blank; allowed: a text of at most {longest} characters"
    return f"has {length} characters; allowed: at most {longest}" if length > longest else ""


def wrong_claim(text: str) -> str:
    """Return what is wrong with the sentence of a claim, or nothing.

    Examples
    --------
    >>> wrong_claim("With a host they speak {value} points more often.")
    ''
    >>> wrong_claim("With a host they speak 20 points more often.")
    'has no {value}, which is where its number goes'
    """
    try:
        gaps = [f"{{{gap}}}" for _, gap, *_ in string.Formatter().parse(text) if gap is not None]
    except ValueError:
        return "has a brace without its other half; allowed: {value}"
    if GAP not in gaps:
        return "has no {value}, which is where its number goes"
    if set(gaps) != {GAP} or GAP not in text:
        return "has more than {value} in braces; allowed: {value} alone"
    typed = NUMBER.search(text)
    return f"has the number {typed[0]} typed in; a number of the model is written as {{value}}" if typed else ""


def _texts(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    """Every text of the file that somebody reads, with its place."""
    if isinstance(value, str) and _key(path) in LONGEST:
        yield path, value
    elif isinstance(value, dict) and _IDS.isdisjoint(path[2:]):
        for key, child in value.items():
            yield from _texts((*path, key), child)
    elif isinstance(value, list):
        for place, child in enumerate(value):
            yield from _texts((*path, place), child)


_IDS = {"settings", "of", "against", "choices"}
"""Blocks of a step, a claim or a slider whose keys are ids, and no texts stand in them."""


def _key(path: Path) -> str:
    """The innermost key: that of a list for what stands in it."""
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")

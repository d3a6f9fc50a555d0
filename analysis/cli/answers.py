"""What somebody typed at a question, as values of a scenario; what cannot be one is refused with what is allowed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from analysis.cli.printing import safe
from sim.files.scalars import DECIMAL, WHOLE
from sim.files.slots import Slot

WORDS = {"low": 0.2, "middle": 0.5, "high": 0.8}
"""A share in a word."""
NOBODY = "none"
SIDES = 2
MOST_LETTERS = 200
"""Of a name or a source: more would fill the screen of whoever reads the story."""
SHOWN = 40
UNREADABLE = "\ufffd"
"""What stands for bytes that are no text."""

Read = TypeVar("Read")


class NotAllowedError(ValueError):
    """An answer that will not do; the message says what would."""


class Person(NamedTuple):
    """A leader and the side that is led; the side may have no name of its own."""

    name: str
    side: str


class Ladder(NamedTuple):
    """Points in force, of the most that a side could bring to bear."""

    points: float
    ceiling: float


class Degree(NamedTuple):
    """A share of 0 to 1, and the word for it that was given, if it was one."""

    value: float
    word: str = ""


class Stake(NamedTuple):
    """Something in dispute, with what it is to each side: a weight, or a least share."""

    name: str
    sides: tuple[float, float]


class Host(NamedTuple):
    """A third party, and how welcome it is to each side."""

    name: str
    welcome: tuple[Degree, Degree]


class Memory(NamedTuple):
    """What a leader remembers: its lesson, its day, its name."""

    lesson: str
    date: dt.date
    name: str


class Touch(NamedTuple):
    """When the leaders were last in touch, and how."""

    level: str
    date: dt.date


def parts(text: str, separator: str = ";") -> list[str]:
    """Split an answer, blanks around the parts left out; an end that is left open (``a; b;``) adds none."""
    found = [part.strip() for part in text.split(separator)]
    return found[:-1] if len(found) > 1 and not found[-1] else found


def of_both(text: str, read: Callable[[str], Read], separator: str = ";") -> tuple[Read, Read]:
    """Read an answer that has a part for each side.

    Raises
    ------
    NotAllowedError
        When there are not two parts, or one cannot be read.
    """
    found = parts(text, separator)
    if len(found) != SIDES:
        raise NotAllowedError(f"two answers, one for each side, with a {separator} between them; this is {len(found)}")
    return read(found[0]), read(found[1])


def name_in(text: str) -> str:
    """Return a name, or refuse what no file may hold."""
    from sim.files.source_text import refused_character

    if not text:
        raise NotAllowedError("a name; this one is empty")
    if found := "bytes that are no letters" if UNREADABLE in text else refused_character(text):
        raise NotAllowedError(f"a text without {found}")
    if "\t" in text or len(text.splitlines()) > 1:
        raise NotAllowedError("a text on one line, without tabs")
    if len(text) > MOST_LETTERS:
        raise NotAllowedError(f"a text of at most {MOST_LETTERS} letters; this one has {len(text)}")
    return text


def number_in(text: str, slot: Slot) -> float:
    """Return a number that may stand at a slot; a per cent sign behind it makes no difference."""
    low, high = slot.range
    if len(text) > SHOWN or not (WHOLE.fullmatch(text) or DECIMAL.fullmatch(text)):
        raise NotAllowedError(f"a number, such as {(low + high) / 2:g}; this is {shown(text)}")
    value = float(text)
    if not low <= value <= high:
        raise NotAllowedError(f"a number from {low:g} to {high:g}; this is {text}")
    return value


def whole_in(text: str, slot: Slot) -> int:
    """Return a whole number that may stand at a slot."""
    value = number_in(text, slot)
    if value != int(value):
        raise NotAllowedError(f"a whole number; this is {text}")
    return int(value)


def date_in(text: str) -> dt.date:
    """Return a day of the calendar."""
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
    except ValueError:
        raise NotAllowedError(f"a day as year-month-day, such as 2025-01-31; this is {shown(text)}") from None


def word_in(text: str, words: Sequence[str]) -> str:
    """Return the word that is meant: written out, or its unmistakable beginning."""
    typed = text.lower().replace(" ", "_")
    meant = [word for word in words if word == typed] or [word for word in words if typed and word.startswith(typed)]
    if len(meant) != 1:
        raise NotAllowedError(f"one of {', '.join(words)}; this is {shown(text)}")
    return meant[0]


def degree_in(text: str) -> Degree:
    """Return a share that was given as a word or as a number from 0 to 1."""
    if WHOLE.fullmatch(text) or DECIMAL.fullmatch(text):
        value = float(text) if len(text) <= SHOWN else -1.0
        if 0 <= value <= 1:
            return Degree(value)
    elif text.lower() in WORDS:
        return Degree(WORDS[text.lower()], text.lower())
    raise NotAllowedError(f"low, middle, high or a number from 0 to 1; this is {shown(text)}")


def shown(text: str) -> str:
    """Return what was typed, short enough and safe to be repeated."""
    return repr(safe(text[:SHOWN])) if text else "nothing"

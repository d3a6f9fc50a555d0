"""Texts of a lesson with or without real names: where they are off, its people and places are called by letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sim.narrative.amounts import inside
from sim.scenario import Scenario

ARTICLES = ("The", "A", "An")


class Naming:
    """Says texts of a lesson as the session wants its names.

    Parameters
    ----------
    real : Scenario
        The world with its names.
    shown : Scenario
        The world as it is shown; the same where real names are.
    """

    def __init__(self, real: Scenario, shown: Scenario) -> None:
        self._names = {} if real is shown else neutral_names(real, shown)

    def said(self, text: str) -> str:
        """Return a text with the names that are to be shown."""
        if not self._names or not text:
            return text
        return _pattern(tuple(self._names)).sub(lambda found: self._names[found.group()], text)


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def neutral_names(real: Scenario, shown: Scenario) -> dict[str, str]:
    """Return what every name of a world is replaced by: whole names, with their article too, and single ones."""
    found: dict[str, str] = {}
    for name, neutral in _pairs(real, shown):
        for form in (name, inside(name), inside(name)[:1].upper() + inside(name)[1:]):
            found.setdefault(form, neutral)
    for side, leader in real.leaders.items():
        found = dict.fromkeys(_parts(leader.name), shown.leaders[side].name) | found
    return {name: neutral for name, neutral in found.items() if name and neutral}


def _parts(name: str) -> list[str]:
    """The two words of a person's name, each of which may stand alone; none of a title."""
    parts = name.split()
    plain = all(part[:1].isupper() and part.isalpha() and part not in ARTICLES for part in parts)
    return parts if plain and len(parts) == len(("given", "family")) else []


def _pairs(real: Scenario, shown: Scenario) -> Iterator[tuple[str, str]]:
    for side, leader in real.leaders.items():
        other = shown.leaders[side]
        yield leader.name, other.name
        yield leader.country, other.country
        yield from _named(leader.envoys, other.envoys)
        yield from _named(leader.advisers, other.advisers)
    yield from _named(real.mediators, shown.mediators)


def _named(real: Mapping[str, object], shown: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, one in real.items():
        yield str(getattr(one, "name", "")), str(getattr(shown[key], "name", ""))

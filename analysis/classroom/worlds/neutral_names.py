"""A world without real names: ``Leader A`` of ``Side A``, so that a class talks about the case and not of persons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sim.files import vary
from sim.narrative.case_words import CaseWords, words_of
from sim.narrative.cast import capital
from sim.scenario import Scenario

LETTERS = "AB"
"""Of the sides, in the order of their ids."""


def without_names(scenario: Scenario) -> Scenario:
    """Return the same world with neutral names for everybody in it; nothing else about a run changes.

    Leaders and sides are called by a letter, advisers and envoys by the letter of their side and a number, hosts by a
    number, each after the word that the case has for them. What issues are called stays, and so do texts of the
    scenario in which its author names somebody.
    """
    words = words_of(scenario)
    changes: dict[str, Any] = {"title": None, "summary": None}
    for letter, side in zip(LETTERS, sorted(scenario.leaders), strict=True):
        changes.update(_of_side(scenario, side, letter, words))
    for number, host in enumerate(scenario.mediators, 1):
        changes[f"mediators.{host}.name"] = f"{capital(words['host'].noun)} {number}"
    return vary(scenario, changes)


def _of_side(scenario: Scenario, side: str, letter: str, words: CaseWords) -> Iterator[tuple[str, str | None]]:
    place, leader = f"leaders.{side}", scenario.leaders[side]
    yield f"{place}.name", f"{capital(words['leader'].noun)} {letter}"
    yield f"{place}.country", f"{capital(words['side'].noun)} {letter}"
    yield f"{place}.office", None
    for word, roster in (("adviser", leader.advisers), ("envoy", leader.envoys)):
        for number, name in enumerate(roster, 1):
            yield f"{place}.{word}s.{name}.name", f"{capital(words[word].noun)} {letter}{number}"

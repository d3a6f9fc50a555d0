"""The mark of each way in which a world may stand in the end, and what it is called in the words of its case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from analysis.classroom.drawing.keys import Entry
from sim.narrative.cast import Cast
from sim.vocabulary.outcomes import OutcomeClass

MARKS: Mapping[str, tuple[str, str]] = {
    OutcomeClass.deal: ("tick", "tick-mark"),
    OutcomeClass.truce: ("square", "met"),
    OutcomeClass.no_deal: ("diamond", "vain"),
    OutcomeClass.blow_up: ("cross", "tick-mark"),
    OutcomeClass.no_contact: ("dot", "vain"),
}
"""Shape and class by outcome: told apart without any colour."""


def ending_name(outcome: str, cast: Cast) -> str:
    """Return what an outcome is called."""
    return cast.fill(OutcomeClass(outcome).ending)


def ending_key(outcomes: Iterable[str], cast: Cast) -> list[Entry]:
    """Return a key of the outcomes that came up in short words, from the most to the least settled."""
    found = set(outcomes)
    return [Entry(*MARKS[row], cast.words[row].noun) for row in OutcomeClass if row in found]

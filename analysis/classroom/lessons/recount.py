"""Whether a lesson keeps what it promises: its first luck, how often its leaders speak, and its claims, all counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from analysis.classroom.lessons.claims import CountedClaim, count_claims
from analysis.classroom.lessons.first_luck import LUCKS, VOICED, NothingShownError, first_luck, voice_share
from analysis.classroom.lessons.lesson import Lesson
from analysis.estimates import Estimate


class Recount(NamedTuple):
    """What was counted of a lesson.

    Attributes
    ----------
    lesson : Lesson
        What its file says.
    voice : Estimate
        In how many of its worlds (0 to 1) the leaders speak.
    luck : int or None
        The first luck that the rule gives; None where no luck shows what the lesson is about.
    no_luck : str
        Why there is none.
    claims : tuple of CountedClaim
        In the order of the file.
    """

    lesson: Lesson
    voice: Estimate
    luck: int | None
    no_luck: str
    claims: tuple[CountedClaim, ...]

    @property
    def holds(self) -> bool:
        """Whether everything is as the lesson has it."""
        return not list(self.faults())

    def faults(self) -> Iterator[str]:
        """Yield what is not as it should be, a line each."""
        low, high = VOICED
        if not low <= self.voice.value <= high:
            yield f"the leaders speak in {self.voice.value:.0%} of its worlds; allowed: {low:.0%} to {high:.0%}"
        if self.luck is None:
            yield self.no_luck
        elif self.luck != self.lesson.first_luck:
            yield f"first_luck is {self.lesson.first_luck}, and the rule gives {self.luck}"
        for number, claim in enumerate(self.claims, 1):
            if not claim.holds:
                yield f"claim {number} does not hold: {claim.told} {interval(claim)}"


def recount(lesson: Lesson, threads: int | None = None) -> Recount:
    """Count all that a lesson promises, which takes some seconds."""
    luck, why = None, ""
    try:
        luck = first_luck(lesson, threads)
    except NothingShownError as nothing:
        why = str(nothing)
    return Recount(lesson, voice_share(lesson, threads), luck, why, count_claims(lesson, threads))


def told(found: Recount) -> Iterator[str]:
    """Yield what was counted, a line each."""
    yield f"the leaders speak in {found.voice.value:.1%} of {LUCKS:,} worlds"
    if found.luck is not None:
        yield f"first luck by the rule: {found.luck}"
    for number, claim in enumerate(found.claims, 1):
        yield f"claim {number}: {claim.told} {interval(claim)}"


def interval(claim: CountedClaim) -> str:
    """The interval of a claim and what it must not reach below, in the unit of the measure (shares from 0 to 1)."""
    found = claim.found
    return f"({found.value:.4g}, 99.9% interval {found.low:.4g} to {found.high:.4g}; at least {claim.claim.at_least:g})"

"""What a mechanism surely does, in words: what comes later or sooner with it, who asks first, how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.evidence.mechanisms.change_cells import change_cell
from analysis.evidence.mechanisms.switched_cases import ASK, CALLER, CONTACT, ENDINGS, Found, is_sure

if TYPE_CHECKING:
    from analysis.evidence.claims.paired_luck import OutcomeChange
    from sim.narrative.cast import Cast

COMES = {ASK: "the first ask comes", CONTACT: "contact comes"}
"""What is told of the two times."""


def mechanism(found: Found, cast: Cast) -> str:
    """What a mechanism is called in this case."""
    return cast.fill(found.case.switch.name)


def ending_word(change: OutcomeChange, cast: Cast) -> str:
    """What the ending is called whose share a change is of."""
    return cast.words[change.outcome.removeprefix("ends_")].noun


def change_sentences(found: Found, cast: Cast, leaders: tuple[str, str]) -> Iterator[str]:
    """Yield what one mechanism surely does, each as the rest of a sentence that begins "With it".

    Parameters
    ----------
    found : Found
        What was measured.
    cast : Cast
        What things are called.
    leaders : tuple of str
        The two, in the order in which who asks first is told.
    """
    for name in (ASK, CONTACT, CALLER, *ENDINGS):
        if is_sure(found.of(name)):
            yield _clause(found.of(name), cast, leaders)


def _clause(change: OutcomeChange, cast: Cast, leaders: tuple[str, str]) -> str:
    rises = change.estimate.value > 0
    if change.outcome in COMES:
        return f"{COMES[change.outcome]} {_amount(change)} days {'later' if rises else 'sooner'}"
    if change.outcome == CALLER:
        return f"{leaders[0 if rises else 1]} gains {_amount(change)} in 100 lucks on the other in who asks first"
    return f"{_amount(change)} {'more' if rises else 'fewer'} lucks in 100 end in: {ending_word(change, cast)}"


def _amount(change: OutcomeChange) -> str:
    """A change without its sign: ``42 (±9)``."""
    value, around = change_cell(change).split(" ")
    return f"{value[1:]} ({around})"

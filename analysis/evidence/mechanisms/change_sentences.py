"""What a mechanism surely does, in words: what comes later or sooner with it, who asks first, how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.evidence.mechanisms.change_cells import change_cell
from analysis.evidence.mechanisms.switched_cases import ASK, CALLER, CONTACT, ENDINGS, Found, is_sure

if TYPE_CHECKING:
    from analysis.evidence.claims.paired_luck import OutcomeChange
    from sim.narrative.cast import Cast


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
    for name, words in ((ASK, "the first ask comes"), (CONTACT, "contact comes")):
        if is_sure(found.of(name)):
            yield f"{words} {_amount(found.of(name))} days {'later' if _rises(found.of(name)) else 'sooner'}"
    if is_sure(found.of(CALLER)):
        change = found.of(CALLER)
        yield f"who asks first moves to {leaders[0 if _rises(change) else 1]} by {_amount(change)} in 100 lucks"
    for name in ENDINGS:
        change = found.of(name)
        if is_sure(change):
            more = "more" if _rises(change) else "fewer"
            yield f"{_amount(change)} {more} lucks in 100 end in: {ending_word(change, cast)}"


def _rises(change: OutcomeChange) -> bool:
    return change.estimate.value > 0


def _amount(change: OutcomeChange) -> str:
    """A change without its sign: ``42 (±9)``."""
    value, around = change_cell(change).split(" ")
    return f"{value[1:]} ({around})"

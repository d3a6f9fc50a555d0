"""After a game: what the model would have done in the same place, and which decision was the closest."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sim.narrative.cast import Cast, spoken_date
from sim.narrative.chance_words import chance_digits, chance_word
from sim.narrative.option_words import option_words
from sim.narrative.wrapping import wrapped
from sim.results.record_rows import Decision, Option


class Comparison(NamedTuple):
    """A person's decisions beside the model's.

    Attributes
    ----------
    decisions : int
        How many the person took.
    agreed : int
        In how many the person did what the model would most likely have done.
    differed : Decision or None
        Where what was done was least likely beside the likeliest; None when it always was the likeliest.
    closest : Decision or None
        Where the two likeliest options were closest; None when there was never a choice.
    """

    decisions: int
    agreed: int
    differed: Decision | None
    closest: Decision | None


def compare(taken: Collection[Decision]) -> Comparison:
    """Return how a person's decisions compare with the model's; the first of equals counts."""
    apart = [decision for decision in taken if _behind(decision) > 0]
    open_ones = [decision for decision in taken if len(decision.options) > 1]
    return Comparison(
        len(taken),
        len(taken) - len(apart),
        max(apart, key=_behind, default=None),
        min(open_ones, key=_margin, default=None),
    )


def _behind(decision: Decision) -> float:
    """By how much what was done was less likely than the likeliest."""
    return decision.likeliest.probability - decision.chosen.probability


def _margin(decision: Decision) -> float:
    first, second = _leading(decision)
    return first.probability - second.probability


def _leading(decision: Decision) -> tuple[Option, Option]:
    first, second = sorted(decision.options, key=lambda option: -option.probability)[:2]
    return first, second


def debrief(found: Comparison, side: str, cast: Cast) -> list[str]:
    """Return a comparison in words, as lines of at most 80 columns."""
    name = cast.leader(side)
    if not found.decisions:
        return wrapped(f"{name} took no decision in this game.")
    times = "1 decision" if found.decisions == 1 else f"{found.decisions} decisions"
    agreed = f"In {found.agreed} the model would" if found.agreed else "In none of them would the model"
    lines = wrapped(f"You took {times} as {name}. {agreed} most likely have done the same.")
    if found.differed is not None:
        lines += wrapped(_differed(found.differed, cast), first="  - ")
    if found.closest is not None:
        lines += wrapped(_closest(found.closest, cast), first="  - ")
    return lines


def _differed(decision: Decision, cast: Cast) -> str:
    ours = option_words(decision.chosen.name, decision.about, cast).past
    theirs = option_words(decision.likeliest.name, decision.about, cast).infinitive
    return (
        f"You differed most on {spoken_date(decision.date)}: you {ours}, which for the model was "
        f"{chance_word(decision.chosen.probability)} ({chance_digits(decision.chosen.probability)}). Its likeliest "
        f"choice was to {theirs} ({chance_digits(decision.likeliest.probability)})."
    )


def _closest(decision: Decision, cast: Cast) -> str:
    first, second = (option_words(option.name, decision.about, cast).infinitive for option in _leading(decision))
    ours = option_words(decision.chosen.name, decision.about, cast).past
    matter = cast.fill(f", over {MATTERS[decision.about]}") if decision.about else ""
    when = f"{spoken_date(decision.date)}{matter}"
    return f"Your closest decision, in the model's eyes, came on {when}: to {first} or to {second}. You {ours}."


MATTERS = {
    "letter": "the {letter}",
    "call": "{call.a}",
    "summit": "{summit.a}",
    "mediation": "{talks}",
    "truce": "{truce.a}",
}
"""What an answer was about, as the end of a phrase."""

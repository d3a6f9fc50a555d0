"""One decision as the chosen option against its likeliest rival: each consideration's difference, and their sum."""

from __future__ import annotations

from typing import Any, NamedTuple

from analysis.figures.decision_characters import Part
from analysis.figures.figure import Waterfall
from sim.narrative.cast import Cast, capital
from sim.narrative.choosing import Choosing, given_time
from sim.narrative.option_words import option_words
from sim.narrative.reasons import rival_of
from sim.results.record_rows import Decision, Option
from sim.results.trajectory import Trajectory
from sim.vocabulary import components

SMALL = 0.005
"""A difference that would be written as 0.00 is no bar of its own."""
NOTHING = 1e-10
"""What sums of such numbers differ by at most when they are added up in another order."""
MOST_PARTS = 8
"""Bars of a figure; the considerations that differ least are one bar together."""
REST = "smaller ones"


class Contest(NamedTuple):
    """The chosen option, its likeliest rival, and what both are called."""

    chosen: Option
    rival: Option
    ours: str
    theirs: str


def contest(trajectory: Trajectory, decision: Decision) -> Contest | None:
    """Return a decision of a run as a contest of two options; None where there was nothing else to do.

    Rivals are those of the chances there were once there was time for the matter.
    """
    cast = Cast(trajectory.scenario)
    then = given_time(decision, Choosing.of(trajectory, decision).attention)
    rival = rival_of(then)
    if rival is None:
        return None
    ours, theirs = (option_words(option.name, decision.about, cast).infinitive for option in (then.chosen, rival))
    return Contest(then.chosen, rival, ours, theirs)


def difference_parts(chosen: Option, rival: Option, cast: Cast, most: int = len(components.WORDS)) -> list[Part]:
    """Return the differences between two options, those for the first one first, each from the largest down.

    What is too small for a bar of its own is one bar together, so that the parts add up to the difference in utility.

    Parameters
    ----------
    chosen, rival : Option
        The two.
    cast : Cast
        Knows what considerations are called.
    most : int
        Bars at most.
    """
    found = [Part(cast.words[name].noun, chosen.components[name] - rival.components[name]) for name in components.WORDS]
    ranked = sorted(found, key=lambda part: -abs(part.difference))
    shown = _shown(ranked, most)
    rest = (chosen.utility - rival.utility) - sum(part.difference for part in shown)
    kept = sorted(shown, key=lambda part: (part.difference < 0, -abs(part.difference)))
    return [*kept, Part(REST, rest)] if abs(rest) > NOTHING else kept


def _shown(ranked: list[Part], most: int) -> list[Part]:
    """The parts that have bars of their own, with room left for the others where there are any."""
    large = [part for part in ranked if abs(part.difference) >= SMALL]
    is_whole = len(large) <= most and not any(part.difference for part in ranked[len(large) :])
    return large if is_whole else large[: most - 1]


def waterfall_figure(trajectory: Trajectory, decision: Decision, title: str) -> Waterfall | None:
    """Return the figure of a decision; None where there was nothing else to do."""
    found = contest(trajectory, decision)
    if found is None:
        return None
    parts = difference_parts(found.chosen, found.rival, Cast(trajectory.scenario), MOST_PARTS)
    ends = [0.0]
    for part in parts:
        ends.append(ends[-1] + part.difference)
    table: dict[str, list[Any]] = {
        "part": [capital(part.name) for part in parts],
        "difference": [part.difference for part in parts],
        "start": ends[:-1],
        "end": ends[1:],
    }
    return Waterfall(table, title, found.ours, found.theirs)

"""How hard each side presses on the day of a forecast, read off the known events.

In trade a stated rate is taken as it is: ``25pct``, ``plus 10pp, total 20``, ``125 reciprocal``. Elsewhere, and where
no rate is stated, each escalation takes a side part of the way that is left to the top of a ladder of 100, and each
step back takes part of that away again; a truce in force tells of a step before it. Only the shape of the ladder means
anything, not its unit.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from analysis.evidence.casebook.casebook_form import EventType
from analysis.evidence.casebook.known import Known, KnownEvent
from analysis.evidence.casebook.quantities import about, within
from sim.vocabulary.domains import Domain

TOP = 100.0
"""Top of the ladder, and the least ceiling in trade."""

CALM = {"A": 25.0, "B": 10.0}
"""Level of a side of which no step is known: A brings pressure to bear, by definition of the casebook."""

STEP_UP = 0.3
"""Share of the way to the top that one escalation takes; the first one leads to about a third."""

STEP_DOWN = 0.3
"""Share of the level that one step back takes away."""

HEADROOM = 1.35
"""How far above a high stated rate the ceiling lies."""

RUNGS = 10
SPREAD = 12.0
"""Standard deviation of a level, in points: a reading of a handful of events."""

UP = (EventType.escalation, EventType.breakdown, EventType.deadline)
_RATE = re.compile(r"total (\d+)|(\d+)(?:-(\d+))?\s?(?:pct|pp\b|percent|%)|(\d+) reciprocal")


class Level(NamedTuple):
    """Points in force, the top of the ladder, and what the reading rests on."""

    points: float
    ceiling: float
    note: str


def level_of(known: Known, side: str, *, suspended: bool = False) -> Level:
    """Return how hard a side presses at the origin.

    Parameters
    ----------
    known : Known
        The case at its origin.
    side : {"A", "B"}
        Which side.
    suspended : bool
        Whether the side has suspended pressure under a truce in force: the level is that before the truce.
    """
    acts = [event for event in known.events if event.is_of(side)]
    rate = max((stated_rate(event.magnitude) for event in acts), default=0.0)
    steps = _climbed(acts, CALM[side] + (STEP_UP * (TOP - CALM[side]) if suspended else 0.0))
    if known.domain is Domain.trade and rate > steps:
        return Level(rate, max(TOP, HEADROOM * rate), "The highest rate stated by the origin.")
    return Level(steps, TOP, "Ladder of 100, read off the known steps up and down.")


def stated_rate(magnitude: str) -> float:
    """Return the highest rate in a magnitude, in points; 0 when it states none."""
    return max((float(number) for found in _RATE.findall(magnitude) for number in found if number), default=0.0)


def pressure_of(level: Level) -> dict[str, Any]:
    """Return a level as the block ``pressure`` of a leader."""
    points = {"distribution": "normal", "mean": round(level.points, 2), "sd": SPREAD}
    ceiling, rung = round(level.ceiling, 2), round(level.ceiling / RUNGS, 3)
    return {
        "points": within(points, 0.0, ceiling) | about("casebook", "low", level.note),
        "ceiling": {"value": ceiling} | about("prior", "low", "Top of the ladder."),
        "rung": {"value": rung} | about("prior", "low", "A tenth of the ladder."),
    }


def _climbed(acts: list[KnownEvent], level: float) -> float:
    for event in acts:
        if event.type in UP:
            level += STEP_UP * (TOP - level)
        elif event.type is EventType.deescalation:
            level -= STEP_DOWN * level
    return level

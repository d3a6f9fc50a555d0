"""At which of a leader's moments a person is asked: at every one, or once in a stretch of days, as in a lesson.

The model gives a leader a moment to act about twice a week. A person who sits in an open seat at the pace of a lesson
moves at the first such moment of every week; at the others the leader holds. Requests are put to the person whenever
their answer falls due: nobody's silence is taken for an answer. The other side keeps its own clock.
"""

from __future__ import annotations

import math
from typing import Final

from sim.files.scenario_writing import plain_tree
from sim.files.variants import vary
from sim.scenario.scenario import Scenario

EVERY_DECISION: Final = 0.0
"""The pace of the model's own clock."""

WEEK: Final = 7.0
"""The pace of a lesson, in days."""

LESSON_WEEKS: Final = 12
"""How many weeks a lesson's game lasts. With a move a week, `two-leaders` then asks a person for 20 decisions at most,
answers included, in 95 of 100 lucks, and the leaders speak in about half of them; see docs/how-to/play-in-class.md."""


FEWEST_WEEKS: Final = 8
"""A game shorter than this would have too few moves at a move a week: it is played at the model's own clock."""


def lesson_pace(scenario: Scenario) -> float:
    """Return the pace of a lesson in a scenario: a move a week, or every decision where it lasts only some weeks."""
    return WEEK if scenario.horizon_days >= FEWEST_WEEKS * WEEK else EVERY_DECISION


def stretch_of(day: float, pace: float) -> int:
    """Return the number of the stretch of `pace` days in which a day lies, the first at 0."""
    return math.floor(day / pace)


def is_asked(day: float, pace: float, last: int) -> bool:
    """Return whether a person is asked for a move on a day, when the last move was in stretch `last` (-1: none yet)."""
    return pace <= EVERY_DECISION or stretch_of(day, pace) > last


def shortened(scenario: Scenario, weeks: int) -> Scenario:
    """Return the scenario ended after so many weeks; what is scheduled for later is left out.

    It is the same world until then: nothing in a run reads how long it will last. A scenario that is no longer than
    that is returned as it is.

    Parameters
    ----------
    scenario : Scenario
        Left as it is.
    weeks : int
        At least 1.
    """
    days = weeks * int(WEEK)
    if scenario.horizon_days <= days:
        return scenario
    scheduled = plain_tree(scenario).get("scheduled", [])
    dated = zip(scheduled, scenario.scheduled, strict=True)
    kept = [entry for entry, item in dated if (item.date - scenario.start).days <= days]
    return vary(scenario, {"horizon_days": days} | ({"scheduled": kept} if len(kept) < len(scheduled) else {}))

"""D12: a humiliation weighs more than a success."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, Any

from analysis.evidence.dynamics import seen
from analysis.evidence.dynamics.row import Finding, Reading, Row, enough
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.statistics import mean_difference
from analysis.evidence.dynamics.switches import sides_of

if TYPE_CHECKING:
    from sim.scenario import Scenario

OUTWEIGHED = {"in_cases": 7, "of": 9, "salience": 0.8, "days_ago": 60}


def remembered(scenario: Scenario) -> dict[str, Any]:
    """An equally vivid humiliation and success of two months ago, in both leaders."""
    date = scenario.start - dt.timedelta(days=OUTWEIGHED["days_ago"])
    common = {"date": date, "salience": OUTWEIGHED["salience"]}
    added = {
        "added-humiliation": {"name": "An added humiliation", "kind": "humiliation", **common},
        "added-success": {"name": "An added success", "kind": "success", **common},
    }
    sides = sides_of(scenario)
    return {f"leaders.{side}.precedents.{key}": memory for side in sides for key, memory in added.items()}


def outweighing(stage: Stage) -> Finding:
    """What both memories together do to the days until the leaders first speak, within the horizon."""
    readings = []
    for case, scenario in stage.cases.items():
        if scenario.at_start.meeting_on is not None:
            continue
        before, after = stage.runs(case), stage.runs(case, remembered(scenario))
        later = mean_difference(seen.voice_days(before), seen.voice_days(after))
        readings.append(
            Reading(case, "days by which the first voice is later", later, later.low > 0, (0.0, math.inf), False)
        )
    held = sum(reading.reached is True for reading in readings)
    wanted = enough(OUTWEIGHED["in_cases"], OUTWEIGHED["of"], max(len(readings), 1))
    return Finding(readings, bool(readings) and held >= wanted, f"surely later in {held} of {len(readings)}")


ROWS = (
    Row(
        "D12",
        "humiliation outweighs success",
        "cases without an agreed meeting",
        "an equally vivid humiliation and success together delay the first voice, surely, in 7 of 9, or as many of "
        "those",
        OUTWEIGHED,
        outweighing,
    ),
)

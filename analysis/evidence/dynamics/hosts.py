"""D7: a host who saves face unlocks what the leaders by themselves do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.estimates import share, share_difference
from analysis.evidence.dynamics import seen
from analysis.evidence.dynamics.row import Finding, Reading, Row
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.statistics import gain_difference
from analysis.evidence.dynamics.switches import HIGH, LOW, both, no_hosts

if TYPE_CHECKING:
    from sim.results.runs import Runs

UNLOCKED = {"talks": 0.15, "in_cases": 4}


def unlocking(stage: Stage) -> Finding:
    """What hosts take off "neither spoke nor agreed", and how much more where face is needed."""
    readings, better, more, qualify = [], 0, 0, 0
    for case, scenario in stage.cases.items():
        usual = stage.runs(case)
        held = share((usual.measures["rounds_held"] > 0).astype(float))
        if held.value < UNLOCKED["talks"]:
            readings.append(Reading(case, "runs with talks under a host: too few", held))
            continue
        qualify += 1
        fewer = share_difference(_stuck(usual), _stuck(stage.runs(case, no_hosts(scenario))))
        readings.append(
            Reading(case, "neither spoke nor agreed, without hosts minus with", fewer, fewer.low > 0, (0.0, 1.0))
        )
        gains = []
        for value in (LOW, HIGH):
            needy = both(scenario, "face_need", value)
            gains.append((_stuck(stage.runs(case, needy)), _stuck(stage.runs(case, needy | no_hosts(scenario)))))
        larger = gain_difference(gains[0], gains[1])
        readings.append(Reading(case, "that gain, face need high minus low", larger, larger.low > 0, (0.0, 2.0), False))
        better, more = better + (fewer.low > 0), more + (larger.low > 0)
    wanted = max(int(UNLOCKED["in_cases"]), qualify // 2 + 1) if len(stage.cases) > 1 else qualify
    told = f"{qualify} qualify; fewer stuck in {better}; more so with need for face in {more}, wanted {wanted}"
    return Finding(readings, qualify > 0 and min(better, more) >= wanted, told)


def _stuck(runs: Runs) -> seen.Truths:
    return ~seen.spoke(runs) & ~seen.agreed(runs)


ROWS = (
    Row(
        "D7",
        "a host who saves face unlocks",
        "cases with talks under a host in 15% of runs or more",
        'in most, at least 4, surely: "neither spoke nor agreed" falls with hosts; more so at face need 0.9 than 0.1',
        UNLOCKED,
        unlocking,
    ),
)

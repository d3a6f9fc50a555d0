"""D1 to D4: pride keeps leaders from asking, who hurts more asks first, and leaders ask when they expect a yes."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from analysis.estimates import Estimate, mean, share_difference
from analysis.evidence.dynamics import seen
from analysis.evidence.dynamics.row import POOLED, Finding, Reading, Row, count_reached, enough, within
from analysis.evidence.dynamics.seen import Numbers
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.statistics import Ints, pooled_share, rate_ratio
from analysis.evidence.dynamics.switches import HIGH, LOW, alone, both, of_one, sides_of

if TYPE_CHECKING:
    from sim.results.runs import Runs

PRIDE = {"slower": 1.5, "in_cases": 7, "silent_in": 5, "of": 9}
ORDER = {"in_cases": 7, "of": 9, "asks": 20}
YES = {"low": 0.6, "high": 0.9, "each": 0.5, "asks": 4.0, "answers": 20}
PAIN_LOW = {"market.exposure": 0.2, "market.drawdown": 0.02}
PAIN_HIGH = {"market.exposure": 0.8, "market.drawdown": 0.2}
"""A side that its market hardly hurts, and one that it hurts much."""


def pride(stage: Stage, trait: str, limits: dict[str, float]) -> Finding:
    """A trait of both leaders from low to high: how much slower the first ask, how many more never speak."""
    slower, silent = [], []
    for case, scenario in stage.cases.items():
        low, high = (stage.runs(case, alone(scenario) | both(scenario, trait, value)) for value in (LOW, HIGH))
        found = rate_ratio(seen.first_asks(low), seen.first_asks(high))
        slower.append(
            Reading(
                case,
                "first asks a day, low over high",
                found,
                found.value >= limits["slower"],
                (limits["slower"], math.inf),
                False,
                True,
            )
        )
        more = share_difference(~seen.spoke(low), ~seen.spoke(high))
        silent.append(Reading(case, "never spoke, high minus low", more, more.low > 0, (0.0, math.inf)))
    down = [reading.case for reading in silent if reading.estimate.high < 0]
    wanted = (
        enough(limits["in_cases"], limits["of"], len(slower)),
        enough(limits["silent_in"], limits["of"], len(silent)),
    )
    got = count_reached(slower), count_reached(silent)
    told = f"slower in {got[0]} of {len(slower)}, more silence in {got[1]}, less in {len(down)}"
    return Finding(slower + silent, got[0] >= wanted[0] and got[1] >= wanted[1] and not down, told)


def who_asks(stage: Stage) -> Finding:
    """Own rate of first asks by own pain and own face need, each side in turn."""
    readings, held = [], 0
    for case, scenario in stage.cases.items():
        own = [reading for side in sides_of(scenario) for reading in _own(stage, case, side)]
        judged = [reading.reached for reading in own if reading.reached is not None]
        held += bool(judged) and all(judged)
        readings += own
    wanted = enough(ORDER["in_cases"], ORDER["of"], len(stage.cases))
    return Finding(
        readings, held >= wanted, f"each side that asks first often enough, both ways, in {held} of {len(stage.cases)}"
    )


def _own(stage: Stage, case: str, side: str) -> list[Reading]:
    """What own pain and own face need do to a side's rate of first asks."""
    bare = alone(stage.cases[case])
    changes = {
        "own pain, high over low": (of_one(side, PAIN_HIGH), of_one(side, PAIN_LOW)),
        "own face need, low over high": (of_one(side, {"face_need": LOW}), of_one(side, {"face_need": HIGH})),
    }
    readings = []
    for what, (more, less) in changes.items():
        first, second = (seen.first_asks(stage.runs(case, bare | change), side) for change in (more, less))
        found = rate_ratio(first, second)
        judged = found.low > 1 if first[0].sum() + second[0].sum() >= ORDER["asks"] else None
        readings.append(Reading(case, f"{side}: first asks by {what}", found, judged, (1.0, math.inf), False, True))
    return readings


def yeses(stage: Stage) -> Finding:
    """What share of answered asks gets a yes, and how many it takes."""
    tables = [stage.runs(case) for case in stage.cases]
    readings = [reading for case, runs in zip(stage.cases, tables, strict=True) for reading in _yeses_in(case, runs)]
    lucks = stage.lucks_of(tables)
    columns = ("asks_accepted", "asks_refused")
    accepted, refused = ([runs.measures[column] for runs in tables] for column in columns)
    pooled = _yes_share(accepted, refused, lucks)
    readings.append(within(POOLED, "asks with a yes", pooled, YES["low"], YES["high"]))
    tries = mean(_tries(np.concatenate([runs.measures["asks_to_yes"] for runs in tables])), lucks)
    readings.append(within(POOLED, "asks to the first yes", tries, 1.0, YES["asks"]))
    failed = [reading.case for reading in readings if reading.reached is False]
    told = f"pooled {pooled.value:.2f}, {tries.value:.1f} asks to a yes; not so: {', '.join(failed) or 'nowhere'}"
    return Finding(readings, not failed, told)


def _yeses_in(case: str, runs: Runs) -> list[Reading]:
    """What share of a case's answered asks got a yes, judged where they are enough, and how many it took."""
    found = _yes_share([runs.measures["asks_accepted"]], [runs.measures["asks_refused"]], runs.run)
    told = seen.number(runs, "asks_accepted", "asks_refused").sum() >= YES["answers"]
    what = "asks with a yes" if told else "asks with a yes: too few answers to tell"
    share = within(case, what, found, YES["each"], 1.0) if told else Reading(case, what, found)
    return [share, Reading(case, "asks to the first yes", mean(_tries(runs.measures["asks_to_yes"])))]


def _yes_share(accepted: list[Numbers], refused: list[Numbers], lucks: Ints) -> Estimate:
    tops = np.concatenate(accepted)
    return pooled_share(tops, tops + np.concatenate(refused), lucks)


def _tries(numbers: Numbers) -> Numbers:
    return np.where(numbers < 0, math.nan, numbers)


def _pride_row(name: str, trait: str, word: str) -> Row:
    return Row(
        name,
        f"{word} of both from {LOW} to {HIGH} slows the first ask and lets more never speak",
        "all cases, without hosts and dates",
        "ratio of first asks a day 1.5 or more in 7 of 9; never spoke up, surely, in 5; nowhere surely down",
        PRIDE,
        partial(pride, trait=trait, limits=PRIDE),
    )


ROWS = (
    _pride_row("D1", "ego", "ego"),
    _pride_row("D2", "face_need", "need for face"),
    Row(
        "D3",
        "who has less face to lose and more pain asks first",
        "all cases, without hosts and dates, each side in turn",
        "own rate of first asks up with own pain, down with own face need, surely, for each side that asks first often "
        "enough to tell, in 7 of 9",
        ORDER,
        who_asks,
    ),
    Row(
        "D4",
        "leaders ask when they may expect a yes",
        "all cases",
        "60-90% of answered asks get a yes pooled, 50% in each case with 20 answers or more; at most 4 asks to the "
        "first yes on average",
        YES,
        yeses,
    ),
)

"""D9: how often the model asks does not decide what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.estimates import share_difference
from analysis.estimates.estimate import UNKNOWN
from analysis.evidence.dynamics import seen
from analysis.evidence.dynamics.row import POOLED, Finding, Row, within
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.statistics import pooled_share
from sim.vocabulary import outcomes

if TYPE_CHECKING:
    from analysis.estimates import Estimate
    from sim.results.runs import Runs
    from sim.scenario import Scenario

RATES = (2.0, 4.0, 7.0, 14.0)
STEPS = (1.0, 0.5, 0.25)
STILL = {"moves": 0.03, "held_low": 0.8, "held_high": 0.95}


def variants(scenario: Scenario) -> dict[str, dict[str, Any]]:
    """By name, the changes that make a case run by another clock at the same tempo."""
    found: dict[str, dict[str, Any]] = {f"{rate:g} a week": {"clock.rate_per_week": rate} for rate in RATES}
    found["fixed"] = {"clock.kind": "fixed", "clock.every_days": 7 / float(scenario.clock.tempo)}
    found |= {f"step {step:g}": {"clock.step_days": step} for step in STEPS}
    return found


def clock(stage: Stage) -> Finding:
    """How far the class shares move between clocks, and how many summits announced ahead are held."""
    readings, moved, tables = [], [], []
    for case, scenario in stage.cases.items():
        runs = {name: stage.runs(case, change, stage.finer) for name, change in variants(scenario).items()}
        for word in outcomes.WORDS:
            what, most = _furthest(runs, word)
            readings.append(within(case, f"{word}: {what}", most, -STILL["moves"], STILL["moves"]))
            moved.append(abs(most.value))
        tables.append(stage.runs(case))
    held = pooled_share(_all(tables, "ahead_held"), _all(tables, "ahead_decided"), stage.lucks_of(tables))
    what = "summits announced 30 days ahead that are held"
    kept = within(POOLED, what, held, STILL["held_low"], STILL["held_high"])
    readings.append(kept)
    failed = sum(reading.reached is False for reading in readings)
    told = f"furthest move {max(moved):.1%}; ahead held {held.value:.0%}; {failed} not so"
    return Finding(readings, failed == 0 and kept.reached is not None, told)


def _furthest(runs: dict[str, Runs], word: str) -> tuple[str, Estimate]:
    """The pair of clocks between which the share of a class differs most, and by how much."""
    truths = {name: seen.ended(table, word) for name, table in runs.items()}
    least, most = (f(truths, key=lambda name: truths[name].mean()) for f in (min, max))
    return f"{least} to {most}", share_difference(truths[least], truths[most]) if least != most else UNKNOWN._replace(
        value=0.0
    )


def _all(tables: list[Runs], name: str) -> seen.Numbers:
    import numpy as np

    return np.concatenate([runs.measures[name] for runs in tables])


ROWS = (
    Row(
        "D9",
        "the clock does not decide",
        "all cases",
        "2 to 14 decisions a week, the fixed clock, steps of 1 to 1/4 day: no class share moves by more than 3 points; "
        "a summit announced 30 days ahead or more is held in 80-95%",
        STILL,
        clock,
        ("central",),
    ),
)

"""Does the size of the integration step change what happens, and does either of two equals ask first more often?

Seeds differ between steps, since luck cannot be paired across them; shares agree within 4.5 standard errors (7 in a
million, two-sided) of a difference of two shares. The numbers of runs are fixed beforehand.
"""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from sim.files import load_scenario, scenario_from, vary
from sim.run import run_many
from sim.scenario import Scenario
from sim.scenario.dyad import STEPS
from sim.vocabulary import milestones, outcomes

AGREE = 4.5
FAIR = 5.0
EVER = tuple(f"ever_{word}" for word in milestones.EVER)


def shares(scenario: Scenario, seed: int, runs: int) -> dict[str, float]:
    """Shares of runs by outcome class, by what ever happened, and by what came in the first quarter of the horizon."""
    table = run_many(scenario, seed=seed, runs=runs, parameters="central").columns()
    found = {name: float(np.mean(table["outcome"] == name)) for name in outcomes.WORDS}
    found |= {name: float(np.mean(table[name])) for name in EVER}
    for column in ("first_contact_day", "first_voice_day", "outcome_day"):
        found[f"{column} early"] = float(np.mean(table[column] < scenario.horizon_days / 4))
    return found


def check_agreement(scenario: Scenario, runs: int) -> None:
    """All pairs of steps agree in every share."""
    told = {
        step: shares(vary(scenario, {"clock.step_days": step}), seed, runs) for seed, step in enumerate(STEPS, start=1)
    }
    for one, other in combinations(STEPS, 2):
        for name, share in told[one].items():
            middle = (share + told[other][name]) / 2
            error = (2 * middle * (1 - middle) / runs) ** 0.5
            assert abs(share - told[other][name]) <= AGREE * error, (name, one, other, share, told[other][name])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "runs"), [("two-leaders", 20000), pytest.param("us-russia-2025", 20000, marks=pytest.mark.nightly)]
)
def test_steps_agree_under_the_poisson_clock(name: str, runs: int) -> None:
    check_agreement(load_scenario(name), runs)


@pytest.mark.slow
@pytest.mark.parametrize("order", ["simultaneous", "alternating", "random"])
def test_steps_agree_under_a_fixed_clock_with_latencies_that_are_whole_days(order: str) -> None:
    scenario = load_scenario("two-leaders")
    assert all(days == int(days) for days in scenario.latencies.model_dump().values())
    check_agreement(vary(scenario, {"clock.kind": "fixed", "clock.every_days": 4, "clock.order": order}), 5000)


def twins(**clock: Any) -> Scenario:
    """Two leaders who differ in nothing but their names, and a host who favours neither."""
    sides = ("east", "west")
    return scenario_from(
        {
            "climbdown": 2,
            "name": "twins",
            "start": dt.date(2025, 1, 6),
            "horizon_days": 90,
            "leaders": {
                side: {
                    "name": f"Leader of {side}",
                    "advisers": {"hawk": {"name": "Hawk", "stance": 0.6}, "dove": {"name": "Dove", "stance": -0.6}},
                    "envoys": {"first": {"name": "First"}, "second": {"name": "Second"}},
                    "precedents": {"old": {"name": "An old humiliation", "kind": "humiliation"}},
                }
                for side in sides
            },
            "mediators": {"host": {"name": "Host", "acceptability": dict.fromkeys(sides, 0.6)}},
            "issues": {
                "tolls": {"weight": {"east": 3, "west": 1}},
                "fish": {"weight": {"east": 1, "west": 3}},
            },
            "clock": clock,
        }
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "clock",
    [
        {"kind": "poisson"},
        {"kind": "fixed", "every_days": 3, "order": "simultaneous"},
        {"kind": "fixed", "every_days": 3, "order": "alternating"},
        {"kind": "fixed", "every_days": 3, "order": "random"},
    ],
    ids=lambda clock: clock.get("order", "poisson"),
)
def test_of_two_equals_each_asks_first_equally_often(clock: dict[str, Any]) -> None:
    """20,000 runs; of those with a side that asked first, half are of either, within 5 standard errors."""
    table = run_many(twins(**clock), seed=17, runs=20000, parameters="central").columns()
    for column in ("first_contact_asked_by", "first_voice_asked_by"):
        east, west = (int(np.sum(table[column] == side)) for side in ("east", "west"))
        assert east + west > 200
        assert abs(east - west) <= FAIR * (east + west) ** 0.5
    for side, other in (("east", "west"), ("west", "east")):
        gap = table[f"escalate_count_{side}"] - table[f"escalate_count_{other}"]
        assert gap.mean() <= FAIR * gap.std() / len(gap) ** 0.5

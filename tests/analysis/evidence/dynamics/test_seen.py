"""Is what rows look at read off a table of runs as it should be?"""

from __future__ import annotations

import numpy as np

from analysis.evidence.dynamics import seen
from sim import load_scenario
from sim.vocabulary.outcomes import OutcomeClass
from tests.analysis.evidence.dynamics.acted import made

SCENARIO = load_scenario("two-leaders")


def test_days_at_risk_end_with_the_first_ask_or_the_run() -> None:
    runs = made(SCENARIO, 3, {"first_ask_day": [4, -1, 9], "first_ask_by": [0, -1, 1], "end_day": [100, 60, 100]})
    asked, at_risk = seen.first_asks(runs)
    assert (asked.tolist(), at_risk.tolist()) == ([True, False, True], [4, 60, 9])
    own, still = seen.first_asks(runs, "verenia")
    assert (own.tolist(), still.tolist()) == ([False, False, True], [4, 60, 9])


def test_voice_and_agreement() -> None:
    codes = [OutcomeClass.deal.code, OutcomeClass.truce.code, OutcomeClass.no_deal.code]
    runs = made(SCENARIO, 3, {"first_voice_day": [0, -1, 7], "outcome": codes})
    assert seen.spoke(runs).tolist() == [True, False, True]
    assert seen.agreed(runs).tolist() == [True, True, False]
    assert seen.ended(runs, "truce").tolist() == [False, True, False]
    assert seen.voice_days(runs).tolist() == [0, SCENARIO.horizon_days, 7]


def test_sums_over_measures_and_sides() -> None:
    runs = made(SCENARIO, 2, {"calls_held": [1, 2], "summits_held": 3, "peak_pressure_aldmark": 1})
    assert seen.number(runs, "calls_held", "summits_held").tolist() == [4, 5]


def test_settlements_are_those_of_deals() -> None:
    runs = made(SCENARIO, 3, {"deal_day": [-1, 5, 6], "settlement_fish": [-1, 0.25, 0.75]})
    assert seen.shares_settled(runs)["fish"].tolist() == [0.25, 0.75]
    assert np.isin(list(seen.shares_settled(runs)), ["canal", "fish"]).all()

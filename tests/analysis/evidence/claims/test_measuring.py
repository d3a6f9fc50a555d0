"""Measured effects: paired luck, intervals for the whole family, and nothing measured twice."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import Kind, newcombe_paired
from analysis.estimates.measure_differences import measure_differences
from analysis.evidence.claims import measuring
from analysis.evidence.claims.measuring import Plan, difference, key_of, looks, measure_effects
from analysis.evidence.claims.table import Effect, mechanisms
from sim import load_scenario, run_many, vary

HOSTS = Effect("agreement", 1, 0.02, {"mediators": {}}, {}, {}, ["two-leaders"], "For a test.")
SAME = Effect("voice_days", 1, 3, {"weights.asking": 1}, {}, {}, ["two-leaders"], "For a test.")
PLAN = Plan(runs=80, seed=5)


def test_an_effect_is_what_the_two_settings_differ_by_under_the_same_luck() -> None:
    (line,) = measure_effects({34: HOSTS}, PLAN)
    case = load_scenario("two-leaders")
    without, whole = (run_many(one, seed=5, runs=80).table() for one in (vary(case, {"mediators": {}}), case))
    deals = measure_differences(without, whole).set_index("measure")["difference"]
    assert line.effect == pytest.approx(deals["outcome_deal"] + deals["outcome_truce"])
    assert line.at_high - line.at_low == pytest.approx(line.effect)
    assert line.low < line.effect < line.high
    assert (line.row, line.case, line.outcome, line.lucks) == (34, "two-leaders", "agreement", 80)


def test_what_changes_nothing_has_no_effect_at_all() -> None:
    case = load_scenario("two-leaders")
    same = SAME._replace(low={"weights.asking": case.weights.asking})
    (line,) = measure_effects({1: same}, PLAN)
    assert (line.effect, line.low, line.high) == (0, 0, 0)


def test_the_more_is_looked_at_the_wider_every_interval() -> None:
    (alone,) = measure_effects({34: HOSTS}, PLAN)
    both = list(measure_effects({34: HOSTS, 1: SAME}, PLAN))
    assert alone.level == pytest.approx(0.95)
    assert [line.level for line in both] == [pytest.approx(0.975)] * 2
    assert both[0].effect == alone.effect
    assert both[0].low < alone.low and alone.high < both[0].high
    assert looks(mechanisms()) == sum(len(effect.cases) for effect in mechanisms().values())


TRUTHS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=60)


@given(TRUTHS, st.floats(0.5, 0.9999))
def test_a_share_turned_round_has_its_interval_turned_round(pairs: list[tuple[bool, bool]], level: float) -> None:
    first, second = (np.array([pair[k] for pair in pairs], dtype=float) for k in (0, 1))
    there, back = difference(Kind.share, (first, second), level), difference(Kind.share, (second, first), level)
    assert there.value == pytest.approx(-back.value) == second.mean() - first.mean()
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))
    assert there.level == level and there.lucks == len(pairs)


def test_known_shares() -> None:
    first, second = np.array([1, 1, 0, 0, 0.0]), np.array([1, 0, 1, 1, 0.0])
    assert difference(Kind.share, (first, second), 0.9) == newcombe_paired(1, 1, 2, 1, 0.9)


@given(st.lists(st.floats(-50, 50), min_size=3, max_size=40), st.floats(-9, 9))
def test_days_moved_by_as_much_in_every_luck_are_known_exactly(days: list[float], moved: float) -> None:
    first = np.array(days)
    found = difference(Kind.days, (first, first + moved), 0.99)
    assert found.numbers == pytest.approx((moved,) * 3, abs=1e-9)


def test_what_is_kept_is_not_run_again(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = list(measure_effects({34: HOSTS, 1: SAME}, PLAN))
    monkeypatch.setattr(measuring, "_runs", None)
    assert list(measure_effects({34: HOSTS, 1: SAME}, PLAN, {line.key: line for line in lines})) == lines


def test_a_key_changes_with_all_that_a_line_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    case = load_scenario("two-leaders")
    other = vary(case, {"weights.asking": 0.5})
    keys = {
        key_of((case, other), "voice", PLAN, 0.95),
        key_of((other, case), "voice", PLAN, 0.95),
        key_of((case, other), "agreement", PLAN, 0.95),
        key_of((case, other), "voice", PLAN._replace(runs=81), 0.95),
        key_of((case, other), "voice", PLAN._replace(seed=6), 0.95),
        key_of((case, other), "voice", PLAN, 0.99),
    }
    monkeypatch.setattr("sim.run.rules_digest", lambda: "other rules")
    keys.add(key_of((case, other), "voice", PLAN, 0.95))
    assert len(keys) == 7
    assert all(len(key) == 12 for key in keys)


def test_runs_that_were_stopped_are_no_measurement(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped:
        partial = True

    monkeypatch.setattr("sim.run_many", lambda *_: Stopped())
    with pytest.raises(KeyboardInterrupt):
        list(measure_effects({34: HOSTS}, PLAN))

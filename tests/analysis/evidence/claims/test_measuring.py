"""Measured effects: paired luck, intervals for the whole family, and nothing measured twice."""

from __future__ import annotations

import pytest

from analysis.estimates.measure_differences import measure_differences
from analysis.evidence.claims import measuring
from analysis.evidence.claims.measuring import key_of, looks, measure_effects
from analysis.evidence.claims.paired_luck import Plan
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


def test_what_is_kept_is_not_run_again(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = list(measure_effects({34: HOSTS, 1: SAME}, PLAN))
    monkeypatch.setattr(measuring, "runs_of", None)
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

    monkeypatch.setattr("sim.run_many", lambda *_, **__: Stopped())
    with pytest.raises(KeyboardInterrupt):
        list(measure_effects({34: HOSTS}, PLAN))

"""Laws that need no expected number: what must not change when something beside the point changes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.files import load_scenario, scenario_from, vary
from sim.policies.protocol import Turn
from sim.results.trajectory import Trajectory
from sim.rules.meet.bargaining import other_best
from sim.rules.meet.stakes import worth_of_share
from sim.rules.meet.table import reservation_value
from sim.run import make_model, run_many, run_one
from sim.scenario import Scenario
from tests.generate import scenario_dicts
from tests.sim.rules.worlds import PLAIN

CLASSES = ("deal", "truce", "blow_up")
seeds = st.integers(0, 2**32 - 1)
some = settings(max_examples=max(5, settings().max_examples // 2))
UNHEARD = {"name": "Unheard", "influence": 0.0, "stance": 1.0, "openness": 0.0, "channel": "leader_only"}


def same_course(one: Trajectory, other: Trajectory, beside: str) -> None:
    """Assert that two records are equal but for columns of the second that begin with ``beside``."""
    for name, table in one.columns.items():
        kept = {column: values for column, values in other.columns[name].items() if not column.startswith(beside)}
        assert kept == dict(table), name
    assert other.outcome == one.outcome


@pytest.mark.slow
@some
@given(scenario_dicts(25), seeds)
def test_an_adviser_without_influence_changes_nothing_but_the_own_column(content: dict[str, Any], seed: int) -> None:
    one = run_one(scenario_from(content), seed=seed)
    side = min(content["leaders"])
    leader = content["leaders"][side]
    leader["advisers"] = dict(leader.get("advisers", {}), unheard=UNHEARD)
    same_course(one, run_one(scenario_from(content), seed=seed), f"advisers.{side}.unheard")


@pytest.mark.slow
@some
@given(scenario_dicts(25), seeds, st.floats(0, 1))
def test_a_mediator_acceptable_to_nobody_has_no_effect(content: dict[str, Any], seed: int, formula: float) -> None:
    one = run_one(scenario_from(content), seed=seed)
    outcast = {"name": "Outcast", "stake": 1.0, "face_formula": formula, "standing": 1.0, "reluctance": 0.0}
    outcast["acceptability"] = dict.fromkeys(content["leaders"], 0.0)
    content["mediators"] = dict(content["mediators"], outcast=outcast)
    same_course(one, run_one(scenario_from(content), seed=seed), "mediators.outcast")


@pytest.mark.slow
@some
@given(scenario_dicts(25), seeds)
def test_a_mediator_of_one_side_who_never_offers_has_no_effect(content: dict[str, Any], seed: int) -> None:
    """Adding a third party moves nobody else's luck."""
    one = run_one(scenario_from(content), seed=seed)
    first, second = content["leaders"]
    idle = {"name": "Idle", "stake": 0.0, "face_formula": 1.0, "acceptability": {first: 1.0, second: 0.0}}
    content["mediators"] = dict(content["mediators"], idle=idle)
    same_course(one, run_one(scenario_from(content), seed=seed), "mediators.idle")


@pytest.mark.slow
@some
@given(scenario_dicts(25, weights=False), seeds, st.sampled_from([0.5, 2.0]))
def test_utilities_times_k_with_precision_over_k_take_the_same_course(
    content: dict[str, Any], seed: int, k: float
) -> None:
    """All thirteen weights times k; decisiveness such that precision is divided by k."""
    from sim.vocabulary import components as c

    shift = math.log(k) / math.log(4) / 2
    for leader in content["leaders"].values():
        leader["decisiveness"] = 0.5
    one = run_one(scenario_from(content), seed=seed)
    for leader in content["leaders"].values():
        leader["decisiveness"] = 0.5 - shift
    weights = dict.fromkeys(c.WORDS, k)
    other = run_one(scenario_from(content | {"weights": weights}), seed=seed)
    chosen = [
        [option for option, taken in zip(table["option"], table["chosen"], strict=True) if taken]
        for table in (one.columns["decisions"], other.columns["decisions"])
    ]
    assert chosen[0] == chosen[1]
    assert other.columns["decisions"]["probability"] == pytest.approx(one.columns["decisions"]["probability"], abs=1e-6)


def meet(turn: Turn) -> str:
    """Propose summits and say yes to everything."""
    if turn.kind == "answer":
        return "accept"
    return "propose_summit" if "propose_summit" in turn.options else "hold"


def without_zone(choice: str) -> Scenario:
    issues = {"pie": {"weight": {"east": 1.0, "west": 1.0}}}
    changes: Mapping[str, Any] = {
        "issues": issues,
        "choice": choice,
        "horizon_days": 120,
        "latencies.summit_lead_days": 5,
        "weights.rupture_base": -10,
        "leaders.east.public.win_set": 0.6,
        "leaders.west.public.win_set": 0.6,
    }
    return vary(PLAIN, changes)


@pytest.mark.parametrize("choice", ["argmax", "logit"])
def test_no_zone_of_agreement_means_no_deal_however_often_they_meet(choice: str) -> None:
    """Win-sets of 0.6 on both sides of one pie; both leaders want nothing but summits."""
    met = 0
    for seed in range(12):
        model = make_model(without_zone(choice), seed=seed, policies={"east": meet, "west": meet})
        floors = [worth_of_share(model.world, side, reservation_value(model.world, side)) for side in range(2)]
        assert other_best(model.world, 0, floors[0]) < floors[1]
        model.run_model()
        kinds = model.trajectory().columns["events"]["kind"]
        met += kinds.count("summit_held")
        assert "deal" not in kinds
    assert met >= 24


def test_with_a_zone_the_same_leaders_do_agree() -> None:
    """The null of the test above: low floors and the same policies bring deals."""
    changes = {f"leaders.{side}.public.win_set": 0.1 for side in ("east", "west")}
    changes |= {"weights.floor_base": 0.1, "weights.floor_resolve": 0.1, "weights.floor_outside": 0.1}
    scenario = vary(without_zone("logit"), changes)
    policies = {"east": meet, "west": meet}
    outcomes = [run_one(scenario, seed=seed, policies=policies).outcome.outcome_class for seed in range(12)]
    assert outcomes.count("deal") >= 6


def test_luck_of_one_leader_does_not_depend_on_what_the_other_s_policy_does() -> None:
    """Mixing numbers that a policy is given come from the address of the decision alone."""
    found: list[dict[float, float]] = []
    for other in ("hold", "escalate"):
        luck: dict[float, float] = {}

        def east(turn: Turn, luck: dict[float, float] = luck) -> str | None:
            if turn.kind == "turn":
                luck[turn.day] = turn.luck
            return None

        def west(turn: Turn, other: str = other) -> str:
            if turn.kind == "answer":
                return "decline"
            return other if other in turn.options else "hold"

        run_one(PLAIN, seed=9, policies={"east": east, "west": west})
        found.append(luck)
    assert found[0] == found[1]
    assert len(found[0]) > 5


def test_market_noise_is_the_same_whatever_leaders_do() -> None:
    """With exposure 0 the index is noise alone: equal on every day that both runs have, whatever was decided."""
    changes = {"leaders.east.market.exposure": 0, "leaders.west.market.exposure": 0}
    scenario = vary(PLAIN, changes)

    def index(move: str) -> tuple[Any, ...]:
        policies = {s: lambda turn: move if move in turn.options else None for s in ("east", "west")}
        return run_one(scenario, seed=2, policies=policies).columns["steps"]["east.index"]

    one, other = index("escalate"), index("hold")
    shared = min(len(one), len(other))
    assert one[:shared] == other[:shared]


def _counted(scenario: Scenario, runs: int) -> dict[str, list[bool]]:
    """What each run reports, run by run, from the compiled engine."""
    table = run_many(scenario, seed=11, runs=runs, parameters="central").table()
    told = {f"class {name}": list(table["outcome"] == name) for name in CLASSES}
    told["contact by day 30"] = list(table["first_contact_day"] <= 30)
    told["talks"] = list(table["ever_talks"])
    return told


def _agree(scenario: Scenario, steps: tuple[float, ...], runs: int) -> None:
    """Shares at each step size within 4 standard errors of a difference of those at a step of one day."""
    whole = _counted(vary(scenario, {"clock.step_days": 1}), runs)
    for step_days in steps:
        part = _counted(vary(scenario, {"clock.step_days": step_days}), runs)
        for name, values in whole.items():
            p, q = sum(values) / runs, sum(part[name]) / runs
            pooled = (p + q) / 2
            error = math.sqrt(2 * pooled * (1 - pooled) / runs)
            assert abs(q - p) <= 4 * error, (step_days, name, p, q)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["us-china-2025", "two-leaders"])
def test_halves_and_quarters_of_a_step_give_the_same_shares(name: str) -> None:
    """Under the poisson clock (design section 3)."""
    _agree(load_scenario(name), (0.5, 0.25), 4000)


@pytest.mark.slow
def test_under_the_fixed_clock_the_step_hardly_matters_when_everything_is_a_multiple_of_it() -> None:
    clock = {"clock.kind": "fixed", "clock.every_days": 3, "clock.order": "random"}
    _agree(vary(load_scenario("two-leaders"), clock), (0.5, 0.25), 4000)


@pytest.mark.nightly
@pytest.mark.parametrize("name", ["us-china-2025", "us-china-2018", "us-ukraine-2025", "two-leaders"])
def test_halves_and_quarters_of_a_step_in_many_runs(name: str) -> None:
    _agree(load_scenario(name), (0.5, 0.25), 40_000)

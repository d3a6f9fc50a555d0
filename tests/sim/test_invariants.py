"""What holds in any run of any valid scenario, corners included (design section 12, invariants)."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sim.engines.mesa import NegotiationModel
from sim.files import scenario_from
from sim.results.record_rows import decisions
from sim.results.trajectory import Trajectory
from sim.rules.agenda import coin
from sim.run import run_one
from sim.scenario import Scenario
from sim.scenario.weights import WEIGHTS
from sim.vocabulary import actions as a
from sim.vocabulary import components as c
from tests.generate import scenario_dicts, scenarios
from tests.sim.ranges import unlisted, violations
from tests.sim.results.consistency import problems

seeds = st.integers(0, 2**32 - 1)
kinds_of_parameters = st.sampled_from(["central", "drawn"])
some = settings(max_examples=max(5, settings().max_examples // 2))
"""Whole runs of generated scenarios take tenths of a second each."""


def watched_run(scenario: Scenario, seed: int, parameters: str = "central") -> NegotiationModel:
    """Run a scenario and look at every number of the world after every step."""
    model = NegotiationModel(scenario, seed=seed, run=seed % 97, parameters=parameters)
    assert violations(model.world) == []
    while not model.finished:
        model.step()
        assert violations(model.world) == [], f"step {model.world.dyad[0].step}"
    return model


def check(model: NegotiationModel) -> None:
    """Everything that a finished run must satisfy."""
    record = model.trajectory()
    assert problems(record) == []
    for table in record.columns.values():
        for name, column in table.items():
            assert all(math.isfinite(value) for value in column if isinstance(value, float)), name
    _check_choices(record)


def _check_choices(record: Trajectory) -> None:
    turns = dict.fromkeys(record.scenario.leaders, 0)
    for decision in decisions(record):  # which raises unless exactly one of the possible options is chosen
        turns[decision.leader] += decision.kind == "turn"
        assert decision.chosen.probability > 0 or record.scenario.choice == "argmax"
    for side, count in turns.items():
        assert sum(record.outcome.actions[side].values()) == count


def test_the_table_of_ranges_forgets_no_number() -> None:
    assert unlisted() == []


@pytest.mark.slow
@some
@given(scenarios(25), seeds, kinds_of_parameters)
def test_any_run_holds_together(scenario: Scenario, seed: int, parameters: str) -> None:
    check(watched_run(scenario, seed, parameters))


@pytest.mark.slow
@some
@given(scenarios(25, corners=True), seeds)
def test_a_run_at_the_corners_of_every_range_holds_together(scenario: Scenario, seed: int) -> None:
    check(watched_run(scenario, seed))


AT_HOME = ("home_advisers", "home_audience")
"""Ratios of the objection at home, which the answer to a truce takes for its loadings."""

LOADINGS = {weight.name: weight.default for weight in WEIGHTS if weight.unit == "loading" or weight.name in AT_HOME}


def unweighted(scenario: Scenario, loadings: dict[str, float]) -> Scenario:
    """The scenario with the thirteen component weights at 1 and these loadings, all other weights as they are."""
    weights = scenario.weights.model_copy(update=dict.fromkeys(c.WORDS, 1.0) | loadings)
    return scenario.model_copy(update={"weights": weights, "scheduled": ()})


def largest_components(scenario: Scenario, seed: int) -> dict[str, float]:
    """The largest size of each component in the decisions of a run."""
    table = run_one(scenario, seed=seed).columns["decisions"]
    return {name: max(map(abs, table[name]), default=0.0) for name in c.WORDS}


@pytest.mark.slow
@some
@given(scenarios(20) | scenarios(20, corners=True), seeds)
def test_every_component_stays_within_two_at_weights_one(scenario: Scenario, seed: int) -> None:
    """Penalties included, whatever the sizes of the mechanisms, with the loadings as they come."""
    assert all(size <= 2 + 1e-9 for size in largest_components(unweighted(scenario, LOADINGS), seed).values())


@pytest.mark.slow
@some
@given(scenarios(20, corners=True), seeds)
def test_no_sweep_of_loadings_makes_a_component_larger_than_the_sum_of_two_at_their_ends(
    scenario: Scenario, seed: int
) -> None:
    """No loading exceeds 4, at most two meet in a component, and what they multiply stays within two."""
    assert all(size <= 8 + 1e-9 for size in largest_components(unweighted(scenario, {}), seed).values())


@pytest.mark.slow
@some
@given(scenarios(20), seeds, kinds_of_parameters)
def test_the_same_address_gives_the_same_bits(scenario: Scenario, seed: int, parameters: str) -> None:
    first = run_one(scenario, seed=seed, parameters=parameters)
    assert first.equals(run_one(scenario, seed=seed, parameters=parameters))


@pytest.mark.slow
@some
@given(scenario_dicts(20), seeds)
def test_writing_the_sides_in_the_other_order_changes_nothing_at_all(content: dict[str, Any], seed: int) -> None:
    turned = dict(content, leaders=dict(reversed(content["leaders"].items())))
    for roster, table in (("mediators", "acceptability"), ("issues", "weight")):
        turned[roster] = {
            key: dict(entry, **{table: dict(reversed(entry[table].items()))}) for key, entry in content[roster].items()
        }
    one, other = scenario_from(content), scenario_from(turned)
    assert list(one.leaders) == list(other.leaders)[::-1]
    assert run_one(one, seed=seed).equals(run_one(other, seed=seed))


def renamed(value: Any) -> Any:
    """A scenario's content with every display text changed."""
    if isinstance(value, list):
        return [renamed(item) for item in value]
    if not isinstance(value, dict):
        return value
    texts = {"title", "summary", "office", "country", "via", "note", "source", "confidence"}
    kept = {key: renamed(item) for key, item in value.items() if key not in texts}
    if isinstance(value.get("name"), str) and "climbdown" not in value:
        kept["name"] = "Somebody Else"
    return kept


@pytest.mark.slow
@some
@given(scenario_dicts(20), seeds, kinds_of_parameters)
def test_renaming_what_is_displayed_changes_nothing_in_a_run(
    content: dict[str, Any], seed: int, parameters: str
) -> None:
    one = run_one(scenario_from(content), seed=seed, parameters=parameters)
    other = run_one(scenario_from(renamed(content)), seed=seed, parameters=parameters)
    assert one.columns == other.columns
    assert one.outcome == other.outcome


def without_hazards(content: dict[str, Any]) -> Scenario:
    """Fixed clock, moves in turn, argmax, still markets; nobody to offer, nobody to be received."""
    for leader in content["leaders"].values():
        leader["envoys"] = {}
        leader["market"] = dict(leader.get("market", {}), volatility=0.0)
    content |= {"choice": "argmax", "mediators": {}}
    content["clock"] = {"kind": "fixed", "order": "alternating", "every_days": 3}
    content.setdefault("at_start", {}).pop("meeting_on", None)
    return scenario_from(content)


@pytest.mark.slow
@some
@given(scenario_dicts(30, spread=False, scheduled=False), seeds, seeds)
def test_argmax_without_noise_is_the_same_for_every_seed_until_a_hazard_is_drawn(
    content: dict[str, Any], seed: int, other: int
) -> None:
    """Who begins is a toss, so seeds that agree on it are compared; the first hazard left is a summit's rupture."""
    scenario = without_hazards(content)
    models = [NegotiationModel(scenario, seed=s) for s in (seed, other)]
    assume(coin(models[0].world, 0) == coin(models[1].world, 0))
    tables = []
    for model in models:
        model.run_model()
        tables.append(model.trajectory().columns)
    courses = []
    for table in tables:
        kinds = table["events"]["kind"]
        until = kinds.index("summit_held") if "summit_held" in kinds else len(kinds)
        day = table["events"]["day"][until] if until < len(kinds) else math.inf
        chosen = zip(table["decisions"]["day"], table["decisions"]["option"], table["decisions"]["chosen"], strict=True)
        courses.append((kinds[:until], [entry for entry in chosen if entry[0] < day]))
    assert courses[0] == courses[1]


@pytest.mark.slow
@some
@given(scenarios(20, scheduled=False), seeds)
def test_a_longer_horizon_does_not_change_the_past(scenario: Scenario, seed: int) -> None:
    longer = scenario.model_copy(update={"horizon_days": scenario.horizon_days + 7})
    longer.annotate(scenario.provenance, scenario.distributions)
    short, long = (run_one(s, seed=seed).columns for s in (scenario, longer))
    for name, table in short.items():
        for column, values in table.items():
            assert long[name][column][: len(values)] == values, (name, column)


@pytest.mark.slow
@some
@given(scenario_dicts(20, scheduled=False), seeds, st.integers(1, 20), st.floats(0, 1))
def test_a_value_set_at_a_date_changes_nothing_before_it(
    content: dict[str, Any], seed: int, day: int, value: float
) -> None:
    day = min(day, content["horizon_days"])
    side = next(iter(content["leaders"]))
    date = content["start"] + dt.timedelta(days=day)
    change = {"date": date, "kind": "set", "path": f"leaders.{side}.ego", "value": value}
    one, other = (run_one(scenario_from(content | {"scheduled": s}), seed=seed).columns for s in ([], [change]))
    for name, table in one.items():
        before = [row for row, when in enumerate(table["day"]) if when < day]
        for column, values in table.items():
            assert [values[row] for row in before] == list(other[name][column][: len(before)]), (name, column)


def test_masked_actions_are_never_offered_in_a_record() -> None:
    """A side at its ceiling cannot escalate, and one without pressure cannot ease."""
    model = NegotiationModel("two-leaders", seed=4)
    while not model.finished:
        for side in model.sides:
            legal = set(model.legal_actions(side))
            leader = model.world.leaders[model.sides.index(side)]
            assert ("escalate" in legal) == (leader.points < leader.ceiling)
            assert ("ease" in legal) == (leader.points > 0)
            assert "hold" in legal
            assert legal <= set(a.WORDS)
            assert len(legal) < a.COUNT
        model.step()

"""How sharply a leader chose is what the run itself had: drawn by luck, set at a date, whatever the scenario says."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from sim.engines.plain.confrontation import Confrontation
from sim.files import load_scenario, vary
from sim.narrative.choosing import Choosing, attention_of, drawn_value, given_time
from sim.results.record_rows import Decision, decisions
from sim.results.trajectory import Trajectory
from sim.rules.decide.choice import attention
from sim.run import run_one
from sim.scenario import Scenario
from tests.generate import few, scenarios
from tests.sim.sample import sample_trajectory

SPREAD = {"distribution": "uniform", "low": 0.05, "high": 0.95}


def chosen_with(scenario: Scenario, seed: int, run: int, parameters: str) -> Iterator[tuple[Decision, Choosing]]:
    """Every decision of a run, with the numbers that its world held when it was taken."""
    model = Confrontation(scenario, seed, run, parameters)
    held = []
    while not model.finished:
        before = len(model.decisions["decision"])
        model.step()
        world = model.world
        held += [
            (
                world.leaders[model.sides.index(leader)].precision,
                world.weights[0].dissimilarity,
                attention(world) if kind == "turn" and world.setting[0].argmax == 0 else 1.0,
                world.setting[0].argmax == 1,
            )
            for leader, kind in zip(model.decisions["leader"][before:], model.decisions["kind"][before:], strict=True)
        ]
    rows = model.decisions["decision"]
    for decision in decisions(model.trajectory()):
        yield decision, Choosing(*held[rows.index(decision.decision)])


def checked(scenario: Scenario, seed: int, run: int, parameters: str) -> int:
    record = run_one(scenario, seed, run, parameters)
    count = 0
    for decision, held in chosen_with(scenario, seed, run, parameters):
        assert Choosing.of(record, decision) == held
        count += 1
    return count


@few
@given(scenario=scenarios(20), run=st.integers(0, 2**32 - 1), parameters=st.sampled_from(["central", "drawn"]))
def test_any_run_of_any_scenario(scenario: Scenario, run: int, parameters: str) -> None:
    checked(scenario, 5, run, parameters)


@few
@given(
    run=st.integers(0, 2**32 - 1),
    parameters=st.sampled_from(["central", "drawn"]),
    step_days=st.sampled_from([0.25, 0.5, 1]),
    scheduled=st.lists(
        st.tuples(
            st.integers(0, 12),
            st.sampled_from(["leaders.verenia.decisiveness", "weights.dissimilarity", "clock.tempo"]),
            st.sampled_from([0.3, 0.5, 0.9]),
        ),
        max_size=4,
    ),
)
def test_drawn_and_then_set_at_a_date(
    run: int, parameters: str, step_days: float, scheduled: list[tuple[int, str, float]]
) -> None:
    base = load_scenario("two-leaders")
    dated = [
        {"date": (base.start + dt.timedelta(days=day)).isoformat(), "kind": "set", "path": path, "value": value}
        for day, path, value in scheduled
    ]
    scenario = vary(
        base,
        {
            "horizon_days": 15,
            "clock.step_days": step_days,
            "leaders.verenia.decisiveness": SPREAD,
            "clock.rate_per_week": {"distribution": "uniform", "low": 2, "high": 9},
            "weights.dissimilarity": {**SPREAD, "low": 0.2},
            "scheduled": dated,
        },
    )
    assert checked(scenario, 3, run, parameters) > 0


def test_a_drawn_number_is_the_same_wherever_it_is_asked_for() -> None:
    scenario = vary(load_scenario("two-leaders"), {"leaders.verenia.decisiveness": SPREAD})
    values = [drawn_value(scenario, "leaders.verenia.decisiveness", 3, run) for run in range(20)]
    assert len({*values}) == 20
    assert all(0.05 <= value <= 0.95 for value in values)


def test_without_anything_drawn_it_is_the_scenarios() -> None:
    record: Trajectory = sample_trajectory()
    choosing = Choosing.of(record, decisions(record)[0])
    assert math.isclose(choosing.precision, 4.0)
    assert 0 < choosing.dissimilarity <= 1


@few
@given(run=st.integers(0, 2**32 - 1), name=st.sampled_from(["camp-david-1978", "us-dprk-2019", "two-leaders"]))
def test_once_there_was_time_chances_are_those_of_who_has_it(run: int, name: str) -> None:
    record = run_one(name, run=run)
    for decision in decisions(record):
        attention = attention_of(record, decision)
        then = given_time(decision, attention)
        assert (then is decision) == (attention == 1 or decision.chosen.name == "hold")
        if then is not decision:
            assert math.isclose(sum(option.probability for option in then.options), 1, abs_tol=1e-9)
            assert math.isclose(then.chosen.probability * attention, decision.chosen.probability)
            assert then.chosen.name == decision.chosen.name


def test_who_always_takes_the_best_always_has_time() -> None:
    """Choice without luck asks for no attention, so that no chance may be divided by it."""
    case = vary(load_scenario("two-leaders"), {"choice": "argmax", "clock.rate_per_week": 10, "clock.tempo": 3})
    record = run_one(case, seed=0)
    taken = [choice for choice in decisions(record) if choice.kind == "turn" and choice.chosen.name != "hold"]
    assert taken
    for choice in taken:
        then = given_time(choice, Choosing.of(record, choice).attention)
        assert then.chosen.probability == 1

"""Is a run the same up to the decision at which it is left, and open from there on?"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.files import vary
from sim.policies.forks import Order
from sim.results.record_rows import Decision, decisions, events
from sim.results.trajectory import Trajectory
from sim.run import load_script, make_model, run_branch, run_one
from sim.scenario import Scenario
from tests.generate import few, scenarios
from tests.sim.rules.worlds import PLAIN

LUCK = st.integers(0, 2**32 - 1)
PLACE = st.floats(0, 1)
RECORD = run_one(PLAIN, seed=3)
MIDDLE = decisions(RECORD)[len(decisions(RECORD)) // 2]


def decision_at(record: Trajectory, place: float) -> Decision:
    """A decision of a run, by how far through the run it is."""
    taken = decisions(record)
    assume(taken)
    return taken[int(place * (len(taken) - 1))]


def rows_before(record: Trajectory, table: str, key: str, number: int) -> list[tuple[object, ...]]:
    """The rows of a table whose key is below a number."""
    columns = record.columns[table]
    return [row for row, at in zip(zip(*columns.values(), strict=True), columns[key], strict=True) if at < number]


@few
@given(scenario=scenarios(25), seed=LUCK, run=LUCK, place=PLACE, parameters=st.sampled_from(["central", "drawn"]))
def test_the_option_that_was_taken_under_its_own_luck_is_the_run_to_the_bit(
    scenario: Scenario, seed: int, run: int, place: float, parameters: str
) -> None:
    record = run_one(scenario, seed, run, parameters)
    choice = decision_at(record, place)
    assert run_branch(record, choice.decision, which=None).equals(record)
    assert run_branch(record, choice.decision, choice.chosen.name, None).equals(record)


@few
@given(scenario=scenarios(25), seed=LUCK, place=PLACE, pick=st.integers(0, 12), which=LUCK)
def test_nothing_before_the_decision_changes(
    scenario: Scenario, seed: int, place: float, pick: int, which: int
) -> None:
    record = run_one(scenario, seed)
    choice = decision_at(record, place)
    option = choice.options[pick % len(choice.options)].name
    told = run_branch(record, choice.decision, option, which)
    for table, key, number in (("decisions", "decision", choice.decision), ("steps", "step", choice.step + 1)):
        assert rows_before(told, table, key, number) == rows_before(record, table, key, number)
    earlier = [event for event in events(record) if event.day < choice.day]
    assert list(events(told)[: len(earlier)]) == earlier
    again = next(other for other in decisions(told) if other.decision == choice.decision)
    assert again._replace(chosen=choice.chosen) == choice
    assert again.chosen.name == option


def test_another_fresh_luck_is_another_future_and_the_same_one_the_same() -> None:
    futures = [run_branch(RECORD, MIDDLE.decision, which=which) for which in (None, 0, 1, 2, 2**32 - 1)]
    courses = {repr(told.columns["steps"]) for told in futures}
    assert len(courses) == len(futures)
    assert run_branch(RECORD, MIDDLE.decision, which=1).equals(futures[2])


def test_fresh_luck_depends_on_the_run_that_is_left() -> None:
    other = run_one(PLAIN, seed=3, run=1)
    assert len({decisions(run_branch(record, 0, which=7))[1].day for record in (RECORD, other)}) == 2


def test_markets_are_under_fresh_luck_from_the_step_of_the_decision_on() -> None:
    """The news of markets is drawn in blocks of 64 steps, and none of it may outlive the luck it came from."""
    column = f"{min(PLAIN.leaders)}.drawdown"
    own, fresh = (run_branch(RECORD, MIDDLE.decision, which=which).columns["steps"][column] for which in (None, 5))
    row = MIDDLE.step + 1
    assert own[:row] == fresh[:row]
    assert own[row] != fresh[row]


def test_parameters_drawn_at_the_start_stay_those_of_the_run() -> None:
    uncertain = vary(PLAIN, {"leaders.east.ego": {"distribution": "uniform", "low": 0.1, "high": 0.9}})
    record = run_one(uncertain, run=2, parameters="drawn")
    first = decisions(record)[0]
    for which in range(3):
        told = decisions(run_branch(record, first.decision, which=which))[0]
        assert told.options == first.options
    assert make_model(uncertain, run=2, parameters="drawn").world.leaders[0].ego != 0.5


@pytest.mark.parametrize("order", ["simultaneous", "alternating", "random"])
def test_the_fixed_clock_keeps_its_rounds_and_who_began(order: str) -> None:
    fixed = vary(PLAIN, {"clock.kind": "fixed", "clock.order": order})
    for run in range(4):
        record = run_one(fixed, run=run)
        turns = [choice for choice in decisions(record) if choice.kind == "turn"]
        for which in range(3):
            told = decisions(run_branch(record, turns[4].decision, which=which))
            fresh = [choice for choice in told if choice.kind == "turn"]
            assert fresh[4 + 2].day == turns[4 + 2].day
            if order == "alternating":
                leaders = [choice.leader for choice in fresh]
                assert all(one != other for one, other in pairwise(leaders))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((10**6,), "is not in the record"),
        ((MIDDLE.decision, "surrender"), "was not open at decision"),
        ((MIDDLE.decision, None, -1), "which=-1"),
        ((MIDDLE.decision, None, 2**32), "which=4294967296"),
        ((MIDDLE.decision, None, True), "which=True"),
    ],
)
def test_what_cannot_be_branched_is_refused(arguments: tuple[int, str | None, int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        run_branch(RECORD, *arguments)


def test_a_scripted_run_is_branched_with_its_script_as_orders(tmp_path: Path) -> None:
    side, other = sorted(PLAIN.leaders)
    script = f"otherwise: hold\nmoves:\n  - {{date: {PLAIN.start}, leader: {side}, action: escalate}}\n"
    path = tmp_path / "script.yaml"
    path.write_text(script, encoding="utf-8")
    moves = load_script(path, (side, other))
    record = run_one(PLAIN, seed=3, policies=moves.policies())
    orders = moves.orders(PLAIN.start)
    assert orders == (Order(side, "escalate", 0.0), Order(side, "hold", standing=True))
    choice = next(choice for choice in decisions(record) if choice.leader == other and choice.day > 20)
    assert run_branch(record, choice.decision, which=None, orders=orders).equals(record)
    for told in decisions(run_branch(record, choice.decision, which=1, orders=orders)):
        if told.leader == side and told.kind == "turn" and told.decision > choice.decision:
            assert told.chosen.name == "hold"

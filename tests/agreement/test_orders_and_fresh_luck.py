"""Do both engines carry out the same orders and draw the same fresh luck, to the last bit, in any valid scenario?"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.files import list_scenarios, load_scenario, vary
from sim.policies.forks import ANY_REQUEST, Fork, Order
from sim.results.record_rows import decisions
from sim.run import branch, make_branches, run_branch, run_many, run_one
from sim.scenario import Scenario
from sim.vocabulary import actions, answers
from tests.agreement.searching import compared
from tests.agreement.states import find_parting
from tests.agreement.tables import first_difference
from tests.generate import scenarios

LUCK = st.integers(0, 2**32 - 1)
DAYS = 45


def forks(sides: tuple[str, ...], luck: Random) -> Fork:
    """A fork with some orders of every kind, and perhaps fresh luck."""
    orders = tuple(order(sides, luck) for _ in range(luck.randint(0, 6)))
    return Fork(orders, luck.choice([-1, luck.randint(0, 3), luck.randint(0, 40)]), luck.getrandbits(32))


def order(sides: tuple[str, ...], luck: Random) -> Order:
    """One order, for a turn or an answer, of a decision, from a day on, once or standing."""
    about = luck.choice(["", "", ANY_REQUEST, *answers.TOPICS])
    option = luck.choice(answers.WORDS if about else actions.WORDS)
    number = luck.choice([-1, -1, luck.randint(0, 20)])
    return Order(luck.choice(sides), option, luck.uniform(0, DAYS), about, number, luck.random() < 0.2)


@compared(40)
@given(scenario=scenarios(DAYS), seed=LUCK, run=LUCK, parameters=st.sampled_from(["drawn", "central"]), luck=LUCK)
def test_orders_and_fresh_luck_in_any_scenario(
    scenario: Scenario, seed: int, run: int, parameters: str, luck: int
) -> None:
    fork = forks(tuple(sorted(scenario.leaders)), Random(luck))
    assert find_parting(scenario, seed, run, parameters, fork) is None


@compared(15)
@given(scenario=scenarios(DAYS), order=st.sampled_from(["simultaneous", "alternating", "random"]), seed=LUCK, luck=LUCK)
def test_orders_and_fresh_luck_under_the_fixed_clock(scenario: Scenario, order: str, seed: int, luck: int) -> None:
    fixed = vary(scenario, {"clock.kind": "fixed", "clock.order": order})
    fork = forks(tuple(sorted(scenario.leaders)), Random(luck))
    assert find_parting(fixed, seed, 0, "central", fork) is None


@compared(10)
@given(scenario=scenarios(30), seed=LUCK, place=st.floats(0, 1), pick=st.integers(0, 12), first=st.integers(0, 2**31))
def test_plain_python_branches_to_the_same_table(
    scenario: Scenario, seed: int, place: float, pick: int, first: int
) -> None:
    record = run_one(scenario, seed)
    taken = decisions(record)
    if not taken:
        return
    choice = taken[int(place * (len(taken) - 1))]
    option = choice.options[pick % len(choice.options)].name
    compiled = branch(record, choice.decision, option, 3, first=first)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLIMBDOWN_NO_NUMBA", "1")
        assert first_difference(compiled, branch(record, choice.decision, option, 3, first=first)) is None


@pytest.mark.parametrize("name", list_scenarios())
def test_a_row_of_a_branch_is_the_branch_told_in_full(name: str) -> None:
    record = run_one(name, seed=7, run=3, parameters="drawn")
    taken = decisions(record)
    choice = taken[len(taken) // 2]
    option = choice.options[-1].name
    table = branch(record, choice.decision, option, 3)
    for entry in range(3):
        told = table[entry]
        assert told.equals(run_branch(record, choice.decision, option, entry))
        assert table.outcomes[entry] == told.outcome.outcome_class
        assert table.columns()["outcome_day"][entry] == told.outcome.day
        for side in told.outcome.trough:
            assert table.measures[f"trough_{side}"][entry] == told.outcome.trough[side]


def test_a_branch_keeps_orders_in_the_order_given() -> None:
    """Of two that fit a decision the first is carried out, in the counter as in the run told in full."""
    side, _ = sorted(load_scenario("two-leaders").leaders)
    orders = [Order(side, "escalate", 10.0), Order(side, "rally", 10.0), Order(side, "hold", standing=True)]
    record = run_one("two-leaders", run=3, orders=orders)
    first = decisions(record)[0]
    table = branch(record, first.decision, None, 3, orders=orders)
    for entry in range(3):
        told = run_branch(record, first.decision, None, entry, orders)
        turns = [choice for choice in decisions(told) if choice.leader == side and choice.kind == "turn"]
        late = [choice.chosen.name for choice in turns if choice.day >= 10]
        assert late[:2] == ["escalate", "rally"]
        for name in told.outcome.trough:
            assert table.measures[f"trough_{name}"][entry] == told.outcome.trough[name]
        assert table.measures[f"escalate_count_{side}"][entry] == told.outcome.actions[side]["escalate"]


def test_a_counter_that_has_counted_other_branches_counts_the_same() -> None:
    record = run_one("two-leaders", run=3)
    counter = make_branches(record)
    counter.count(5, None, range(4))
    again = counter.count(30, None, range(2, 6))
    assert first_difference(again, branch(record, 30, runs=4, first=2)) is None


def test_orders_keep_a_persons_moves_under_many_lucks() -> None:
    scenario = load_scenario("two-leaders")
    side = min(scenario.leaders)
    moves = [Order(side, "escalate", 10.0), Order(side, "escalate", 10.0), Order(side, "ease", 40.0)]
    runs = run_many(scenario, 4, 6, "central", orders=moves)
    assert runs[2].equals(run_one(scenario, 4, 2, orders=moves))
    for record in runs:
        turns = [choice for choice in decisions(record) if choice.leader == side and choice.kind == "turn"]
        late = [choice for choice in turns if choice.day >= 10]
        possible = [choice for choice in late if any(option.name == "escalate" for option in choice.options)]
        assert [choice.chosen.name for choice in possible[:2]] == ["escalate", "escalate"]

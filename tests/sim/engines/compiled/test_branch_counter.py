"""Is a counter of branches asked anything the same each time, and do its tables say which fresh luck each run is?"""

from __future__ import annotations

import pytest

from sim.policies.forks import Order
from sim.results.record_rows import decisions
from sim.run import make_branches, run_branch, run_one
from tests.agreement.tables import first_difference
from tests.sim.rules.worlds import PLAIN

RECORD = run_one(PLAIN, seed=3)
CHOICE = decisions(RECORD)[12]
OPTION = next(option.name for option in CHOICE.options if option != CHOICE.chosen)


@pytest.mark.parametrize("plain", [True, False])
def test_answers_do_not_depend_on_what_was_asked_before(plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if plain:
        monkeypatch.setenv("CLIMBDOWN_NO_NUMBA", "1")
    counter = make_branches(RECORD)
    whole = counter.count(CHOICE.decision, OPTION, range(6))
    counter.count(3, None, range(2))
    again = counter.count(CHOICE.decision, OPTION, range(6), threads=2)
    assert first_difference(whole, again) is None
    assert first_difference(whole, make_branches(RECORD).count(CHOICE.decision, OPTION, range(6))) is None


def test_the_table_says_what_it_is_of_and_tells_its_runs() -> None:
    orders = (Order(CHOICE.leader, "hold", CHOICE.day + 1, standing=True),)
    record = run_one(PLAIN, seed=3, orders=orders)
    runs = make_branches(record, orders).count(CHOICE.decision, OPTION, range(40, 44))
    assert runs.run.tolist() == [40, 41, 42, 43]
    assert (runs.seed, runs.parameters, len(runs.scenarios), runs.partial) == (3, "central", 1, False)
    told = runs[1]
    assert told.equals(run_branch(record, CHOICE.decision, OPTION, 41, orders))
    assert runs.outcomes[1] == told.outcome.outcome_class
    later = [choice for choice in decisions(told) if choice.leader == CHOICE.leader and choice.day > CHOICE.day + 1]
    assert {choice.chosen.name for choice in later if choice.kind == "turn"} == {"hold"}


@pytest.mark.parametrize("which", [range(0), range(-1, 3), range(2**32 - 1, 2**32 + 1)])
def test_lucks_that_there_are_not_are_refused(which: range) -> None:
    with pytest.raises(ValueError, match="fresh lucks are numbered"):
        make_branches(RECORD).count(CHOICE.decision, OPTION, which)

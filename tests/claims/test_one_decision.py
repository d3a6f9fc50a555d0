"""Does the page that works one decision through by hand agree with the record of that run?"""

from __future__ import annotations

import pytest

from sim.run import run_one
from sim.vocabulary import components as c
from tests.claims.decision_arithmetic import CASE, RUN, SEED, SIDE, chances, choice, look_over_the_shoulder, terms
from tests.claims.one_decision import PAGE, render
from tests.claims.stage import rows

RECORD = rows(run_one(CASE, seed=SEED, run=RUN), "decisions", leader=SIDE, kind="turn")
OPTIONS = [row for row in RECORD if row["decision"] == RECORD[0]["decision"]]
SEEN = look_over_the_shoulder()


def test_the_reasons_for_a_call_are_those_of_the_record() -> None:
    recorded = next(row for row in OPTIONS if row["option"] == "request_call")
    worked = {term.component: getattr(SEEN.weights, term.component) * term.value for term in terms(SEEN)}
    for component in c.WORDS:
        assert worked.get(component, 0.0) == pytest.approx(recorded[component], abs=1e-12)
    assert sum(worked.values()) == pytest.approx(recorded["utility"], abs=1e-12)


def test_the_probabilities_are_those_of_the_record() -> None:
    worked = chances(SEEN)
    assert list(worked) == [row["option"] for row in OPTIONS]
    for row in OPTIONS:
        assert worked[row["option"]] == pytest.approx(row["probability"], rel=1e-9)


def test_the_choice_is_that_of_the_record() -> None:
    assert [row["option"] for row in OPTIONS if row["chosen"]] == [choice(SEEN)]


def test_the_page_is_in_step() -> None:
    assert PAGE.read_text(encoding="utf-8") == render(), "run: python -m tests.claims.one_decision"

"""Are these the names and kinds of the catalogue, and does one run answer what the table of runs answers?"""

from __future__ import annotations

import pytest
from hypothesis import given

from analysis.classroom.lessons.many_answers import answers
from analysis.classroom.lessons.measure_names import happened, measure_names
from analysis.classroom.lessons.reading import read_lesson
from analysis.estimates.catalogue import measures_of
from sim.files import list_scenarios, load_scenario, vary
from sim.run import run_many, run_one
from sim.scenario import Scenario
from tests.generate import few, scenarios

CASES = {"two-leaders": load_scenario("two-leaders"), "host": read_lesson("host").scenario}
RUNS = 12


@pytest.mark.parametrize("name", list_scenarios())
def test_shipped_cases_have_these_measures(name: str) -> None:
    scenario = load_scenario(name)
    known = {measure: str(found.kind) for measure, found in measures_of(scenario).items()}
    assert measure_names([scenario]) == known


@few
@given(scenarios())
def test_any_case_has_these_measures(scenario: Scenario) -> None:
    known = {measure: str(found.kind) for measure, found in measures_of(scenario).items()}
    assert measure_names([scenario]) == known


def test_worlds_of_one_lesson_have_what_any_of_them_has() -> None:
    scenario = load_scenario("two-leaders")
    host = next(iter(scenario.mediators))
    alone = vary(scenario, {"mediators": {}})
    assert f"mediator_{host}" not in measure_names([alone])
    assert measure_names([alone, scenario]) == measure_names([scenario])


@pytest.mark.parametrize("name", CASES)
def test_one_run_answers_as_the_table_does(name: str) -> None:
    scenario = CASES[name]
    table = run_many(scenario, 5, RUNS, "central").table()
    outcomes = [run_one(scenario, 5, run).outcome for run in range(RUNS)]
    asked = [measure for measure, kind in measure_names([scenario]).items() if kind != "amount"]
    several = 0
    for measure in asked:
        found = [happened(outcome, measure) for outcome in outcomes]
        assert found == answers(table, measure, scenario).tolist(), measure
        several += 0 < sum(found) < RUNS
    assert several > 5, "most measures answered the same in every run: the comparison shows little"


def test_an_amount_is_no_answer() -> None:
    outcome = run_one("two-leaders").outcome
    with pytest.raises(KeyError, match="trough_aldmark"):
        happened(outcome, "trough_aldmark")

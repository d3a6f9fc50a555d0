"""Do tables of runs answer with yes or no, and are hosts asked for whom no run met?"""

from __future__ import annotations

import numpy as np
import pytest

from analysis.classroom.lessons.many_answers import answers, known_measures
from analysis.estimates import MeasureError
from sim.files import load_scenario, vary
from sim.run import run_many

SCENARIO = load_scenario("two-leaders")


def test_days_are_answered_by_whether_it_came_and_no_question_by_no() -> None:
    table = run_many(SCENARIO, 3, 40, "central").table()
    table.loc[0, "first_voice_day"] = 0.0  # the first day is a day
    assert answers(table, "first_voice_days", SCENARIO).tolist() == table["first_voice_day"].notna().tolist()
    by = answers(table, "asks_first_verenia", SCENARIO)
    assert by.tolist() == (table["first_contact_asked_by"] == "verenia").tolist()
    assert by.dtype == np.bool_


def test_a_host_whom_no_run_met_is_asked_for_all_the_same() -> None:
    table = run_many(vary(SCENARIO, {"mediators": {}}), 3, 10, "central").table()
    host = next(iter(SCENARIO.mediators))
    assert f"mediator_{host}" in known_measures(table, [SCENARIO])
    assert not answers(table, f"mediator_{host}", SCENARIO).any()


def test_an_amount_is_refused() -> None:
    table = run_many(SCENARIO, 3, 5, "central").table()
    with pytest.raises(MeasureError, match="'trough_aldmark' is an amount"):
        answers(table, "trough_aldmark", SCENARIO)

"""Is a study looked at by the measure that it names, else by the first that differs between its runs?"""

from __future__ import annotations

import numpy as np

from analysis.documents.measure_focus import FOCUS, first_in_focus, focus
from tests.analysis.synthetic import runs_table

ROWS = runs_table(300).assign(horizon_days=180)


def test_the_measure_asked_about_comes_first_and_once() -> None:
    names = [found.name for found in focus(ROWS, asked="ever_truce")]
    assert names == ["ever_truce", *FOCUS[:2]]
    assert [found.name for found in focus(ROWS, asked="contact")] == ["contact", "outcome_deal", "first_contact_days"]


def test_without_one_it_is_the_first_that_differs_piece_by_piece() -> None:
    parts = [ROWS.iloc[:100], ROWS.iloc[100:]]
    assert first_in_focus(parts).name == "outcome_deal"
    rare = ROWS.assign(outcome=np.where(np.arange(300) < 3, "deal", "truce"))
    assert first_in_focus([rare]).name == "contact"
    alike = ROWS.iloc[np.zeros(300, dtype=int)]
    assert first_in_focus([alike]) is None
    halves = [ROWS.assign(outcome="deal").iloc[:150], ROWS.assign(outcome="truce").iloc[150:]]
    assert first_in_focus(halves).name == "outcome_deal", "alike in each piece, and not in all"


def test_a_question_that_does_not_always_arise_is_not_the_first() -> None:
    kept = ROWS[["seed", "run", "horizon_days", "first_contact_day", "first_contact_asked_by"]]
    assert first_in_focus([kept]).name == "contact"

"""Does the page hold every row, the tempo beside data, the course, and what was measured before?"""

from __future__ import annotations

import csv

import pytest

from analysis.estimates import Estimate
from analysis.evidence.dynamics import page as pages
from analysis.evidence.dynamics.measured import Measured, measure
from analysis.evidence.dynamics.page import HERE, page, written
from analysis.evidence.dynamics.row import Finding, Reading
from analysis.evidence.dynamics.rows import ROWS
from tests.analysis.evidence.dynamics.acted import Acted, half

CASES = ("two-leaders", "us-china-2025")
CALM = {"calls_held": 1, "first_voice_day": 20, "first_voice_level": 5 - half(), "first_ask_day": 9, "asks_accepted": 1}


@pytest.fixture(scope="module")
def text() -> str:
    stage = Acted.always(CALM, CASES)
    rows = [row for name, row in ROWS.items() if name in ("D1", "D4", "D5", "D8", "D17")]
    return page(measure(rows, [stage]), [stage])


def test_every_row_is_told_with_its_numbers(text: str) -> None:
    for name in ("D1", "D4", "D5", "D8", "D17"):
        assert f"\n## {name}: {ROWS[name].behaviour}\n" in text
        assert f"\n| {name} | " in text
    assert "| us-china-2025 | calls held | 1.000 | yes |" in text
    assert "**not reached**" in text


def test_the_tempo_stands_beside_data(text: str) -> None:
    assert "| calls held | 1.0 | 1.0 | 3.6 a year" in text
    assert "China Vitae" in text


def test_the_course_has_tension_and_pain_of_both(text: str) -> None:
    for column in ("tension", "us.pain", "china.pain"):
        assert f"| us-china-2025 | {column} | " in text


def test_figures_of_before_stand_beside_those_of_now(text: str) -> None:
    assert "| calls held a run | us-china-2025 | 8 to 10 | 1.000 (D8) |" in text
    assert text.rindex("## ") == text.index("## What was measured before")


def test_every_figure_of_before_that_names_a_row_names_one_that_is_there() -> None:
    with (HERE / "before.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) >= 20
    assert {line["row"] for line in lines} <= {*ROWS, ""}
    assert all(line["finding"] and line["where"] and line["before"] for line in lines)


def test_numbers_without_luck_have_no_interval() -> None:
    assert written(Reading("a", "b", Estimate(0.5, 0.5, 0.5))) == "0.500"
    assert written(Reading("a", "b", Estimate(0.5, 0.4, 0.6))) == "0.500 [0.400, 0.600]"
    assert written(None) == ""


def test_what_both_kinds_of_parameters_say_stands_side_by_side() -> None:
    findings = {
        kind: Finding([Reading("a", "b", Estimate(value, value, value), value > 0.5)], None, "")
        for kind, value in (("central", 0.4), ("drawn", 0.6))
    }
    assert "| a | b | 0.400 | 0.600 | **no**, yes |" in pages.row_part(Measured(ROWS["D1"], findings))

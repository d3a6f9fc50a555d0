"""The small picture of a run fits its columns, needs no colour, and has a form for plain ASCII."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.documents.run_figures import run_course
from analysis.figures.character_course import course_rows, sampled, side_marks
from analysis.figures.figure import Course
from tests.sim.sample import sample_scenario, sample_steps, sample_trajectory


@given(st.integers(1, 400), st.integers(40, 100), st.booleans(), st.floats(0, 1000), st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_any_run_fits(days: int, width: int, ascii_only: bool, points: float, fall: float) -> None:
    steps = sample_steps(sample_scenario(), days)
    steps["us.pressure"] = [points] * days
    steps["cn.drawdown"] = [fall] * days
    lines = list(course_rows(run_course(sample_trajectory(steps=steps)), width, ascii_only))
    assert all(len(line) <= width for line in lines)
    assert len(lines) <= 16
    if ascii_only:
        assert all(line.isascii() for line in lines)


def test_both_sides_and_the_truce_are_drawn() -> None:
    text = "\n".join(course_rows(run_course(sample_trajectory()), 80, False))
    for part in ("C = China", "U = United States", "truce", "18 Apr", "28 May", "8% at worst"):
        assert part in text


def test_without_a_date_days_are_counted() -> None:
    series = {"side": ["a", "b"] * 2, "panel": ["x"] * 4, "day": [0, 0, 9, 9], "value": [1, 2, 3, 4]}
    lines = list(course_rows(Course(series, {"start": [], "end": []}, ""), 40, True))
    assert lines[-1].split() == ["0", "9", "9"]
    assert "truce" not in "".join(lines)


def test_who_asked_and_when_they_spoke_is_marked() -> None:
    series = {"side": ["Aldmark", "Verenia"] * 2, "panel": ["x"] * 4, "day": [0, 0, 99, 99], "value": [1, 2, 3, 4]}
    marks = {
        "day": [0.0, 50.0, 99.0],
        "lane": ["Aldmark", "Verenia", "together"],
        "form": ["ask in vain", "ask", "call"],
        "label": ["", "", ""],
    }
    lines = list(course_rows(Course(series, {"start": [], "end": []}, "", marks=marks), 40, True))
    asked, spoke = lines[-3:-1]
    assert asked.startswith("  asked |a")
    assert "V" in asked
    assert spoke.startswith("  spoke |")
    assert spoke.endswith("*")


def test_names_with_the_same_letter_get_a_and_b() -> None:
    assert side_marks(["Utopia", "Urania"]) == {"Utopia": "A", "Urania": "B"}
    assert side_marks(["China", "習"]) == {"China": "A", "習": "B"}


@pytest.mark.parametrize(
    ("values", "width", "found"), [([1, 2, 3], 3, [1, 2, 3]), ([1, 2], 4, [1, 1, 2, 2]), ([1, 2, 3, 4], 2, [2, 4])]
)
def test_sampling_ends_with_the_last_value(values: list[float], width: int, found: list[float]) -> None:
    assert sampled(values, width) == found

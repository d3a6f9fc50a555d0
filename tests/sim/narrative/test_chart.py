"""The small picture fits its columns, needs no colour, and has a form for plain ASCII."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.narrative.cast import Cast
from sim.narrative.chart import chart, sampled, side_marks
from tests.sim.sample import sample_scenario, sample_steps, sample_trajectory


@given(st.integers(1, 400), st.integers(40, 100), st.booleans(), st.floats(0, 1000), st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_any_run_fits(days: int, width: int, ascii_only: bool, points: float, fall: float) -> None:
    steps = sample_steps(sample_scenario(), days)
    steps["us.pressure"] = [points] * days
    steps["cn.drawdown"] = [fall] * days
    lines = chart(sample_trajectory(steps=steps), ascii_only, width)
    assert all(len(line) <= width for line in lines)
    assert len(lines) <= 14
    if ascii_only:
        assert all(line.isascii() for line in lines)


def test_both_sides_and_the_truce_are_drawn() -> None:
    text = "\n".join(chart(sample_trajectory()))
    for part in ("C = China", "U = United States", "truce", "18 Apr", "28 May", "8% at worst"):
        assert part in text


def test_countries_with_the_same_letter_get_a_and_b() -> None:
    leaders = {s: leader.model_copy(update={"country": "Utopia"}) for s, leader in sample_scenario().leaders.items()}
    assert side_marks(Cast(sample_scenario().model_copy(update={"leaders": leaders}))) == {"cn": "A", "us": "B"}


@pytest.mark.parametrize(
    ("values", "width", "found"), [([1, 2, 3], 3, [1, 2, 3]), ([1, 2], 4, [1, 1, 2, 2]), ([1, 2, 3, 4], 2, [2, 4])]
)
def test_sampling_ends_with_the_last_value(values: list[float], width: int, found: list[float]) -> None:
    assert sampled(values, width) == found

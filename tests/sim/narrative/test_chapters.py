"""Chapters are whole months, as few as can be, and their headings are true."""

from __future__ import annotations

import pytest

from sim.narrative.chapters import MOST_CHAPTERS, chapter_months, chapters
from sim.narrative.items import Item, Rank
from sim.narrative.told_run import ToldRun
from tests.sim.sample import sample_scenario, sample_steps, sample_trajectory


def run_of(days: int, plain: bool = False) -> ToldRun:
    return ToldRun(sample_trajectory(steps=sample_steps(sample_scenario(), days)), plain)


def on(*dates: str) -> list[Item]:
    return [Item(date, date, date, (), Rank.always) for date in dates]


@pytest.mark.parametrize(("days", "months"), [(60, 1), (170, 1), (400, 2), (3650, 24)])
def test_long_runs_have_longer_chapters(days: int, months: int) -> None:
    assert chapter_months(run_of(days).trajectory) == months


def test_a_month_without_anything_to_tell_joins_the_next() -> None:
    found = list(chapters(on("2025-04-18", "2025-07-02"), run_of(100)))
    assert [chapter.heading.split(" - ")[0] for chapter in found] == ["April 2025", "May to July 2025"]


def test_headings_name_the_last_month_to_the_end_of_the_run() -> None:
    (only,) = chapters(on("2025-04-18"), run_of(100))
    assert only.heading.startswith("April to July 2025 - China ")
    assert len(list(chapters(on(*(f"2025-{month:02}-20" for month in range(4, 13))), run_of(270)))) <= MOST_CHAPTERS


def test_a_heading_has_the_points_at_the_end_of_its_months() -> None:
    steps = sample_steps(sample_scenario(), 41)
    steps["us.pressure"] = [float(day) for day in range(41)]
    run = ToldRun(sample_trajectory(steps=steps, events={name: [] for name in sample_trajectory().columns["events"]}))
    april, may = chapters(on("2025-04-20", "2025-05-20"), run)
    assert "United States 13," in april.heading
    assert "United States 40," in may.heading


def test_read_aloud_a_heading_has_no_points() -> None:
    (only,) = chapters(on("2025-04-18"), run_of(20, plain=True))
    assert only.heading == "April to May 2025"

"""Tests for analysis.classroom.drawing.ladder_told: counts and weeks agree with the record."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.drawing.courses import by_side, marks
from analysis.classroom.drawing.ladder_told import ladder_table, ladder_told
from sim.results.trajectory import Trajectory
from tests.analysis.classroom.drawing.worlds import days, worlds


@given(data=st.data(), trajectory=worlds())
def test_every_mark_stands_in_the_row_of_its_week(data: st.DataObject, trajectory: Trajectory) -> None:
    day = data.draw(days(trajectory))
    reached, points = marks(trajectory, day), by_side(trajectory, "pressure", day)
    columns, rows = ladder_table(trajectory, points, reached)
    assert len(columns) == 4
    for week, row in enumerate(rows):
        here = [mark for mark in reached if 7 * week <= mark.day < 7 * (week + 1)]
        assert len(list(filter(None, row[3].split("; ")))) == len(here)
    assert sum(len(list(filter(None, row[3].split("; ")))) for row in rows) == len(reached)


@given(data=st.data(), trajectory=worlds())
def test_the_sentence_counts_what_the_marks_show(data: st.DataObject, trajectory: Trajectory) -> None:
    day = data.draw(days(trajectory))
    reached, points = marks(trajectory, day), by_side(trajectory, "pressure", day)
    told = ladder_told(trajectory, "Pressure", points, reached)
    assert told.startswith("Pressure: ")
    for side in points:
        count = sum(mark.lane == side for mark in reached)
        assert ("asked once" if count == 1 else f"asked {count} times") in told

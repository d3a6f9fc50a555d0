"""Tests for analysis.classroom.drawing.courses: what is so by a day, held until that day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.drawing.courses import (
    by_side,
    course,
    index_of_hundred,
    label_of,
    marks,
    shown_to,
    truces,
    value_at,
)
from analysis.documents.reaching_marks import ASKED, HELD, TOGETHER
from sim.narrative.cast import Cast
from sim.narrative.points_in_force import points_after
from sim.results.record_rows import events
from sim.results.trajectory import Trajectory
from tests.analysis.classroom.drawing.worlds import days, world, worlds
from tests.generate import few


@given(data=st.data(), trajectory=worlds())
def test_a_course_begins_at_the_opening_and_ends_on_the_day(data: st.DataObject, trajectory: Trajectory) -> None:
    day = data.draw(days(trajectory))
    points = course(trajectory, "groundwork", day)
    assert points[0] == (0.0, trajectory.columns["steps"]["groundwork"][0])
    assert points[-1][0] == shown_to(trajectory, day) <= day
    assert [at for at, _ in points] == sorted(at for at, _ in points)


@given(data=st.data(), trajectory=worlds())
def test_every_ask_and_every_contact_up_to_the_day_is_marked(data: st.DataObject, trajectory: Trajectory) -> None:
    day = data.draw(days(trajectory))
    log = [event for event in events(trajectory) if event.day <= day]
    found = marks(trajectory, day)
    asks = [event for event in log if event.kind in ASKED and event.actor in trajectory.scenario.leaders]
    assert [mark.day for mark in found if mark.lane != TOGETHER] == [event.day for event in asks]
    assert sum(mark.kind in HELD for mark in found) == sum(event.kind in HELD for event in log)


@given(data=st.data(), trajectory=worlds())
def test_truces_lie_within_what_is_shown(data: st.DataObject, trajectory: Trajectory) -> None:
    day = data.draw(days(trajectory))
    assert all(0 <= start <= end <= max(day, 0.0) for start, end in truces(trajectory, day))


def test_a_market_starts_at_a_hundred() -> None:
    points = index_of_hundred(course(world(), "aldmark.index", 50))
    assert points[0] == (0.0, 100.0)
    assert all(value > 0 for _, value in points)


def test_what_was_asked_for_is_called_as_the_case_calls_it() -> None:
    cast = Cast(world().scenario)
    assert label_of("call_requested", cast) == cast.words["call"].noun
    assert label_of("deal", cast) == cast.words["deal"].noun


@given(data=st.data(), trajectory=worlds(), day=st.floats(0, 400))
def test_a_course_holds_its_last_value_until_the_next(data: st.DataObject, trajectory: Trajectory, day: float) -> None:
    points = course(trajectory, "groundwork", data.draw(days(trajectory)))
    assert value_at(points, day) == [value for at, value in points if at <= day][-1]


@few
@given(trajectory=worlds())
def test_what_was_just_done_is_seen_before_the_step_is_over(trajectory: Trajectory) -> None:
    log = events(trajectory)
    ended = {event.step for event in log if event.kind in {"truce_breached", "deal", "value_set"}}
    for (number, side), points in points_after(trajectory, log).items():
        event = log[number]
        if event.kind in {"escalate", "ease", "truce_agreed"} and event.step not in ended:
            seen = by_side(trajectory, "pressure", event.day)[side][-1]
            assert seen == (event.day, pytest.approx(points))

"""How far a world is shown: weeks, halts before decisions, its end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.session.showing import as_far, onwards, outright, week_after, week_before
from analysis.classroom.session.state import Watching
from tests.analysis.classroom.session.teaching import world

MANY = world(30.0, (2, 4.0), (3, 4.0), (7, 14.0), (9, 30.0))
DAYS = st.floats(0, 400, allow_subnormal=False)


@given(day=DAYS)
def test_weeks_go_on_and_back_by_their_ends(day: float) -> None:
    assert week_before(day) <= day < week_after(day)
    assert week_after(day) % 7 == week_before(day) % 7 == 0
    assert week_after(week_before(day)) >= day


def test_weeks_of_a_day_on_their_border() -> None:
    assert (week_after(0.0), week_after(6.9), week_after(7.0)) == (7.0, 7.0, 14.0)
    assert (week_before(0.0), week_before(7.0), week_before(7.1), week_before(14.0)) == (0.0, 0.0, 7.0, 7.0)


def test_a_world_halts_before_each_decision_and_then_shows_just_that() -> None:
    watching, seen = Watching(), []
    for _ in range(11):
        what = onwards(MANY, watching, week_after(watching.day))
        seen.append((what["day"], what["stop"]))
        watching = Watching(day=what["day"], stop=what["stop"], passed=what["passed"], over=what["over"])
    assert seen == [
        (4.0, 2), (4.0, None), (4.0, 3), (4.0, None), (7.0, None), (14.0, 7), (14.0, None), (21.0, None),
        (28.0, None), (30.0, 9), (30.0, None),
    ]  # fmt: skip


def test_without_stops_weeks_go_by() -> None:
    assert onwards(MANY, Watching(stops=False), 7.0) == {"day": 7.0, "stop": None, "passed": 3, "over": False}


def test_stops_that_are_turned_on_later_do_not_bring_back_what_is_behind() -> None:
    assert onwards(MANY, Watching(day=7.0, passed=3), 14.0)["stop"] == 7


def test_the_end_is_the_end() -> None:
    assert outright(MANY, 99.0) == {"day": 30.0, "stop": None, "passed": 9, "over": True}


def test_a_changed_world_stands_before_the_same_decision_or_shows_the_day() -> None:
    before = Watching(day=4.0, stop=3, passed=2)
    assert as_far(MANY, before) == {"day": 4.0, "stop": 3, "passed": 2, "over": False}
    assert as_far(world(30.0, (4, 9.0)), before) == {"day": 4.0, "stop": None, "passed": -1, "over": False}
    assert as_far(world(3.0), before) == {"day": 3.0, "stop": None, "passed": -1, "over": True}

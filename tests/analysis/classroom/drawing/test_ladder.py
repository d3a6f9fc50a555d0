"""Tests for analysis.classroom.drawing.ladder: both sides, who asked and met, up to a day."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.drawing.canvas import COLUMN_LADDER, PAPER_LADDER, WATCH_LADDER, Size
from analysis.classroom.drawing.ladder import ladder
from analysis.documents.reaching_marks import ASKED, REFUSALS
from sim.results.record_rows import events
from sim.results.trajectory import Trajectory
from tests.analysis.classroom.drawing.boxes import SVG, assert_readable, assert_told, parsed
from tests.analysis.classroom.drawing.worlds import days, with_another_future, world, worlds
from tests.generate import few


@given(data=st.data(), trajectory=worlds(), size=st.sampled_from([WATCH_LADDER, COLUMN_LADDER, PAPER_LADDER]))
def test_any_world_on_any_day_can_be_read_and_is_told(data: st.DataObject, trajectory: Trajectory, size: Size) -> None:
    day = data.draw(days(trajectory))
    before = data.draw(st.none() | st.just(world(trajectory.scenario.name, 8)))
    found = ladder(trajectory, day, size, before, before)
    assert_readable(found)
    assert_told(found)


@few
@given(data=st.data(), trajectory=worlds())
def test_what_comes_later_is_nowhere_in_it(data: st.DataObject, trajectory: Trajectory) -> None:
    day = data.draw(days(trajectory))
    assert ladder(with_another_future(trajectory, day), day) == ladder(trajectory, day)


def _looks(trajectory: Trajectory, day: float) -> list[str]:
    classes = [path.attrib["class"] for path in parsed(ladder(trajectory, day)).iter(f"{SVG}path")]
    return [look.removeprefix("mark ") for look in classes if look.endswith(("-asks", "-vain"))]


def test_an_ask_is_in_vain_only_once_that_has_been_said() -> None:
    trajectory = world("two-leaders", 1)
    log = events(trajectory)
    no = next(event for event in log if event.kind in REFUSALS and event.actor)
    ask = next(event for event in log if event.event == no.request and event.kind in ASKED)
    shortly_before = (ask.day + no.day) / 2
    assert ask.day < shortly_before < no.day
    assert not any(look.endswith("vain") for look in _looks(trajectory, ask.day))
    assert any(look.endswith("asks") for look in _looks(trajectory, shortly_before))
    assert any(look.endswith("vain") for look in _looks(trajectory, no.day))


def test_it_says_where_both_stand_and_tells_weeks() -> None:
    trajectory = world("two-leaders", 1)
    found = ladder(trajectory, 28)
    steps = trajectory.columns["steps"]
    for side, name in (("aldmark", "Aldmark"), ("verenia", "Verenia")):
        level = steps[f"{side}.pressure"][max(row for row, day in enumerate(steps["day"]) if day <= 28)]
        assert f"{name} {level:.0f}" in found["text"]
    assert [row[0] for row in found["rows"]] == ["1", "2", "3", "4"]


def test_what_happened_on_one_day_stands_side_by_side() -> None:
    trajectory = world("two-leaders", 1)
    log = events(trajectory)
    deal = next(event for event in log if event.kind == "deal")
    found = parsed(ladder(trajectory, deal.day))
    talks, agreed = (
        [path for path in found.iter(f"{SVG}path") if path.attrib["class"] == look][-1]
        for look in ("mark met", "mark tick-mark")
    )
    left, right = (float(path.attrib["d"][1:].split()[0]) for path in (talks, agreed))
    assert right - left >= 0.5 * WATCH_LADDER.text

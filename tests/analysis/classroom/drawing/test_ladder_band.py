"""Tests for analysis.classroom.drawing.ladder_band: a mark for everything, in its lane, and a key of what came up."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.drawing.canvas import WATCH_LADDER
from analysis.classroom.drawing.courses import Mark, marks
from analysis.classroom.drawing.ladder_band import between, entries
from analysis.classroom.drawing.scales import Field
from analysis.documents.reaching_marks import TOGETHER
from sim.results.trajectory import Trajectory
from tests.analysis.classroom.drawing.worlds import days, world, worlds

UPPER, LOWER = Field(40, 400, 60, 130, 180, 0, 100), Field(40, 400, 250, 180, 180, 0, 100)


def _drawn(reached: list[Mark]) -> list[dict[str, str]]:
    found = between(reached, ["aldmark", "verenia"], (UPPER, LOWER), WATCH_LADDER)
    return [ElementTree.fromstring(path).attrib for path in found]


def test_whoever_asks_points_at_the_other_and_an_ask_in_vain_is_hollow() -> None:
    down, up = _drawn([Mark(5, "aldmark", "call_requested", False), Mark(9, "verenia", "call_requested", True)])
    assert (down["class"], up["class"]) == ("mark a-asks", "mark b-vain")
    heights = [[float(number) for number in path["d"].replace("M", " ").replace("Z", "").split() if "L" not in number
                and "H" not in number][1] for path in (down, up)]  # fmt: skip
    assert UPPER.bottom < heights[0] < heights[1] < LOWER.bottom


@given(data=st.data(), trajectory=worlds())
def test_everything_has_a_mark_and_every_mark_a_name(data: st.DataObject, trajectory: Trajectory) -> None:
    day = data.draw(days(trajectory))
    reached = marks(trajectory, day)
    found = list(between(reached, sorted(trajectory.scenario.leaders), (UPPER, LOWER), WATCH_LADDER))
    assert len(found) == len(reached)
    shapes = [entry.shape for entry in entries(trajectory, day, reached)]
    kinds = {mark.kind for mark in reached if mark.lane == TOGETHER}
    asks = [mark for mark in reached if mark.lane != TOGETHER]
    expected = len(kinds) + bool(asks) + any(mark.in_vain for mark in asks)
    assert len([shape for shape in shapes if shape != "held"]) == expected


def test_nothing_has_come_up_on_the_first_day() -> None:
    assert entries(world(), 0.0, []) == []

"""How a run went: titles say the record's numbers, the ladders come first, and no text lies on another in any room."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("altair")

from analysis.documents.document import Picture
from analysis.documents.run_course import asking_finding, course_blocks, falls_finding
from analysis.documents.run_reasons import reasons_blocks
from analysis.documents.wording import percent
from analysis.figures.figure import Course, FaceToFace, WhoCallsWhom
from analysis.figures.style import NARROW, WIDE, Room
from analysis.figures.vega import vega_chart
from sim import run_one
from sim.files.shipped import list_scenarios
from sim.results.trajectory import Trajectory
from sim.scenario import Scenario
from tests.analysis.figures.drawn import drawn
from tests.generate import few, scenarios

TELEPHONE, PAGE = 390, 1120
"""Pixels across; a page scales what is wider than its column, so that nothing scrolls sideways."""
SMALLEST = 12


def pictures(run: Trajectory) -> list[Picture]:
    return [block for block in course_blocks(run) if isinstance(block, Picture)]


def test_the_ladders_come_first() -> None:
    kinds = [type(block.figure) for block in pictures(run_one("two-leaders", seed=3))]
    assert kinds == [FaceToFace, Course, WhoCallsWhom]


@settings(max_examples=8, deadline=None)
@given(st.sampled_from(list_scenarios()), st.integers(0, 40))
def test_titles_say_the_records_numbers(case: str, number: int) -> None:
    run = run_one(case, run=number)
    for side in run.scenario.leaders:
        assert percent(max(run.columns["steps"][f"{side}.drawdown"])) in falls_finding(run)
    kinds = run.columns["events"]["kind"]
    met = kinds.count("call_held") + kinds.count("summit_held")
    said = asking_finding(run)
    ends = {0: "none came about", 1: "once", 2: "twice"}
    assert said.endswith(ends.get(met, f"{met} times"))
    assert said.startswith("Neither") == (not kinds.count("call_requested") + kinds.count("summit_proposed"))


def check(run: Trajectory, room: Room) -> None:
    reasons = [block for block in reasons_blocks(run, ()) if isinstance(block, Picture)]
    for block in (*pictures(run), *reasons):
        seen = drawn(vega_chart(block.figure, room))
        assert seen.overprinted == []
        assert seen.smallest >= SMALLEST
        assert seen.width <= (TELEPHONE if room.is_narrow else PAGE)


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_figures_of_a_crowded_year_can_be_read(room: Room) -> None:
    check(run_one("us-china-2025", seed=11), room)


@pytest.mark.nightly
@pytest.mark.parametrize("case", list_scenarios())
@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_figures_of_every_case_can_be_read(case: str, room: Room) -> None:
    for seed in range(6):
        check(run_one(case, seed=seed), room)


@few
@given(scenarios(20), st.integers(0, 2**32 - 1))
def test_any_run_can_be_shown(scenario: Scenario, number: int) -> None:
    run = run_one(scenario, 3, number)
    assert all(block.figure.title for block in pictures(run))
    for block in reasons_blocks(run, ()):
        assert not isinstance(block, Picture) or block.figure.title

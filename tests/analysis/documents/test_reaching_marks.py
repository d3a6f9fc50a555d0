"""Every ask and every meeting of a run has its mark, in vain or not, at its level."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.documents.reaching_marks import (
    ASK,
    ASKED,
    HELD,
    IN_VAIN,
    REFUSALS,
    TOGETHER,
    Mark,
    reaching_marks,
)
from analysis.documents.run_figures import run_course, side_names
from sim import run_one
from sim.files.shipped import list_scenarios
from sim.narrative.cast import Cast
from sim.results.record_rows import events
from sim.results.trajectory import Trajectory


def marks_of(run: Trajectory) -> list[Mark]:
    """The marks of a run."""
    columns = reaching_marks(run, side_names(Cast(run.scenario)))
    return [Mark(*row) for row in zip(*columns.values(), strict=True)]


@settings(max_examples=8, deadline=None)
@given(st.sampled_from(list_scenarios()), st.integers(0, 30))
@example("two-leaders", 6)  # asked three times in vain
@example("us-china-2025", 3)  # asked often, by both, with and without success
def test_marks_are_the_asks_and_meetings_of_the_record(case: str, number: int) -> None:
    run = run_one(case, run=number)
    names, log, marks = side_names(Cast(run.scenario)), events(run), marks_of(run)
    asked = [(event.day, names[event.actor]) for event in log if event.kind in ASKED]
    assert sorted(asked) == sorted((mark.day, mark.lane) for mark in marks if mark.form in (ASK, IN_VAIN))
    held = [(event.day, HELD[event.kind]) for event in log if event.kind in HELD]
    assert sorted(held) == sorted((mark.day, mark.form) for mark in marks if mark.lane == TOGETHER)
    vain = {event.cause for event in log if event.kind in REFUSALS}
    days = {event.day for event in log if event.event in vain and event.kind in ASKED}
    assert days == {mark.day for mark in marks if mark.form == IN_VAIN}


def test_the_terminals_figure_has_them() -> None:
    run = run_one("us-china-2025", run=13)
    assert [mark.form for mark in marks_of(run)] == [IN_VAIN, ASK, "call", "talks", "talks"]
    assert run_course(run).marks == reaching_marks(run, side_names(Cast(run.scenario)))

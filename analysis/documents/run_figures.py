"""The figures of one run, from its record: the course of pressure, markets and opinion, and where truces held."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from analysis.documents.reaching_marks import reaching_marks
from analysis.figures.figure import Course
from sim.narrative.cast import Cast, capital
from sim.narrative.scenes import ASKS, SPOKEN
from sim.narrative.told_run import ToldRun
from sim.results.trajectory import Trajectory

MOST_STEPS = 400
"""Steps of one run that a figure of a report shows; a longer run is thinned evenly."""

COURSE = {
    "pressure": ("Pressure in force, points", 1.0),
    "drawdown": ("Fall of the market from its peak, per cent", 100.0),
    "hostility": ("Hostility of the public, 0 to 1", 1.0),
    "approval": ("Approval at home, 0 to 1", 1.0),
}
"""Series of a side that a report shows: title of the panel, and what the record's number is multiplied by."""

FALLS = "Fall of the market from its peak"

Columns = dict[str, list[Any]]


def run_course(trajectory: Trajectory) -> Course:
    """Both sides' pressure and the falls of their markets over the days of a run, with dates."""
    cast = Cast(trajectory.scenario)
    pressure = capital(cast.fill("{pressure} in {points.plural}"))
    panels = {"pressure": (pressure, 1.0), "drawdown": (FALLS, 1.0)}
    steps = len(trajectory.columns["steps"]["day"])
    series = course_columns(trajectory, panels, range(steps))
    start = str(trajectory.columns["steps"]["date"][0])
    return Course(series, truce_spans(trajectory), "How the run went", start, (FALLS,), who_reached_out(trajectory))


def report_course(trajectory: Trajectory, series: Sequence[str], title: str) -> Course:
    """Series of both sides of a run, thinned to what a figure of a report shows; names as in :data:`COURSE`."""
    panels = {name: COURSE[name] for name in series}
    marks = reaching_marks(trajectory, side_names(Cast(trajectory.scenario)))
    table = course_columns(trajectory, panels, kept_steps(trajectory))
    return Course(table, truce_spans(trajectory), title, marks=marks)


def course_columns(trajectory: Trajectory, panels: dict[str, tuple[str, float]], kept: Sequence[int]) -> Columns:
    """Series of both sides in long form: ``side``, ``panel``, ``day``, ``value``.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    panels : dict of str to tuple
        By column of the record: title of the panel, and what the record's number is multiplied by.
    kept : sequence of int
        Which steps.
    """
    steps, names = trajectory.columns["steps"], side_names(Cast(trajectory.scenario))
    table: Columns = {name: [] for name in ("side", "panel", "day", "value")}
    for column, (title, factor) in panels.items():
        for side, name in names.items():
            table["side"] += [name] * len(kept)
            table["panel"] += [title] * len(kept)
            table["day"] += [steps["day"][step] for step in kept]
            table["value"] += [factor * steps[f"{side}.{column}"][step] for step in kept]
    return table


def side_names(cast: Cast) -> dict[str, str]:
    """What readers call each side; two countries of one name are told apart by their ids."""
    names = {side: cast.country(side) for side in cast.sides}
    if len({*names.values()}) < len(names):
        return {side: f"{name} ({side})" for side, name in names.items()}
    return names


def kept_steps(trajectory: Trajectory) -> list[int]:
    """Numbers of at most ``MOST_STEPS`` steps, evenly spread from the first to the last."""
    last = len(trajectory.columns["steps"]["day"]) - 1
    count = min(last + 1, MOST_STEPS)
    return sorted({place * last // max(count - 1, 1) for place in range(count)})


def truce_spans(trajectory: Trajectory) -> Columns:
    """Stretches of days in which a truce was in force: ``start``, ``end``."""
    steps = trajectory.columns["steps"]
    spans: Columns = {"start": [], "end": []}
    for held, stretch in groupby(zip(steps["truce"], steps["day"], strict=True), key=lambda step: bool(step[0])):
        days = [day for _, day in stretch]
        if held:
            spans["start"].append(days[0])
            spans["end"].append(days[-1])
    return spans


def who_reached_out(trajectory: Trajectory) -> Columns:
    """Who asked for a call or a meeting when, and when the two spoke or met: ``day``, ``side``, ``what``.

    A call or meeting has the side that had asked for it, or nothing where that was both or a third party.
    """
    run, names = ToldRun(trajectory), side_names(Cast(trajectory.scenario))
    asked: dict[int, str] = {}
    for thread in run.threads.values():
        if thread.date is not None:  # the date of requests that crossed is that of both
            asked[thread.date.event] = "" if thread.date.event in asked else thread.request.actor
    table: Columns = {"day": [], "side": [], "what": []}
    for event in run.log:
        what = "asked" if event.kind in ASKS else "spoke" if event.kind in SPOKEN else ""
        if what:
            by = event.actor if what == "asked" else asked.get(event.request, "")
            table["day"].append(event.day)
            table["side"].append(names.get(by, ""))
            table["what"].append(what)
    return table

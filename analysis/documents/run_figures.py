"""The figures of one run, from its record: the course of pressure, markets and opinion, and where truces held."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from analysis.documents.reaching_marks import reaching_marks
from analysis.figures.figure import Course
from sim.narrative.cast import Cast, capital
from sim.results.trajectory import Trajectory

MOST_STEPS = 400
"""Steps of one run that a figure of a report shows; a longer run is thinned evenly."""

FALLS = "fall of the {market} from its peak"

COURSE = {
    "pressure": "{pressure} in force, {points.plural}",
    "drawdown": FALLS,
    "hostility": "hostility of the {public}, 0 to 1",
    "approval": "approval {at_home}, 0 to 1",
}
"""Series of a side that a report shows: title of the panel, made of the words of the case."""
PARTS = ("hostility", "approval")
"""Those that cannot leave 0 to 1."""

Columns = dict[str, list[Any]]


def run_course(trajectory: Trajectory) -> Course:
    """Both sides' pressure and the falls of their markets over the days of a run, with dates."""
    cast = Cast(trajectory.scenario)
    pressure = capital(cast.fill("{pressure} in {points.plural}"))
    falls = capital(cast.fill(FALLS))
    panels = {"pressure": pressure, "drawdown": falls}
    steps = len(trajectory.columns["steps"]["day"])
    series = course_columns(trajectory, panels, range(steps))
    start = str(trajectory.columns["steps"]["date"][0])
    marks = reaching_marks(trajectory, side_names(cast))
    held = cast.words["truce"].noun
    return Course(series, truce_spans(trajectory), "How the run went", start, (falls,), marks, held)


def report_course(trajectory: Trajectory, series: Sequence[str], title: str) -> Course:
    """Series of both sides of a run, thinned to what a figure of a report shows; names as in :data:`COURSE`."""
    cast = Cast(trajectory.scenario)
    panels = {name: capital(cast.fill(COURSE[name])) for name in series}
    return Course(
        course_columns(trajectory, panels, kept_steps(trajectory)),
        truce_spans(trajectory),
        title,
        trajectory.scenario.start.isoformat(),
        tuple(panel for name, panel in panels.items() if name == "drawdown"),
        held=cast.words["truce"].noun,
        parts=tuple(panel for name, panel in panels.items() if name in PARTS),
    )


def course_columns(trajectory: Trajectory, panels: dict[str, str], kept: Sequence[int]) -> Columns:
    """Series of both sides in long form: ``side``, ``panel``, ``day``, ``value``.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    panels : dict of str to str
        By column of the record: title of the panel.
    kept : sequence of int
        Which steps.
    """
    steps, names = trajectory.columns["steps"], side_names(Cast(trajectory.scenario))
    table: Columns = {name: [] for name in ("side", "panel", "day", "value")}
    for column, title in panels.items():
        for side, name in names.items():
            table["side"] += [name] * len(kept)
            table["panel"] += [title] * len(kept)
            table["day"] += [steps["day"][step] for step in kept]
            table["value"] += [steps[f"{side}.{column}"][step] for step in kept]
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

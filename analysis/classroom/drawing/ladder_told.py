"""The ladders of both sides in words and numbers, for whoever cannot see them: what stands where, week by week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.classroom.drawing.courses import Mark, Points, label_of, names_of_sides, value_at
from analysis.classroom.messages import message
from analysis.classroom.session.showing import WEEK
from analysis.documents.reaching_marks import TOGETHER
from sim.narrative.cast import Cast, capital
from sim.results.trajectory import Trajectory


def ladder_told(trajectory: Trajectory, title: str, points: Mapping[str, Points], reached: Sequence[Mark]) -> str:
    """Return where both sides stand, how often each asked, and how often they were in touch."""
    names = names_of_sides(trajectory)
    stand = ", ".join(f"{names[side]} {course[-1][1]:.0f}" for side, course in points.items())
    asked = [
        message("drawing.ladder.asked", side=names[side], n=sum(mark.lane == side for mark in reached))
        for side in points
    ]
    met = message("drawing.ladder.met", n=sum(mark.lane == TOGETHER for mark in reached))
    return f"{title}: {stand}. {capital('; '.join([*asked, met]))}."


def ladder_table(
    trajectory: Trajectory, points: Mapping[str, Points], reached: Sequence[Mark]
) -> tuple[list[str], list[list[str]]]:
    """Return both levels and what happened between the sides, a row for every week that is shown."""
    names = names_of_sides(trajectory)
    columns = [message("drawing.week_column"), *names.values(), message("drawing.between")]
    last = max(course[-1][0] for course in points.values())
    rows = [
        [
            str(week + 1),
            *(f"{value_at(course, WEEK * (week + 1)):.0f}" for course in points.values()),
            _week(trajectory, reached, week),
        ]
        for week in range(max(1, -int(-last // WEEK)))
    ]
    return columns, rows


def _week(trajectory: Trajectory, reached: Sequence[Mark], week: int) -> str:
    cast, names = Cast(trajectory.scenario), names_of_sides(trajectory)
    said = []
    for mark in reached:
        if WEEK * week <= mark.day < WEEK * (week + 1):
            what = label_of(mark.kind, cast)
            asked = "drawing.asked_in_vain" if mark.in_vain else "drawing.asked"
            said.append(what if mark.lane == TOGETHER else message(asked, side=names[mark.lane], what=what))
    return "; ".join(said)

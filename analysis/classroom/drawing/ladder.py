"""The ladders of both sides face to face, up to a day: how high each stands, and who asked and met in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from analysis.classroom.drawing.canvas import SIDES, WATCH_LADDER, Drawing, Size, area, drawn, fitted, line, words
from analysis.classroom.drawing.charts import ladder_title, week_axis
from analysis.classroom.drawing.courses import Points, by_side, marks, names_of_sides, truces
from analysis.classroom.drawing.end_labels import Label, end_labels, label_room
from analysis.classroom.drawing.keys import key
from analysis.classroom.drawing.ladder_band import between, entries
from analysis.classroom.drawing.ladder_told import ladder_table, ladder_told
from analysis.classroom.drawing.scales import Field, in_steps, nice_above
from analysis.figures.lettering import width_of
from sim.results.trajectory import Trajectory

MOST = 0.46
"""The part of the width that names and numbers at the ends may take."""
WIDEST = "888"
"""As wide as nearly any number of points."""
KEY_LINES = 2
NEAREST = 0.5
"""From one rung to the next, in sizes of letters; where they would be closer, some are left out."""
FEWEST_RUNGS = 4
"""As many rungs as a ladder has at least."""


class Half(NamedTuple):
    """One side's half: its id, field and class, its course and that of before, its rung, and what stands at its end."""

    side: str
    field: Field
    look: str
    points: Points
    old: Points
    rung: float
    label: Label


def ladder(
    trajectory: Trajectory,
    day: float,
    size: Size = WATCH_LADDER,
    before: Trajectory | None = None,
    beside: Trajectory | None = None,
) -> Drawing:
    """Return both ladders of a world as far as it is shown: the side named first climbs upwards, the other downwards.

    Parameters
    ----------
    trajectory : Trajectory
        The world.
    day : float
        What comes after this day is neither drawn nor told, nor does it move the axes.
    size : Size
        How large.
    before : Trajectory, optional
        The world before a change: thin grey lines, up to the same day.
    beside : Trajectory, optional
        A world whose ladders have the same axes.
    """
    halves = _halves(trajectory, day, size, before, beside)
    fields = (halves[0].field, halves[1].field)
    points = {half.side: half.points for half in halves}
    reached = marks(trajectory, day)
    title = ladder_title(trajectory)
    parts = [
        words((0, 0.85 * size.text), fitted(title, size.text, size.width), "title"),
        *key(entries(trajectory, day, reached), width_of(title, size.text) + size.text, KEY_LINES, size),
        *_shades(trajectory, day, fields),
        *(part for half in halves for part in _ladder(half, size)),
        *between(reached, list(points), fields, size),
        *(part for half in halves for part in _end(half, size)),
        *week_axis(halves[1].field, size),
    ]
    told = ladder_told(trajectory, title, points, reached)
    return drawn(size, parts, told, *ladder_table(trajectory, points, reached))


def _halves(
    trajectory: Trajectory, day: float, size: Size, before: Trajectory | None, beside: Trajectory | None
) -> list[Half]:
    """Both halves, in one measure that also holds the world before and the one beside."""
    points, old, others = (_courses(world, day) for world in (trajectory, before, beside))
    names = names_of_sides(trajectory)
    rungs = {side: trajectory.scenario.leaders[side].pressure.rung for side in points}
    levels = [level for found in (points, old, others) for course in found.values() for _, level in course]
    top = nice_above(max(FEWEST_RUNGS * max(rungs.values()), *levels))
    room = label_room(list(names.values()), WIDEST, size, MOST * size.width)
    return [
        Half(
            side,
            field,
            look,
            course,
            old.get(side, []),
            rungs[side],
            Label(look, 0.0, names[side], f"{course[-1][1]:.0f}"),
        )
        for field, look, (side, course) in zip(_fields(trajectory, size, top, room), SIDES, points.items(), strict=True)
    ]


def _courses(trajectory: Trajectory | None, day: float) -> Mapping[str, Points]:
    return {} if trajectory is None else by_side(trajectory, "pressure", day)


def _fields(trajectory: Trajectory, size: Size, top: float, room: float) -> tuple[Field, Field]:
    """The upper half, whose values rise, and the lower one, whose values go down; what happens between has a band."""
    text = size.text
    first, last = KEY_LINES * size.line + 0.45 * text, size.height - 1.55 * text
    half = (last - first - 2.2 * text) / 2
    left = width_of(f"{top:.0f}", text) + 0.4 * text
    right, horizon = size.width - room - 2, float(trajectory.scenario.horizon_days)
    upper = Field(left, right, first, first + half, horizon, 0.0, top)
    return upper, Field(left, right, last, last - half, horizon, 0.0, top)


def _shades(trajectory: Trajectory, day: float, fields: tuple[Field, Field]) -> Iterator[str]:
    upper, lower = fields
    for start, end in truces(trajectory, day):
        left, right = upper.x(start), upper.x(end)
        yield area((left, upper.top, right - left, lower.top - upper.top), "held")


def _ladder(half: Half, size: Size) -> Iterator[str]:
    """Yield the rungs, the height climbed, its edge, and the number at the far end."""
    field, text = half.field, size.text
    pixels = abs(field.y(half.rung) - field.y(0))
    stride = max(1, -int(-NEAREST * text // pixels))
    for number in range(0, int(field.high / half.rung) + 1, stride):
        yield line(f"M{field.left:.1f} {field.y(number * half.rung):.1f}H{field.right:.1f}", "grid", size, 1)
    yield words((field.left - 0.3 * text, field.y(field.high) + 0.36 * text), f"{field.high:.0f}", "axis", "end")
    edge = _edge(half.points, field)
    end, start = field.x(half.points[-1][0]), field.x(half.points[0][0])
    yield f'<path class="{half.look}-area" d="{edge}L{end:.1f} {field.y(0):.1f}H{start:.1f}Z"/>'
    if half.old:
        yield line(_edge(half.old, field), f"before-{half.look}", size, size.stroke / 2)
    yield line(edge, f"{half.look}-line", size)


def _edge(points: Points, field: Field) -> str:
    return in_steps([(field.x(day), field.y(level)) for day, level in points])


def _end(half: Half, size: Size) -> Iterator[str]:
    field = half.field
    at, level = half.points[-1]
    ends = sorted((field.top, field.bottom))
    reach = (ends[0] - 0.5 * size.line, ends[1] + 0.05 * size.line)
    room = size.width - field.right - 2
    yield from end_labels([half.label._replace(y=field.y(level))], field.x(at), room, reach, size)

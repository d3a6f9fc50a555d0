"""The ladders of both sides face to face, up to a day: how high each stands, and who asked and met in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from analysis.classroom.drawing.canvas import (
    SIDES,
    WATCH_LADDER,
    Drawing,
    Size,
    area,
    drawn,
    fitted,
    line,
    mark,
    words,
)
from analysis.classroom.drawing.charts import chart_title, week_axis
from analysis.classroom.drawing.courses import DEAL, Points, by_side, label_of, marks, names_of_sides, truces
from analysis.classroom.drawing.courses import Mark as Happened
from analysis.classroom.drawing.end_labels import Label, end_labels, label_room
from analysis.classroom.drawing.keys import Entry, key
from analysis.classroom.drawing.ladder_told import ladder_table, ladder_told
from analysis.classroom.drawing.scales import Field, in_steps, nice_above
from analysis.classroom.messages import message
from analysis.documents.reaching_marks import HELD, TOGETHER
from analysis.figures.lettering import width_of
from sim.narrative.cast import Cast
from sim.results.trajectory import Trajectory
from sim.vocabulary import levels

MOST = 0.46
"""The part of the width that names and numbers at the ends may take."""
WIDEST = "888"
"""As wide as nearly any number of points."""
ASIDE = 0.62
"""How far a mark goes aside where it would lie on the one before it, in sizes of letters."""
KEY_LINES = 2
NEAREST = 0.5
"""From one rung to the next, in sizes of letters; where they would be closer, some are left out."""
FEWEST_RUNGS = 4
"""As many rungs as a ladder has at least."""

MET = {levels.WORDS[levels.TALKS]: "square", levels.WORDS[levels.CALL]: "dot", levels.WORDS[levels.SUMMIT]: "diamond"}
"""Shape of a contact by its level."""


class Half(NamedTuple):
    """One side's half: its field, its class, its courses, the size of its rung."""

    field: Field
    look: str
    points: Points
    rung: float


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
    points = by_side(trajectory, "pressure", day)
    old = by_side(before, "pressure", day) if before is not None else {}
    others = by_side(beside, "pressure", day) if beside is not None else {}
    rungs = {side: trajectory.scenario.leaders[side].pressure.rung for side in points}
    top = nice_above(
        max(
            FEWEST_RUNGS * max(rungs.values()),
            *(level for found in (points, old, others) for course in found.values() for _, level in course),
        )
    )
    labels = _labels(trajectory, points)
    upper, lower = _fields(
        trajectory, size, top, label_room([label.name for label in labels], WIDEST, size, MOST * size.width)
    )
    halves = [
        Half(field, look, course, rungs[side])
        for field, look, (side, course) in zip((upper, lower), SIDES, points.items(), strict=True)
    ]
    reached = marks(trajectory, day)
    title = chart_title("pressure", trajectory)
    parts = [
        words((0, 0.85 * size.text), fitted(title, size.text, size.width), "title"),
        *_key(trajectory, day, reached, width_of(title, size.text) + size.text, size),
        *_shades(trajectory, day, (upper, lower)),
        *(part for half in halves for part in _ladder(half, size, old.get(_side_of(half, points)))),
        *_between(reached, list(points), (upper, lower), size),
        *(part for half, label in zip(halves, labels, strict=True) for part in _end(half, label, size)),
        *week_axis(lower, size),
    ]
    return drawn(
        size, parts, ladder_told(trajectory, title, points, reached), *ladder_table(trajectory, points, reached)
    )


def _side_of(half: Half, points: Mapping[str, Points]) -> str:
    return list(points)[SIDES.index(half.look)]


def _labels(trajectory: Trajectory, points: Mapping[str, Points]) -> list[Label]:
    names = names_of_sides(trajectory)
    return [
        Label(look, 0.0, names[side], f"{course[-1][1]:.0f}")
        for look, (side, course) in zip(SIDES, points.items(), strict=True)
    ]


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


def _ladder(half: Half, size: Size, old: Points | None) -> Iterator[str]:
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
    if old:
        yield line(_edge(old, field), f"before-{half.look}", size, size.stroke / 2)
    yield line(edge, f"{half.look}-line", size)


def _edge(points: Points, field: Field) -> str:
    return in_steps([(field.x(day), field.y(level)) for day, level in points])


def _end(half: Half, label: Label, size: Size) -> Iterator[str]:
    field = half.field
    at, level = half.points[-1]
    ends = sorted((field.top, field.bottom))
    reach = (ends[0] - 0.5 * size.line, ends[1] + 0.05 * size.line)
    room = size.width - field.right - 2
    yield from end_labels([label._replace(y=field.y(level))], field.x(at), room, reach, size)


def _between(reached: list[Happened], sides: list[str], fields: tuple[Field, Field], size: Size) -> Iterator[str]:
    """Yield who asked, pointing at the other, and when they met."""
    upper, lower = fields
    step = (lower.bottom - upper.bottom) / 6
    lanes = {
        sides[0]: upper.bottom + 1.1 * step,
        TOGETHER: upper.bottom + 3 * step,
        sides[1]: lower.bottom - 1.1 * step,
    }
    ends = dict.fromkeys(lanes, -size.width)
    for happened in reached:
        shape, look = _form(happened, sides)
        x = upper.x(happened.day)
        ends[happened.lane] = x = min(max(x, ends[happened.lane] + ASIDE * size.text), x + ASIDE * size.text)
        yield mark(shape, (x, lanes[happened.lane]), 0.3 * size.text, look, size.stroke * 0.6)


def _form(happened: Happened, sides: list[str]) -> tuple[str, str]:
    """The shape of what happened and the class of its look."""
    if happened.lane == TOGETHER:
        return ("tick", "tick-mark") if happened.kind == DEAL else (MET[HELD[happened.kind]], "met")
    look = SIDES[sides.index(happened.lane)]
    return ("down", "up")[sides.index(happened.lane)], f"{look}-{'vain' if happened.in_vain else 'asks'}"


def _key(trajectory: Trajectory, day: float, reached: list[Happened], start: float, size: Size) -> Iterator[str]:
    """Yield what the marks mean, so far as they have come up."""
    cast = Cast(trajectory.scenario)
    asks = [happened for happened in reached if happened.lane != TOGETHER]
    entries = []
    if asks:
        entries.append(Entry("down", "asked", message("drawing.asks")))
    if any(happened.in_vain for happened in asks):
        entries.append(Entry("down", "vain", message("drawing.in_vain")))
    for kind in dict.fromkeys(happened.kind for happened in reached if happened.lane == TOGETHER):
        shape, look = _form(Happened(0.0, TOGETHER, kind, False), [])
        entries.append(Entry(shape, look, label_of(kind, cast)))
    if truces(trajectory, day):
        entries.append(Entry("held", "", cast.words["truce"].noun))
    yield from key(entries, start, KEY_LINES, size)

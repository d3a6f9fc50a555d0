"""The ladders of both sides face to face: how high each stood when, and who asked and when they met in between.

One side climbs upwards and the other downwards from the middle, in the same measure: the further apart the two edges
are, the more stands between the sides.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from analysis.figures.figure import FaceToFace
from analysis.figures.lettering import width_of
from analysis.figures.reaching import COLUMNS, strip, strip_chart
from analysis.figures.run_days import RunDays
from analysis.figures.style import FAINT, INK, MIDDLE, SIDES, WIDE, Room, apart, in_order, rows, styled

HEIGHT = 0.36
"""Height of a ladder, as a part of the room's."""
HEADROOM = 1.22
"""From the highest level to the edge, so that numbers have a place."""
BLANK = 4
"""Pixels between two numbers."""
NEAREST_RUNGS = 9
"""Pixels from one rung to the next; closer ones are left out."""


class Ladder(NamedTuple):
    """One side's ladder: its levels, its step, the level at the edge, its colour, and whether it climbs upwards."""

    levels: pd.DataFrame
    rung: float
    top: float
    colour: str
    is_upper: bool

    def stride(self, room: Room) -> int:
        """Return for how many steps there is one line across."""
        return math.ceil(NEAREST_RUNGS * self.top / (self.rung * HEIGHT * room.height))

    def scale(self) -> alt.Scale:
        """Return where levels are, from the middle to the edge."""
        return alt.Scale(domain=[0, self.top], reverse=not self.is_upper, nice=False)


def face_to_face(figure: FaceToFace, room: Room = WIDE) -> Any:
    """Both ladders with what happened between them: the side named first climbs upwards, the other one downwards.

    Parameters
    ----------
    figure : FaceToFace
        What is drawn.
    room : Room
        The room that it is laid out in.
    """
    levels, truces, marks = (pd.DataFrame(table) for table in (figure.levels, figure.truces, figure.marks))
    rows(levels, ("side", "day", "level"))
    days = RunDays(figure.start, figure.last)
    top = HEADROOM * (float(levels["level"].max()) or 1.0)
    ladders = [
        Ladder(levels[levels["side"] == side], figure.rungs[side], top, SIDES[place], not place)
        for place, side in enumerate(in_order(levels, "side"))
    ]
    one, other = (_ladder(ladder, truces, days, room) for ladder in ladders)
    steps = "one step" if all(ladder.stride(room) == 1 for ladder in ladders) else "several steps"
    between = [_between((marks, figure.lanes), truces, days, room)] if len(marks) else []
    whole = alt.vconcat(one, *between, other, spacing=2, resolve=apart("x"))
    return styled(whole, figure.title, f"Height: {figure.points}. Lines across: {steps} each.", room=room)


def _between(reached: tuple[pd.DataFrame, Sequence[str]], truces: pd.DataFrame, days: RunDays, room: Room) -> Any:
    """Who asked and when they met, in lanes between the two ladders."""
    marks, lanes = reached
    rows(marks, COLUMNS)
    drawn = strip_chart(strip(marks, lanes, days, room), days, room, dated=False)
    return alt.layer(*_shades(truces, days, room, False), drawn, width=room.width)


def _ladder(ladder: Ladder, truces: pd.DataFrame, days: RunDays, room: Room) -> Any:
    height = HEIGHT * room.height
    base = alt.Chart(rows(_until(ladder.levels, days.span), ("side", "day", "level"))).encode(
        x=days.across(room, not ladder.is_upper),
        y=alt.Y("level:Q", title=None, scale=ladder.scale(), axis=alt.Axis(tickCount=3, grid=False)),
        tooltip=[alt.Tooltip("side:N"), alt.Tooltip("day:Q"), alt.Tooltip("level:Q")],
    )
    field = base.mark_area(interpolate="step-after", color=ladder.colour, opacity=0.3)
    edge = base.mark_line(interpolate="step-after", color=ladder.colour, strokeWidth=4 if room.across > 1 else 3)
    side = alt.Title(
        str(ladder.levels["side"].iloc[0]), fontSize=room.text, frame="group", offset=4,
        orient="top" if ladder.is_upper else "bottom",
    )  # fmt: skip
    shades, rungs = _shades(truces, days, room, not ladder.is_upper), _rungs(ladder, days, room)
    layers = [*shades, field, rungs, edge, *_numbers(ladder, days, room), _end(ladder, days, room)]
    return alt.layer(*layers, width=room.width, height=height, title=side)


def _until(levels: pd.DataFrame, last: float) -> pd.DataFrame:
    """The levels with the last one held to the last day."""
    return pd.concat([levels, levels.tail(1).assign(day=last)], ignore_index=True)


def _shades(truces: pd.DataFrame, days: RunDays, room: Room, is_dated: bool) -> list[Any]:
    """The days of a truce, over the whole height."""
    if truces.empty:
        return []
    base = alt.Chart(rows(truces, ("start", "end")))
    start = days.across(room, is_dated, "start")
    return [base.mark_rect(color=FAINT, opacity=0.6).encode(x=start, x2=alt.X2("end:Q"))]


def _rungs(ladder: Ladder, days: RunDays, room: Room) -> Any:
    """A line for every step, or for every so many where they would be too near to one another."""
    stride = ladder.stride(room)
    levels = [ladder.rung * stride * (number + 1) for number in range(int(ladder.top / (ladder.rung * stride)))]
    table = pd.DataFrame({"level": levels or [0.0], "day": 0.0, "last": days.span})
    y = alt.Y("level:Q", scale=ladder.scale())
    base = alt.Chart(rows(table, ("level",))).mark_rule(color=MIDDLE, opacity=0.35, strokeWidth=1)
    return base.encode(x=days.across(room, not ladder.is_upper), x2=alt.X2("last:Q"), y=y)


def _numbers(ladder: Ladder, days: RunDays, room: Room) -> list[Any]:
    """Where the side began and the highest it stood, written at the edge."""
    table = pd.DataFrame(_written(ladder.levels, days.span, room), columns=["day", "level"])
    if table.empty:
        return []
    away = room.text * 0.75
    base = alt.Chart(rows(table, ("day", "level"))).encode(
        x=days.across(room, not ladder.is_upper), y=alt.Y("level:Q", scale=ladder.scale()),
        text=alt.Text("level:Q", format=".0f"),
    )  # fmt: skip
    return [base.mark_text(fontSize=room.text, fontWeight="bold", color=INK, dy=-away if ladder.is_upper else away)]


def _end(ladder: Ladder, days: RunDays, room: Room) -> Any:
    """Where the side stands in the end, written behind the last day."""
    table = _until(ladder.levels, days.span).tail(1)
    base = alt.Chart(rows(table, ("day", "level"))).encode(
        x=days.across(room, not ladder.is_upper), y=alt.Y("level:Q", scale=ladder.scale()),
        text=alt.Text("level:Q", format=".0f"),
    )  # fmt: skip
    return base.mark_text(fontSize=room.text, fontWeight="bold", color=INK, align="left", dx=8)


def _written(levels: pd.DataFrame, last: float, room: Room) -> Iterator[tuple[float, float]]:
    """The middle of each number and the number: those that stand long enough for it, but not the one of the end."""
    pixels, found = room.width / last, list(zip(levels["day"], levels["level"], strict=True))
    for place in sorted({0, int(levels["level"].to_numpy().argmax())} - {len(found) - 1}):
        day, level = found[place]
        half = width_of(f"{level:.0f}", room.text) / 2 + BLANK
        left = min(day * pixels, room.width - 2 * half)
        if place or found[1][0] * pixels >= 2 * half:
            yield (left + half) / pixels, level

"""Which way runs go: a tree that grows to the right line by line, with a bar and an interval for each branch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.style import (
    BLUE,
    INK,
    MIDDLE,
    OUTCOME_COLOURS,
    PAPER,
    WIDE,
    Room,
    interval_marks,
    rows,
    styled,
)
from analysis.figures.told_shares import interval_told
from analysis.figures.tooltips import Said, tooltips

_NEEDED = ("branch", "parent", "depth", "title", "hundred", "share", "low", "high", "runs")

INDENT = 1.4
"""How far a branch stands to the right of the one it grows from, in sizes of letters."""


def ways_tree(branches: pd.DataFrame, title: str, room: Room = WIDE) -> Any:
    """One line per branch that at least one run of a hundred takes, what grows from it below and to the right.

    Parameters
    ----------
    branches : pandas.DataFrame
        From :func:`analysis.estimates.ways.ways`.
    title : str
        What the figure shows.
    """
    rows(branches, _NEEDED)
    table = branches[branches["hundred"] > 0].reset_index(drop=True)
    step = room.small * (3.4 if room.is_narrow else 1.9)
    told = [
        f"{row['hundred']} of 100 ({interval_told((row['share'], row['low'], row['high']))})"
        for row in table.to_dict(orient="records")
    ]
    ends = table["branch"].str.rsplit("/", n=1).str[-1]
    table = table.assign(
        y=(table.index + 0.5) * step, told=told, hue=[OUTCOME_COLOURS.get(end, BLUE) for end in ends],
    )  # fmt: skip
    height = step * len(table)
    names, bars = _names(table, step, height, room), _bars(table, step, height, room)
    chart = names + bars if room.is_narrow else alt.hconcat(names, bars, spacing=10)
    return styled(chart, title, room=room)


def _names(table: pd.DataFrame, step: float, height: float, room: Room) -> Any:
    """The names with their lines of growth; on a telephone they stand above the bars, and the indent alone tells."""
    indent = INDENT * room.small
    up = -0.3 * step if room.is_narrow else 0.0
    lines = [
        {
            "x": (row["depth"] - 1) * indent + 4,
            "y": row["y"] + up,
            "name": f"{row['title']}: {row['told']}" if room.is_narrow else row["title"],
        }
        for row in table.to_dict(orient="records")
    ]
    words = (
        alt.Chart(alt.InlineData(values=tuple(lines)))
        .mark_text(align="left", baseline="middle", fontSize=room.small, color=INK)
        .encode(x=_pixels(alt.X, "x"), y=_pixels(alt.Y, "y"), text=alt.Text("name:N"))
    )
    growth = [] if room.is_narrow else [_lines(table, indent)]
    width = _across(room) if room.is_narrow else room.labels
    return alt.layer(*growth, words, width=width, height=height)


def _lines(table: pd.DataFrame, indent: float) -> Any:
    return (
        alt.Chart(alt.InlineData(values=tuple(_growth(table, indent))))
        .mark_rule(color=MIDDLE, strokeWidth=1)
        .encode(x=_pixels(alt.X, "x"), x2=alt.X2("x2:Q"), y=_pixels(alt.Y, "y"), y2=alt.Y2("y2:Q"))
    )


def _growth(table: pd.DataFrame, indent: float) -> Iterator[dict[str, float]]:
    """An upright line from each branch down to the last that grows from it, and a short one to each of them."""
    places = dict(zip(table["branch"], table["y"], strict=True))
    for parent, grown in table[table["parent"] != ""].groupby("parent", sort=False):
        x = (grown["depth"].iloc[0] - 2) * indent + 10
        ys = [float(places[branch]) for branch in grown["branch"]]
        yield {"x": x, "x2": x, "y": float(places[parent]) + 0.6 * indent, "y2": ys[-1]}
        yield from ({"x": x, "x2": x + 0.7 * indent, "y": y, "y2": y} for y in ys)


def _bars(table: pd.DataFrame, step: float, height: float, room: Room) -> Any:
    """A bar for each branch from 0 to its share of all runs, with its interval and, where there is room, in words."""
    down = 0.22 * step if room.is_narrow else 0.0
    drawn = table.assign(y=table["y"] + down)
    base = tooltips(
        alt.Chart(rows(drawn, _NEEDED)).encode(y=_pixels(alt.Y, "y")),
        {"title": "way"},
        Said("share", "share of runs", ".0%", counted="runs"),
    )
    scale = alt.Scale(domain=[0, 1])
    axis = alt.Axis(format=".0%", tickCount=5, grid=False, title="share of all runs")
    bars = base.mark_bar(orient="horizontal", height=step * (0.28 if room.is_narrow else 0.62), stroke=PAPER).encode(
        x=alt.X("share:Q", scale=scale, axis=axis), color=alt.Color("hue:N", scale=None, legend=None)
    )
    layers = [bars, *interval_marks(base, "low", "high")]
    if not room.is_narrow:
        words = base.mark_text(align="left", dx=10, fontSize=room.small, color=INK).encode(
            x=alt.X("high:Q"), text=alt.Text("told:N")
        )
        layers.append(words)
    return alt.layer(*layers, width=_across(room), height=height)


def _across(room: Room) -> float:
    """Pixels of the bars: on a desk's screen names stand to their left, on a telephone above them."""
    return room.whole if room.is_narrow else room.width * 0.62


def _pixels(channel: Any, column: str) -> Any:
    return channel(f"{column}:Q", scale=None, axis=None)

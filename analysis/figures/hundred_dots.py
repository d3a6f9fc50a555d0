"""A hundred runs as dots, ten by ten: each ending has a shape and a colour of its own, and its numbers beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.end_labels import Label, end_labels, label
from analysis.figures.figure import FigureError
from analysis.figures.style import BLUE, INK, OUTCOME_COLOURS, WIDE, Room, apart, in_order, rows, styled
from analysis.figures.told_shares import interval_told
from analysis.figures.tooltips import Said, tooltips

_NEEDED = ("outcome", "title", "hundred", "share", "low", "high", "runs")

ROW = 10
"""Dots in a row."""

SHAPES = {"deal": "circle", "truce": "square", "no_deal": "triangle-up", "blow_up": "cross", "no_contact": "diamond"}


def hundred_dots(shares: pd.DataFrame, title: str, room: Room = WIDE) -> Any:
    """Ten rows of ten dots, filled from the top left in the order of the table.

    Parameters
    ----------
    shares : pandas.DataFrame
        ``outcome``, ``title``, ``hundred`` (whole numbers that sum to 100), ``share``, ``low``, ``high``, ``runs``.
    title : str
        What the figure shows.

    Raises
    ------
    FigureError
        When the numbers do not sum to 100.
    """
    rows(shares, _NEEDED)
    if int(shares["hundred"].sum()) != ROW * ROW:
        raise FigureError(f"a hundred dots are asked for, and the table has {int(shares['hundred'].sum())}")
    order = in_order(shares, "outcome")
    dots = _dots(shares)
    side = float(room.width if room.is_narrow else room.height * 0.9)
    base = alt.Chart(rows(dots, ("across", "up"))).encode(
        x=alt.X("across:Q", axis=None, scale=alt.Scale(domain=[0, ROW])),
        y=alt.Y("up:Q", axis=None, scale=alt.Scale(domain=[0, ROW])),
    )
    colour = alt.Scale(domain=order, range=[OUTCOME_COLOURS.get(name, BLUE) for name in order])
    shape = alt.Scale(domain=order, range=[SHAPES.get(name, "circle") for name in order])
    marks = tooltips(
        base.mark_point(filled=True, opacity=1, size=(side / ROW * 0.62) ** 2, stroke=INK, strokeWidth=0.4),
        {"title": "ends in"},
        Said("share", "share of runs", ".0%", counted="runs"),
    ).encode(
        color=alt.Color("outcome:N", scale=colour, legend=None),
        shape=alt.Shape("outcome:N", scale=shape, legend=None),
    )
    layers = [marks, *end_labels(list(_labels(shares, dots, room)), room, (side, side))]
    chart = alt.layer(*layers, resolve=apart("y"), width=side, height=side)
    return styled(chart, title, room=room)


def _dots(shares: pd.DataFrame) -> pd.DataFrame:
    """A row per dot, with its place."""
    counted = shares[shares["hundred"] > 0]
    dots = counted.loc[counted.index.repeat(counted["hundred"].astype(int))].reset_index(drop=True)
    return dots.assign(across=dots.index % ROW + 0.5, up=ROW - 0.5 - dots.index // ROW)


def _labels(shares: pd.DataFrame, dots: pd.DataFrame, room: Room) -> Iterator[Label]:
    """Each ending beside the middle of its dots; one without a dot at the foot, since it is not never."""
    for row in shares.to_dict(orient="records"):
        own = dots.loc[dots["outcome"] == row["outcome"], "up"]
        at = float(own.mean()) / ROW if len(own) else 0.0
        told = interval_told((row["share"], row["low"], row["high"]))
        yield label(at, f"{row['hundred']} {row['title']}", told, room)

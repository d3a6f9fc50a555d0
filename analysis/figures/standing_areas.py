"""Where runs stand over time: areas that make up all runs on every day, each named beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import altair as alt
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.figures.dates import date_after
from analysis.figures.day_axis import days_axis
from analysis.figures.end_labels import LINE, Label, end_labels, label
from analysis.figures.lettering import width_of
from analysis.figures.style import GREY, INK, LIGHT, OUTCOME_COLOURS, PAPER, WIDE, Room, apart, in_order, rows, styled
from analysis.figures.told_shares import percents_told
from analysis.figures.tooltips import Said, tooltips

_NEEDED = ("day", "state", "title", "share", "low", "high", "runs")

FILLS = {
    "deal": OUTCOME_COLOURS["deal"],
    "truce": OUTCOME_COLOURS["truce"],
    "truce_before": LIGHT,
    "in_touch": OUTCOME_COLOURS["no_deal"],
    "asked": GREY,
    "nothing": "#F2F2F2",
    "blow_up": OUTCOME_COLOURS["blow_up"],
}
"""Fills of the bands: the outcome that a band turns into has its colour; neighbours differ in lightness."""

_ON_LIGHT = {"truce_before", "nothing", "truce", "asked"}
"""Bands on which words are dark."""

SEEN = 0.005
"""Share of runs on the last day below which a band is named inside, where it is wide enough."""
_MARGIN = 5
"""Pixels to both sides of a name inside a band."""

Numbers = NDArray[np.float64]


def standing_areas(shares: pd.DataFrame, title: str, start: str = "", room: Room = WIDE) -> Any:
    """Stacked areas from 0 to 100% over the days.

    Parameters
    ----------
    shares : pandas.DataFrame
        ``day``, ``state``, ``title``, ``share``, ``low``, ``high``, ``runs``; states from the lowest of the stack up.
    title : str
        What the figure shows.
    start : str
        Date of day 0 (ISO 8601); without one, days are numbered.
    """
    rows(shares, _NEEDED)
    table = _placed(shares, start)
    order = in_order(table, "state")
    height = room.height * (1.5 if room.is_narrow else 1.0)
    last = float(table["day"].max())
    fills = alt.Scale(domain=order, range=[FILLS.get(state, GREY) for state in order])
    drawn = ("day", "place", "state", "title", "share", "low", "high", "runs", "date")
    base = alt.Chart(rows(table[list(drawn)], drawn)).encode(
        x=alt.X("day:Q", title=None, axis=days_axis(start, last, room), scale=alt.Scale(domain=[0, last], nice=False))
    )
    areas = tooltips(
        base.mark_area(stroke=PAPER, strokeWidth=1.5),
        {"title": "stand", "date": "day"},
        Said("share", "share of runs", ".0%", counted="runs"),
    ).encode(
        y=alt.Y("share:Q", stack=True, title="share of runs", axis=alt.Axis(format=".0%", tickCount=5, grid=False),
                scale=alt.Scale(domain=[0, 1])),
        color=alt.Color("state:N", scale=fills, legend=None),
        order=alt.Order("place:Q"),
    )  # fmt: skip
    size = (float(room.width), height)
    inside = _named_inside(table, room, size)
    beside = _ends(table, room, {one.state for one in inside})
    layers = [areas, *_words(inside, room, size), *end_labels(list(beside), room, size)]
    chart = alt.layer(*layers, resolve=apart("y"), width=room.width, height=height)
    return styled(chart, title, room=room)


def _placed(shares: pd.DataFrame, start: str) -> pd.DataFrame:
    """The table with each state's place in the stack, the middle of its band, and its day in words."""
    order = {state: place for place, state in enumerate(in_order(shares, "state"))}
    table = shares.assign(place=shares["state"].map(order)).sort_values(["day", "place"], kind="stable")
    middle = table.groupby("day")["share"].cumsum() - table["share"] / 2
    days = [date_after(start, day) if start else f"{day:.0f}" for day in table["day"]]
    return table.assign(middle=middle, date=days).reset_index(drop=True)


class _Inside(NamedTuple):
    """A name within its band: its middle as parts of the field, and the band."""

    across: float
    up: float
    state: str
    title: str


def _named_inside(table: pd.DataFrame, room: Room, size: tuple[float, float]) -> list[_Inside]:
    """Names of the bands that are gone in the end, each where its band leaves it most room, if there is enough."""
    end = table[table["day"] == table["day"].max()].set_index("state")["share"]
    low = table.assign(low=table["middle"] - table["share"] / 2).pivot(index="day", columns="state", values="low")
    high = table.assign(high=table["middle"] + table["share"] / 2).pivot(index="day", columns="state", values="high")
    across = low.index.to_numpy(dtype=np.float64) / float(low.index.max())
    found = []
    for state, title in dict(zip(table["state"], table["title"], strict=True)).items():
        half = (width_of(title, room.small) / 2 + _MARGIN) / size[0]
        if end[state] < SEEN:
            clear, at, up = _clearest(across, low[state].to_numpy(), high[state].to_numpy(), half)
            if clear * size[1] >= room.small * LINE:
                found.append(_Inside(at, up, state, title))
    return found


def _clearest(across: Numbers, low: Numbers, high: Numbers, half: float) -> tuple[float, float, float]:
    """How much of a band is free over the width of a name where most is, and the middle of that place."""
    best = (0.0, 0.5, 0.5)
    for at in across[(across >= half) & (across <= 1 - half)]:
        under = (across >= at - half) & (across <= at + half)
        floor, ceiling = float(low[under].max()), float(high[under].min())
        best = max(best, (ceiling - floor, float(at), (floor + ceiling) / 2))
    return best


def _ends(table: pd.DataFrame, room: Room, inside: set[str]) -> Iterator[Label]:
    """Labels beside the last day: all bands that some run is ever in and that are not named inside."""
    ever = table.groupby("state")["share"].max()
    for row in table[table["day"] == table["day"].max()].to_dict(orient="records"):
        if row["state"] not in inside and ever[row["state"]] > 0:
            told = percents_told((row["share"], row["low"], row["high"]))
            yield label(float(row["middle"]), str(row["title"]), told, room)


def _words(inside: list[_Inside], room: Room, size: tuple[float, float]) -> list[Any]:
    lines = [
        {
            "x": one.across * size[0],
            "y": (1 - one.up) * size[1],
            "words": one.title,
            "colour": INK if one.state in _ON_LIGHT else PAPER,
        }
        for one in inside
    ]
    text = (
        alt.Chart(alt.InlineData(values=tuple(lines)))
        .mark_text(fontSize=room.small)
        .encode(
            x=alt.X("x:Q", scale=None, axis=None),
            y=alt.Y("y:Q", scale=None, axis=None),
            text=alt.Text("words:N"),
            color=alt.Color("colour:N", scale=None, legend=None),
        )
    )
    return [text] if lines else []

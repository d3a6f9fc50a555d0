"""How soon it happens: the share of runs that have got there by each day, each curve named at its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.dates import date_after
from analysis.figures.day_axis import days_axis
from analysis.figures.end_labels import Label, end_labels, label
from analysis.figures.style import DASHES, SERIES, SIDES, WIDE, Room, apart, colours, dashes, in_order, rows, styled
from analysis.figures.told_shares import percents_told
from analysis.figures.tooltips import Said, tooltips

_NEEDED = ("group", "day", "reached", "low", "high")


def time_to_contact(
    curves: pd.DataFrame,
    title: str,
    what: str = "in contact",
    start: str = "",
    horizon: float = 0.0,
    room: Room = WIDE,
) -> Any:
    """Rising curves with their 95% bands, one a group, told apart by colour and dash.

    Parameters
    ----------
    curves : pandas.DataFrame
        From :func:`analysis.estimates.time_curves.time_curves`: ``group``, ``day``, ``reached``, ``low``, ``high``;
        and ``place`` where groups are the two sides (0 and 1) or neither (2): sides look alike in every figure.
    title, what : str
        What the figure shows, and what the runs have reached.
    start : str
        Date of day 0 (ISO 8601); without one, days are numbered.
    horizon : float
        The last day; by default that of the curves.
    """
    rows(curves, _NEEDED)
    groups, last = in_order(curves, "group"), horizon or float(curves["day"].max())
    dates = [date_after(start, day) if start else f"{day:.0f}" for day in curves["day"]]
    base = alt.Chart(rows(_to_the_end(curves.assign(date=dates), last), _NEEDED)).encode(
        x=alt.X("day:Q", title=None, axis=days_axis(start, last, room), scale=alt.Scale(domain=[0, last], nice=False))
    )
    axis = alt.Axis(format=".0%", tickCount=5)
    y = alt.Y("reached:Q", title=f"share of runs {what}", axis=axis, scale=alt.Scale(domain=[0, 1]))
    fill, dash = _looks(curves, groups)
    band = base.mark_area(opacity=0.22, interpolate="step-after").encode(
        y=alt.Y("low:Q"), y2=alt.Y2("high:Q"), fill=alt.Fill("group:N", scale=fill, legend=None)
    )
    line = tooltips(
        base.mark_line(strokeWidth=3.5, interpolate="step-after"),
        {"group": "runs", "date": "by"},
        Said("reached", f"share {what}", ".0%"),
    ).encode(
        y=y,
        color=alt.Color("group:N", scale=fill, legend=None),
        strokeDash=alt.StrokeDash("group:N", scale=dash, legend=None),
    )
    size = (float(room.width), float(room.height))
    labels = end_labels(list(_ends(curves, groups, room)), room, size)
    drawn = alt.layer(band, line, resolve=apart("fill"))
    chart = alt.layer(drawn, *labels, resolve=apart("y"), width=size[0], height=size[1])
    return styled(chart, title, room=room)


def _looks(curves: pd.DataFrame, groups: list[str]) -> tuple[alt.Scale, alt.Scale]:
    """Colours and dashes of the groups: those of the sides where they are sides, whichever of them there are."""
    if "place" not in curves:
        return colours(groups), dashes(groups)
    hues = [*SIDES, *SERIES[len(SIDES) :]]
    places = [int(curves.loc[curves["group"] == group, "place"].iloc[0]) for group in groups]
    return (
        alt.Scale(domain=groups, range=[hues[place] for place in places]),
        alt.Scale(domain=groups, range=[list(DASHES[place]) for place in places]),
    )


def _to_the_end(curves: pd.DataFrame, last: float) -> pd.DataFrame:
    """Each curve goes on to the last day at the height that it has reached."""
    ends = curves.groupby("group", sort=False).tail(1)
    return pd.concat([curves, ends[ends["day"] < last].assign(day=last)], ignore_index=True)


def _ends(curves: pd.DataFrame, groups: list[str], room: Room) -> Iterator[Label]:
    """The name of each curve, where there are several, and how far it got, with its interval."""
    for group in groups:
        row = curves[curves["group"] == group].iloc[-1]
        name = str(group) if groups[1:] else ""
        yield label(float(row["reached"]), name, percents_told((row["reached"], row["low"], row["high"])), room)

"""Where most runs lie day by day: fans of pressure or markets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.dates import date_after
from analysis.figures.day_axis import days_axis
from analysis.figures.end_labels import Label, end_labels, label
from analysis.figures.style import INK, SERIES, SIDES, WIDE, Room, apart, in_order, rows, styled
from analysis.figures.tooltips import Said, tooltips

_NEEDED = ("series", "day", "share", "low", "high", "median", "runs")


def fan_chart(
    bands: pd.DataFrame,
    title: str,
    unit: str,
    names: Mapping[str, str] | None = None,
    start: str = "",
    room: Room = WIDE,
) -> Any:
    """Median and bands of each series, one panel per series, all on the same scales.

    Parameters
    ----------
    bands : pandas.DataFrame
        From :func:`analysis.estimates.bands.bands`: ``series``, ``day``, ``share``, ``low``, ``high``,
        ``median``, ``runs``.
    title : str
        What the figure shows.
    unit : str
        Of the series; the title of the vertical axis.
    names : mapping, optional
        What readers call each series.
    start : str
        Date of day 0 (ISO 8601); without one, days are numbered.
    """
    rows(bands, _NEEDED)
    order = in_order(bands, "series")
    dates = [date_after(start, day) if start else f"{day:.0f}" for day in bands["day"]]
    table = bands.assign(date=dates)
    hues = SIDES if len(order) <= len(SIDES) else SERIES
    axis = (float(bands["day"].max()), (float(bands["low"].min()), float(bands["high"].max())))
    panels = [
        _panel(
            table[table["series"] == series],
            hues[place % len(hues)],
            ((names or {}).get(series, series), unit if place == 0 else ""),
            (days_axis(start, axis[0], room, shown=place == len(order) - 1), axis),
            room,
        )
        for place, series in enumerate(order)
    ]
    return styled(alt.vconcat(*panels, spacing=14), title, room=room)


Axes = tuple[Any, tuple[float, tuple[float, float]]]
"""The axis of days, the last day, and the least and the most on the other axis."""


def _panel(table: pd.DataFrame, colour: str, words: tuple[str, str], axes: Axes, room: Room) -> Any:
    shares = sorted(table["share"].unique(), reverse=True)
    day_axis, (last, ends) = axes
    base = alt.Chart(rows(table, _NEEDED)).encode(
        x=alt.X("day:Q", title=None, axis=day_axis, scale=alt.Scale(domain=[0, last], nice=False))
    )
    scale = alt.Scale(domain=list(ends), nice=False)
    layers: list[Any] = [
        base.transform_filter(alt.datum.share == float(share))
        .mark_area(color=colour, opacity=0.2 + 0.12 * place)
        .encode(y=alt.Y("low:Q", title=words[1] or None, scale=scale, axis=alt.Axis(tickCount=4)), y2=alt.Y2("high:Q"))
        for place, share in enumerate(shares)
    ]
    median = tooltips(
        base.transform_filter(alt.datum.share == float(shares[0])).mark_line(color=INK, strokeWidth=3),
        {"date": "day"},
        Said("median", "median", ".3~g", interval=f"{shares[0]:.0%} of runs", counted="runs"),
    ).encode(y=alt.Y("median:Q", title=words[1] or None, scale=scale))
    size = (float(room.width), room.height * (0.7 if room.is_narrow else 0.55))
    labels = end_labels(list(_ends(table, ends, room)), room, size)
    heading = alt.Title(words[0], fontSize=room.text, offset=room.small)
    drawn = alt.layer(*layers, median)
    return alt.layer(drawn, *labels, resolve=apart("y"), width=size[0], height=size[1], title=heading)


def _ends(table: pd.DataFrame, ends: tuple[float, float], room: Room) -> Iterator[Label]:
    """The median, and the range of each band at its upper edge; bands that end alike are named together."""
    low, high = ends
    last = table[table["day"] == table["day"].max()].sort_values("share")
    median = float(last["median"].iloc[0])
    named: dict[tuple[float, float], list[str]] = {}
    for row in last.to_dict(orient="records"):
        named.setdefault((float(row["low"]), float(row["high"])), []).append(f"{row['share']:.0%}")
    told = [(median, f"median {_amount(median)}")]
    told += [
        (upper, f"{' and '.join(shares)} of runs: {_amount(lower)} to {_amount(upper)}")
        for (lower, upper), shares in named.items()
    ]
    for value, words in told:
        yield label((value - low) / ((high - low) or 1.0), "", words, room)


def _amount(value: float) -> str:
    """Two or three digits that count, without a sign before nothing."""
    return f"{value + 0.0:.0f}" if abs(value) >= 10 or round(value, 1) == 0 else f"{value:.1f}"

"""Where most runs lie day by day: fans of pressure or markets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.style import INK, SERIES, WIDE, Room, in_order, rows, styled

_NEEDED = ("series", "day", "share", "low", "high", "median", "runs")


def fan_chart(
    bands: pd.DataFrame, title: str, unit: str, names: Mapping[str, str] | None = None, room: Room = WIDE
) -> Any:
    """Median and bands of each series, one panel per series, all on the same scales.

    Parameters
    ----------
    bands : pandas.DataFrame
        From :func:`analysis.estimates.bands.bands`: ``series``, ``day``, ``share``, ``low``, ``high``,
        ``median``, ``runs``.
    title : str
        What the figure answers.
    unit : str
        Of the series; the title of the vertical axis.
    names : mapping, optional
        What readers call each series.
    """
    shares = sorted(bands["share"].unique(), reverse=True) if "share" in bands else []
    order = in_order(bands, "series") if "series" in bands else []
    panels = []
    for place, series in enumerate(order):
        table = bands[bands["series"] == series]
        label = (names or {}).get(series, series)
        panels.append(_panel(table, shares, SERIES[place % len(SERIES)], (label, unit, place == len(order) - 1), room))
    rows(bands, _NEEDED)
    held = ", ".join(f"{share:.0%}" for share in sorted(shares))
    chart = alt.vconcat(*panels, spacing=14).resolve_scale(y="shared", x="shared")
    return styled(chart, title, f"Line: median. Bands hold {held} of the runs still going on that day.", room=room)


def _panel(table: pd.DataFrame, shares: list[float], colour: str, words: tuple[str, str, bool], room: Room) -> Any:
    label, unit, is_last = words
    base = alt.Chart(rows(table, _NEEDED))
    day = alt.X("day:Q", title="day" if is_last else None, axis=alt.Axis(grid=False))
    y = alt.Y("low:Q", title=unit, scale=alt.Scale(zero=False))
    layers: list[Any] = [
        base.transform_filter(alt.datum.share == float(share))
        .mark_area(color=colour, opacity=0.2 + 0.12 * place)
        .encode(x=day, y=y, y2="high:Q")
        for place, share in enumerate(shares)
    ]
    line = base.transform_filter(alt.datum.share == float(shares[0]))
    layers.append(line.mark_line(color=INK, strokeWidth=3).encode(x=day, y="median:Q", tooltip=["day:Q", "median:Q"]))
    heading = alt.Title(label, fontSize=room.text, offset=4)
    return alt.layer(*layers).properties(width=room.width, height=room.height * 0.55, title=heading)

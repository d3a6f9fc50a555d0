"""What each factor of a study does on its own: a bar from its lowest to its highest end, around what all runs do."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.lettering import wrapped
from analysis.figures.named_lanes import Laid, intervals, laid_out, lane, names_of, nothing, written
from analysis.figures.style import BLUE, DARK, INK, LIGHT, PAPER, WIDE, Room, in_order, rows, styled
from analysis.figures.tooltips import Said, tooltips

_NEEDED = ("input", "setting", "end", "estimate", "difference", "low", "high", "runs", "differs")
_ENDS = {"low": "lowest values", "high": "highest values", "name": "a name"}
_SHAPES = {"low": "circle", "high": "circle", "name": "diamond"}
_FILLS = {"low": PAPER, "high": DARK, "name": BLUE}
_MARK = 150


def tornado(
    swings: pd.DataFrame, title: str, unit: str, form: str = ".3~g", subtitle: str = "", room: Room = WIDE
) -> Any:
    """A row per factor in the order of the table, a mark with its interval per end or name, from one common zero.

    Parameters
    ----------
    swings : pandas.DataFrame
        One row per mark: ``input``, ``setting`` (what it is called), ``end`` (``low``, ``high`` or ``name``),
        ``estimate`` there, ``difference`` from all runs with ``low`` and ``high``, ``runs``, and ``differs`` (whether
        it is told apart from nothing).
    title, unit : str
        What the figure shows, and the unit of differences.
    form : str
        How an estimate is written, as D3 has it; differences of shares are drawn in runs of 100.
    subtitle : str
        What the zero is.
    """
    is_share = form.endswith("%")
    laid = laid_out(_in_points(swings) if is_share else swings, "input", room)
    data = rows(laid.table, _NEEDED)
    said = Said("difference", f"difference ({unit})", "+.3~g", interval="interval for all at once", counted="runs")
    base = tooltips(
        alt.Chart(data), {"input": "factor", "setting": "where"}, Said("estimate", "there", form, "", ""), said
    ).encode(y=lane(laid))
    layers = [
        _bars(laid),
        nothing(),
        *intervals(base),
        *_marks(base, in_order(laid.table, "end"), room),
        *_words(base, laid, room),
        names_of(laid, room),
    ]
    chart = alt.layer(*layers, width=laid.width, height=laid.height)
    below = f"{subtitle} {_reading(laid.table)}".strip()
    return styled(
        chart.encode(x=alt.X(title=wrapped(f"difference, {unit}", room.text, laid.width))), title, below, room=room
    )


def _in_points(swings: pd.DataFrame) -> pd.DataFrame:
    return swings.assign(**{name: 100 * swings[name] for name in ("difference", "low", "high")})


def _reading(table: pd.DataFrame) -> str:
    found = set(table["end"])
    numbers = "Hollow: lowest values of a factor; filled: highest." if "low" in found else ""
    names = "Diamonds: a factor's names." if "name" in found else ""
    by_input = table.groupby("input")["differs"].any()
    faint = "" if by_input.all() else "Dashed: not told apart from nothing."
    return " ".join(filter(None, (numbers, names, faint)))


def _bars(laid: Laid) -> Any:
    """From the lowest mark to the highest, and to nothing where both lie on one side of it."""
    by_input = laid.table.groupby("input", sort=False)
    bars = by_input.agg(
        least=("difference", "min"), most=("difference", "max"), top=("top", "first"), bottom=("bottom", "first"),
        differs=("differs", "any"),
    ).reset_index()  # fmt: skip
    bars = bars.assign(least=bars["least"].clip(upper=0), most=bars["most"].clip(lower=0))
    data = rows(bars, ("least", "most"))
    base = alt.Chart(data).encode(x=alt.X("least:Q"), x2=alt.X2("most:Q"), y=lane(laid, "top"), y2=alt.Y2("bottom:Q"))
    told = base.transform_filter("datum.differs").mark_rect(fill=LIGHT, stroke=INK, strokeWidth=1)
    faint = base.transform_filter("!datum.differs").mark_rect(
        fill=PAPER, fillOpacity=0, stroke=INK, strokeWidth=1, strokeDash=[4, 3]
    )
    return alt.layer(told, faint)


def _marks(base: Any, found: list[str], room: Room) -> list[Any]:
    return [
        base.transform_filter(alt.datum.end == end)
        .mark_point(shape=_SHAPES[end], size=_MARK if not room.is_narrow else 90, fill=_FILLS[end], stroke=INK,
                    strokeWidth=2, opacity=1)
        .encode(x=alt.X("difference:Q"))
        for end in _ENDS
        if end in found
    ]  # fmt: skip


def _words(base: Any, laid: Laid, room: Room) -> list[Any]:
    """Names of a factor beside their marks: to the right, or to the left where the right has no room."""
    ends = laid.table[["difference", "low", "high"]]
    low, high = min(float(ends.min().min()), 0.0), max(float(ends.max().max()), 0.0)
    middle = (low + high) / 2
    names = base.transform_filter(alt.datum.end == "name")
    right = names.transform_calculate(spot="isValid(datum.high) ? datum.high : datum.difference").transform_filter(
        f"datum.spot <= {middle}"
    )
    left = names.transform_calculate(
        spot="isValid(datum.high) ? datum.high : datum.difference",
        begin="isValid(datum.low) ? datum.low : datum.difference",
    ).transform_filter(f"datum.spot > {middle}")
    return [
        written(right.encode(x=alt.X("spot:Q"), text=alt.Text("setting:N")), room.small, "left", 10),
        written(left.encode(x=alt.X("begin:Q"), text=alt.Text("setting:N")), room.small, "right", -10),
    ]

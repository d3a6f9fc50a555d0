"""How often each thing happens, and what each adds or takes: bars with intervals, the numbers beside them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.lettering import wrapped
from analysis.figures.named_lanes import Laid, intervals, laid_out, lane, names_of, nothing, written
from analysis.figures.style import BLUE, INK, OUTCOME_COLOURS, WIDE, Room, fixed, in_order, rows, styled
from analysis.figures.told_shares import percents_told
from analysis.figures.tooltips import Said, tooltips

_NEEDED = ("title", "share", "low", "high", "runs")
_BAR = 20


def share_bars(shares: pd.DataFrame, title: str, subtitle: str = "", room: Room = WIDE) -> Any:
    """One bar per row with its interval from 0 to 100%, in the order of the table, and the numbers in a column.

    Parameters
    ----------
    shares : pandas.DataFrame
        From :func:`analysis.estimates.word_shares.outcome_shares`, ``who_asks_first`` or ``which_mediator``: ``title``,
        ``share``, ``low``, ``high``, ``runs``; outcome classes keep their own colours.
    title, subtitle : str
        What the figure shows, and of how many runs.
    """
    rows(shares, _NEEDED)
    order = in_order(shares, "title")
    classes = shares["outcome"].tolist() if "outcome" in shares else []
    palette = [OUTCOME_COLOURS.get(name, BLUE) for name in classes] or [BLUE] * len(order)
    numbers = {name: _numbers(row) for name, row in zip(shares["title"], shares.to_dict("records"), strict=True)}
    laid = laid_out(
        shares, "title", room, {name: f": {said}" for name, said in numbers.items()} if room.is_narrow else None
    )
    data = rows(laid.table.assign(numbers=laid.table["title"].map(numbers)), _NEEDED)
    base = tooltips(alt.Chart(data), {"title": "what"}, Said("share", "share of runs", ".1%", counted="runs")).encode(
        y=lane(laid)
    )
    bars = base.mark_bar(orient="horizontal", size=_BAR, stroke=INK, strokeWidth=0.5).encode(
        x=alt.X(
            "share:Q", title="share of runs", scale=alt.Scale(domain=[0, 1], padding=0),
            axis=alt.Axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1]),
        ),
        color=alt.Color("title:N", scale=alt.Scale(domain=order, range=palette), legend=None),
    )  # fmt: skip
    words = [] if room.is_narrow else [_column(base, laid, room)]
    chart = alt.layer(bars, *intervals(base), *words, names_of(laid, room), width=laid.width, height=laid.height)
    return styled(chart, title, subtitle, room=room)


def _column(base: Any, laid: Laid, room: Room) -> Any:
    """The numbers to the right of everything that is drawn, where no bar and no interval reaches."""
    return written(base.encode(x=fixed(alt.XValue, laid.width + 14), text=alt.Text("numbers:N")), room.small, "left")


def _numbers(row: Mapping[Hashable, Any]) -> str:
    if pd.isna(row["share"]):
        return "unknown"
    return percents_told(row[name] for name in ("share", "low", "high"))


def signed_bars(changes: pd.DataFrame, title: str, unit: str, room: Room = WIDE) -> Any:
    """One bar per change with its interval, to either side of nothing, in the order of the table.

    Parameters
    ----------
    changes : pandas.DataFrame
        ``title``, ``value``, ``low`` and ``high``.
    title, unit : str
        What the figure shows, and the unit of the changes.
    """
    needed = ("title", "value", "low", "high")
    rows(changes, needed)
    laid = laid_out(changes, "title", room)
    base = tooltips(
        alt.Chart(rows(laid.table, needed)), {"title": "what"}, Said("value", f"change ({unit})", "+.3~g")
    ).encode(y=lane(laid))
    bars = base.mark_bar(orient="horizontal", size=_BAR, color=BLUE).encode(
        x=alt.X("value:Q", title=wrapped(unit, room.text, laid.width))
    )
    chart = alt.layer(bars, *intervals(base), nothing(INK), names_of(laid, room), width=laid.width, height=laid.height)
    return styled(chart, title, "Lines: intervals.", room=room)

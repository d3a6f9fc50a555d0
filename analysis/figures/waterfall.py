"""Why this and not that: what each consideration adds to the lead of one option over its rival, and the sum."""

from __future__ import annotations

from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from analysis.figures.lettering import wrapped
from analysis.figures.style import DARK, INK, LIGHT, MIDDLE, PAPER, WIDE, Room, rows, styled

SUM = "In all"
BAR = 24
"""Height of a bar in pixels."""
AIR = 10
"""Pixels between a row and the next."""
FREE = {False: 0.12, True: 0.28}
"""Left free on either side of the bars for their numbers, as a part of what they span; more where it is narrow."""
FILLS = {"for": DARK, "against": LIGHT, "sum": MIDDLE}
"""Dark for what was done, light for its rival: told apart in grey, and by the side that they run to."""


class Place(NamedTuple):
    """Where values are across, and rows downwards."""

    across: alt.Scale
    down: alt.Scale

    def x(self, column: str) -> alt.X:
        """Return a column of values as the place across."""
        return alt.X(f"{column}:Q", scale=self.across, axis=None)

    def y(self, column: str) -> alt.Y:
        """Return a column of pixels as the place downwards."""
        return alt.Y(f"{column}:Q", scale=self.down, axis=None)


def waterfall(parts: pd.DataFrame, title: str, chosen: str, rival: str, room: Room = WIDE) -> Any:
    """Bars that begin where the one before ended: to the right for what was done, to the left for its rival.

    Parameters
    ----------
    parts : pandas.DataFrame
        ``part``, ``difference``, ``start``, ``end``: one row a consideration, in the order in which they add up.
    title : str
        What the figure shows.
    chosen, rival : str
        The two options as something to do.
    room : Room
        The room that it is laid out in.
    """
    rows(parts, ("part", "difference", "start", "end"))
    table, height = _placed(parts, room)
    ends = [0.0, *table["start"], *table["end"]]
    span = (max(ends) - min(ends)) or 1.0
    free = FREE[room.is_narrow] * span
    place = Place(
        alt.Scale(domain=[min(ends) - free, max(ends) + free], nice=False, zero=False),
        alt.Scale(domain=[height, 0], nice=False, zero=False),
    )
    layers = [_zero(height, place), _links(table, place), *_bars(table, place), *_words(table, span, place, room)]
    told = f"To the right: for \u2018{chosen}\u2019, which was done. To the left: for \u2018{rival}\u2019."
    return styled(alt.layer(*layers, width=room.width, height=height), title, told, room=room)


def _placed(parts: pd.DataFrame, room: Room) -> tuple[pd.DataFrame, float]:
    """The bars and their sum with the pixels where each begins and ends downwards, and the height of all."""
    total = float(parts["end"].iloc[-1])
    last = pd.DataFrame({"part": [SUM], "difference": [total], "start": [0.0], "end": [total]})
    table = pd.concat([parts, last], ignore_index=True)
    name = room.small + 6 if room.is_narrow else 0
    step = BAR + AIR + name
    kinds = ["for" if value >= 0 else "against" for value in parts["difference"]]
    table = table.assign(
        kind=[*kinds, "sum"],
        above=table.index * step + AIR / 2 + name,
        said=[f"{value:+.2f}" for value in table["difference"]],
    )
    return table.assign(below=table["above"] + BAR, middle=table["above"] + BAR / 2), float(step * len(table))


def _zero(height: float, place: Place) -> Any:
    line = alt.Chart(alt.InlineData(values=[{"value": 0.0, "top": 0.0, "bottom": height}]))
    return line.mark_rule(color=INK, strokeWidth=1.5).encode(
        x=place.x("value"), y=place.y("top"), y2=alt.Y2("bottom:Q")
    )


def _links(table: pd.DataFrame, place: Place) -> Any:
    """A thin line from where a bar ends to the bar below, which begins there."""
    links = table.iloc[:-1].assign(until=table["above"].shift(-1).iloc[:-1])
    base = alt.Chart(rows(links, ("end", "below", "until")))
    return base.mark_rule(color=MIDDLE, strokeWidth=1).encode(
        x=place.x("end"), y=place.y("below"), y2=alt.Y2("until:Q")
    )


def _bars(table: pd.DataFrame, place: Place) -> list[Any]:
    fill = alt.Color("kind:N", scale=alt.Scale(domain=list(FILLS), range=list(FILLS.values())), legend=None)
    base = alt.Chart(rows(table, ("part", "start", "end"))).encode(
        x=place.x("start"), x2=alt.X2("end:Q"), y=place.y("above"), y2=alt.Y2("below:Q"), color=fill,
        tooltip=[alt.Tooltip("part:N", title="consideration"), alt.Tooltip("said:N", title="difference in utility")],
    )  # fmt: skip
    return [base.mark_bar(stroke=INK, strokeWidth=1)]


def _words(table: pd.DataFrame, span: float, place: Place, room: Room) -> list[Any]:
    """The name of each row, beside or above its bar, and each number behind the end of its bar."""
    narrow, across = room.is_narrow, room.width if room.is_narrow else room.labels
    at = table.assign(
        name=["\n".join(wrapped(name, room.text, across)) for name in table["part"]],
        edge=min(0.0, *table["start"], *table["end"]) - FREE[narrow] * span,
        name_y=table["above"] - room.small / 2 - 3 if narrow else table["middle"],
    )
    base = alt.Chart(rows(at, ("name", "end", "said")))
    side: dict[str, Any] = {"align": "left" if narrow else "right", "dx": 0 if narrow else -12, "fontSize": room.text}
    at_edge = {"x": place.x("edge"), "y": place.y("name_y"), "text": alt.Text("name:N")}
    halos: tuple[dict[str, Any], ...] = ({"stroke": PAPER, "strokeWidth": 5}, {})
    names = [
        base.mark_text(color=INK, lineBreak="\n", baseline="middle", **side, **halo).encode(**at_edge) for halo in halos
    ]
    ends: tuple[tuple[str, dict[str, Any]], ...]
    ends = ((">=", {"align": "left", "dx": 7}), ("<", {"align": "right", "dx": -7}))
    numbers = [
        base.transform_filter(f"datum.difference {sign} 0")
        .mark_text(**beyond, fontSize=room.small, color=INK, baseline="middle")
        .encode(x=place.x("end"), y=place.y("middle"), text=alt.Text("said:N"))
        for sign, beyond in ends
    ]
    return [*names, *numbers]

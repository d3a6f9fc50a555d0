"""Names of lines written where the lines end, pushed apart where they would lie on one another: no legend is needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from analysis.figures.lettering import width_of, wrapped
from analysis.figures.placing import spread
from analysis.figures.run_days import RunDays
from analysis.figures.style import INK, PAPER, Room, line_legend, rows

REACH = 14
"""Pixels from the end of a line to its name."""
HALO: dict[str, Any] = {"color": PAPER, "stroke": PAPER, "strokeWidth": 4}
"""White around letters that stand in the field, among other lines."""
AIR = 3
"""Pixels between two names."""


class Heights(NamedTuple):
    """The values at the foot and at the top of a panel (or at the top and the foot), and its height in pixels."""

    low: float
    high: float
    pixels: float

    @property
    def scale(self) -> alt.Scale:
        """Where values are."""
        return alt.Scale(
            domain=[min(self.low, self.high), max(self.low, self.high)], reverse=self.low > self.high, nice=False
        )

    def pixel(self, value: float) -> float:
        """Return where a value is, in pixels from the top."""
        return self.pixels * (self.high - value) / (self.high - self.low)

    def value(self, pixel: float) -> float:
        """Return the value at a place."""
        return self.high - pixel * (self.high - self.low) / self.pixels


def line_ends(
    ends: Sequence[tuple[str, float, float]],
    look: tuple[alt.Scale, float],
    days: tuple[RunDays, bool],
    heights: Heights,
    room: Room,
) -> list[Any]:
    """Return the layers that name lines at their ends: beside the field, or within it where a line ends long before.

    Parameters
    ----------
    ends : sequence of tuple
        Each line's name, the day on which it ends, and its value there.
    look : tuple
        The scale of colours by name, and how many pixels a name may take across.
    days : tuple
        The days shown, and whether dates are written below this panel.
    heights : Heights
        Where values are.
    room : Room
        The room that the figure is laid out in.
    """
    (colour, across), (shown, is_dated) = look, days
    base = alt.Chart(rows(_placed(ends, across, shown, heights, room), ("name", "value", "place")))
    value, place = (alt.Y(f"{column}:Q", scale=heights.scale, title=None) for column in ("value", "place"))
    stroke = alt.Color("name:N", scale=colour, legend=None)
    text: dict[str, Any] = {"align": "left", "baseline": "middle", "fontSize": room.small, "lineBreak": "\n"}
    beside, inside = (base.transform_filter(f"{sign}datum.is_inside") for sign in ("!", ""))
    at_end: dict[str, Any] = {"x": shown.across(room, is_dated), "y": value}
    behind = {"x": shown.across(room, is_dated, "last"), "y": place, "text": alt.Text("text:N")}
    inks: tuple[dict[str, Any], ...] = (HALO, {"color": INK})
    return [
        beside.mark_rule(strokeWidth=1.5).encode(**at_end, x2=alt.X2("until:Q"), y2=alt.Y2("place:Q"), color=stroke),
        beside.mark_text(**text, dx=REACH, color=INK).encode(**behind),
        inside.mark_point(filled=True, size=70, opacity=1).encode(**at_end, color=stroke),
        *(inside.mark_text(**text, dx=8, dy=-9, **ink).encode(**at_end, text=alt.Text("text:N")) for ink in inks),
    ]


def _placed(
    ends: Sequence[tuple[str, float, float]], across: float, shown: RunDays, heights: Heights, room: Room
) -> pd.DataFrame:
    """Each name in lines, where its line ends, and where beside the field it goes."""
    names, ended, values = zip(*ends, strict=True)
    lines = [wrapped(name, room.small, across) for name in names]
    gap = max(map(len, lines), default=1) * (room.small + AIR)
    places = spread([heights.pixel(value) for value in values], gap, 0.0, heights.pixels)
    left = [(shown.span - day) * room.width / shown.span for day in ended]
    needed = [REACH + max(width_of(line, room.small) for line in found) for found in lines]
    return pd.DataFrame(
        {
            "name": names,
            "text": ["\n".join(found) for found in lines],
            "day": ended,
            "last": shown.span,
            "until": shown.span * (1 + (REACH - 4) / room.width),
            "value": values,
            "place": [heights.value(place) for place in places],
            "is_inside": [pixels > width for pixels, width in zip(left, needed, strict=True)],
        }
    )


def long_legend(room: Room) -> alt.Legend:
    """Return a legend for a telephone, where lines have no room for names at their ends: a name may take all of it."""
    legend = line_legend()
    legend.labelLimit = room.whole - 60
    return legend

"""Names of lines written where the lines end, pushed apart where they would lie on one another: no legend is needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from analysis.figures.lettering import wrapped
from analysis.figures.placing import spread
from analysis.figures.run_days import RunDays
from analysis.figures.style import INK, Room, rows

REACH = 14
"""Pixels from the end of a line to its name."""
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
    """Return the layers that name lines at their ends.

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
    names, ended, values = zip(*ends, strict=True)
    lines = [wrapped(name, room.small, across) for name in names]
    gap = max(map(len, lines), default=1) * (room.small + AIR)
    places = spread([heights.pixel(value) for value in values], gap, 0.0, heights.pixels)
    table = pd.DataFrame(
        {
            "name": names,
            "text": ["\n".join(found) for found in lines],
            "day": ended,
            "last": shown.span,
            "until": shown.span * (1 + (REACH - 4) / room.width),
            "value": values,
            "place": [heights.value(place) for place in places],
        }
    )
    base = alt.Chart(rows(table, ("name", "value", "place")))
    value, place = (alt.Y(f"{column}:Q", scale=heights.scale, title=None) for column in ("value", "place"))
    stroke = alt.Color("name:N", scale=colour, legend=None)
    leaders = base.mark_rule(strokeWidth=1.5, opacity=0.7).encode(
        x=shown.across(room, is_dated), x2="until:Q", y=value, y2="place:Q", color=stroke
    )
    words = base.mark_text(
        align="left", baseline="middle", dx=REACH, fontSize=room.small, color=INK, lineBreak="\n"
    ).encode(x=shown.across(room, is_dated, "last"), y=place, text="text:N")  # fmt: skip
    return [leaders, words]

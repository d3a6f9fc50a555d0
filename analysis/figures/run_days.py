"""The days of one run across a figure, from day 0 to the last, the same in each of its panels."""

from __future__ import annotations

from typing import NamedTuple

import altair as alt

from analysis.figures.day_axis import days_axis
from analysis.figures.style import Room


class RunDays(NamedTuple):
    """The days shown: the date of day 0 (ISO 8601; without one days are numbered), and the last day."""

    start: str
    last: float

    @property
    def span(self) -> float:
        """Days from the first to the last, of which there is always something to show."""
        return self.last or 1.0

    def across(self, room: Room, shown: bool = True, field: str = "day") -> alt.X:
        """Return a column of days as the place across; dates are `shown` in the lowest panel only."""
        scale = alt.Scale(domain=[0, self.span], nice=False)
        axis = days_axis(self.start, self.span, room, shown)
        return alt.X(f"{field}:Q", title=axis.title if shown and not self.start else None, scale=scale, axis=axis)

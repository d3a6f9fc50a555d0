"""How every figure looks: colours that survive colour blindness, a grey printer and a projector."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt
import numpy as np
import pandas as pd

from analysis.figures.figure import FigureError, distinct
from analysis.figures.lettering import wrapped
from sim.vocabulary import outcomes

BLUE, ORANGE, BLACK, SKY = "#005A9C", "#C27C00", "#1A1A1A", "#3B8FC4"
VERMILLION, GREY, GREEN, PURPLE = "#A63C00", "#8A8A8A", "#006B4F", "#8E2F6E"
INK, FAINT, PAPER, MIDDLE = "#1A1A1A", "#D9D9D9", "#FFFFFF", "#595959"
"""Words and edges, lines that only guide the eye, the ground, and words of less weight."""

SERIES = (BLUE, ORANGE, BLACK, SKY, VERMILLION, GREY, GREEN, PURPLE)
"""The hues of Okabe and Ito (2008), each dark enough for 3:1 on white; neighbours differ in lightness."""

DASHES = ([1, 0], [9, 4], [2, 3], [12, 3, 2, 3], [5, 2], [1, 5], [14, 5], [4, 4, 1, 4])
"""One a series beside its colour, so that lines part in grey too."""

SIDES = (BLUE, "#D55E00")
"""The two sides: apart in hue and in lightness; the second is dashed besides (:data:`DASHES`)."""

DARK, LIGHT = "#0B3C5D", "#B8DBF0"
"""A pair of fills; what is light has an edge in ink, since it is too faint on white."""

OUTCOME_COLOURS = dict(zip(outcomes.WORDS, (GREEN, "#4798CE", "#0A3A78", "#CC5500", "#2B2B2B"), strict=False))
"""One a class, from the most settled to the least; neighbours in a stack differ most in lightness."""

_BETWEEN = 9
"""Pixels between the strokes of a hatching."""

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"


class Room(NamedTuple):
    """The room that a figure is laid out in.

    Attributes
    ----------
    width, height : int
        Pixels of a panel across, and of one that stands alone upwards; what is outside its axes comes on top.
    text, small, large : int
        Sizes of letters in pixels: names and numbers, axes, titles.
    labels : int
        Pixels that the name of a row or an axis may take.
    across : int
        Small panels side by side.
    """

    width: int
    height: int
    text: int
    small: int
    large: int
    labels: int
    across: int

    @property
    def whole(self) -> int:
        """Pixels that a title may take across: those of a panel, and on a telephone of the names beside it too."""
        return self.width + (self.labels + 54 if self.is_narrow else 0)

    @property
    def is_narrow(self) -> bool:
        """Whether names stand above what they name, and legends one below the other."""
        return self.across == 1


WIDE = Room(760, 400, 18, 16, 22, 320, 3)
"""A desk's screen and a projector."""

SHEET = Room(600, 220, 15, 14, 17, 260, 3)
"""Half a sheet of paper: lower than a screen, with letters of 8 points where it is printed as wide as the text."""

NARROW = Room(178, 230, 13, 12, 15, 98, 1)
"""A telephone of 390 pixels: nothing scrolls sideways, letters keep a size that can be read."""


def config(room: Room) -> dict[str, Any]:
    """What Vega is told of letters, lines and legends."""
    text, small, large = room.text, room.small, room.large
    return {
        "background": PAPER,
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            "labelFontSize": small,
            "titleFontSize": text,
            "titleFontWeight": "normal",
            "labelColor": INK,
            "titleColor": INK,
            "gridColor": FAINT,
            "domainColor": MIDDLE,
            "tickColor": MIDDLE,
            "labelLimit": room.labels,
            "titlePadding": 10,
            "labelPadding": 8,
            "labelOverlap": "greedy",
            "labelSeparation": 8,
        },
        "axisQuantitative": {"tickCount": 7},
        "legend": {
            "labelFontSize": small,
            "titleFontSize": small,
            "labelColor": INK,
            "titleColor": INK,
            "symbolSize": 220,
            "symbolStrokeWidth": 3,
            "labelLimit": room.labels,
            "orient": "top",
            "direction": "vertical" if room.is_narrow else "horizontal",
        },
        "header": {"labelFontSize": text, "titleFontSize": text, "labelColor": INK, "labelFontWeight": "bold"},
        "title": {
            "fontSize": large,
            "subtitleFontSize": small,
            "anchor": "start",
            "color": INK,
            "subtitleColor": MIDDLE,
            "offset": 16,
            "subtitlePadding": 6,
        },
        "text": {"fontSize": small, "color": INK},
    }


def interval_marks(base: Any, low: str, high: str) -> list[Any]:
    """An interval as a line with a white edge, to be seen on dark bars, on light ones and beside them.

    Channels are made here rather than named: Altair takes a tenth of a second to look up a dozen names.
    """
    span = [
        base.mark_rule(color=colour, strokeWidth=width).encode(x=alt.X(f"{low}:Q"), x2=alt.X2(high))
        for colour, width in ((PAPER, 7), (INK, 3))
    ]
    ends = [base.mark_tick(color=INK, thickness=3, size=14).encode(x=alt.X(f"{end}:Q")) for end in (low, high)]
    return [*span, *ends]


def rows(table: pd.DataFrame, needed: Sequence[str]) -> alt.InlineData:
    """The table as data inside the figure, with blanks where there is no finite number.

    Raises
    ------
    FigureError
        When a column is missing or there are no rows.
    """
    missing = [name for name in needed if name not in table]
    if missing:
        raise FigureError(f"this figure needs the columns {', '.join(needed)}; the table lacks {', '.join(missing)}")
    if table.empty:
        raise FigureError("there are no rows to draw")
    names = [str(name) for name in table.columns]
    columns = [_plainly(table[name]) for name in table.columns]
    # Altair copies lists at every step of a chart, and leaves a tuple alone.
    return alt.InlineData(values=tuple(dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)))


def styled(chart: Any, title: str, subtitle: str = "", room: Room = WIDE) -> Any:
    """The figure itself, finished in the house style: titled with what it shows, in as many lines as its room asks for.

    It is set rather than asked for by method, since each method of a chart of layers copies all of them.
    """
    lines = wrapped(title, room.large, room.whole)
    below = wrapped(subtitle, room.small, room.whole) if subtitle else alt.Undefined
    heading = alt.Title(lines if lines[1:] else title, subtitle=below)
    chart.title, chart.config = heading, config(room)
    return chart


def apart(channel: str) -> dict[str, Any]:
    """What a chart of layers or panels is told where each has a scale of its own for a channel."""
    return {"scale": {channel: "independent"}}


def fixed(channel: Any, value: Any, **conditions: Any) -> Any:
    """A channel with one value for every mark, made from its class: Altair takes long to find that of a mere number."""
    return channel(value, **conditions)


def hatched(base: Any, width: float, height: float) -> Any:
    """Diagonal strokes over cells of a known size: what must not be read as a finding, in grey too.

    Vega-Lite has no patterns; the strokes are the shape of a point in each cell's middle.

    Parameters
    ----------
    base : altair chart
        Places the cells, and holds only those that are hatched.
    width, height : float
        Of a cell in pixels.
    """
    return base.mark_point(
        shape=_strokes(height / width, 2 * _BETWEEN / width), size=width**2, stroke=INK, strokeWidth=1, filled=False,
        opacity=0.75,
    )  # fmt: skip


def _strokes(up: float, step: float) -> str:
    """A path of diagonals over a box from -1 to 1 across and from -``up`` to ``up``, a line each ``step`` across."""
    paths = []
    for place in range(1, int((2 + 2 * up) / step) + 1):
        over = place * step
        x1, y1 = max(-1.0, -1 + over - 2 * up), min(up, -up + over)
        x2, y2 = min(1.0, -1 + over), max(-up, -up + over - 2)
        paths.append(f"M{x1:.3f},{y1:.3f}L{x2:.3f},{y2:.3f}")
    return "".join(paths)


def colours(names: Sequence[str]) -> alt.Scale:
    """One colour per name, in the order given.

    Raises
    ------
    FigureError
        When there are more names than colours that can be told apart.
    """
    _few(names)
    return alt.Scale(domain=list(names), range=list(SERIES[: len(names)]))


def dashes(names: Sequence[str]) -> alt.Scale:
    """A dash pattern a name, in the order given."""
    _few(names)
    return alt.Scale(domain=list(names), range=[list(dash) for dash in DASHES[: len(names)]])


def line_legend() -> alt.Legend:
    """A legend that shows a stretch of each line, long enough for its dashes."""
    return alt.Legend(symbolType="stroke", symbolSize=1400, symbolStrokeWidth=4)


def in_order(table: pd.DataFrame, column: str) -> list[Any]:
    """Values of a column in the order in which they first occur."""
    return [_plain(value) for value in distinct(table[column])]


def _few(names: Sequence[str]) -> None:
    if len(names) > len(SERIES):
        raise FigureError(f"{len(names)} series cannot be told apart in one figure; at most {len(SERIES)}")


def _plainly(column: pd.Series) -> list[Any]:
    """A column as JSON knows it; numpy's own kinds of numbers are taken all at once."""
    values: list[Any] = column.tolist()
    if column.dtype.kind in "biu" and isinstance(column.dtype, np.dtype):
        return values
    return [_plain(value) for value in values]


def _plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if type(value) is str:
        return value
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, int | float | str | bool | type(None)) else str(value)

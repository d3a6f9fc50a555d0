"""How every figure looks: colours that survive colour blindness, a grey printer and a projector."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from analysis.figures.figure import FigureError, distinct
from sim.vocabulary import outcomes

BLACK, ORANGE, SKY, GREEN = "#000000", "#E69F00", "#56B4E9", "#009E73"
YELLOW, BLUE, VERMILLION, PURPLE = "#F0E442", "#0072B2", "#D55E00", "#CC79A7"
INK, FAINT, PAPER, MIDDLE = "#1A1A1A", "#D9D9D9", "#FFFFFF", "#6B6B6B"

SERIES = (BLUE, ORANGE, BLACK, SKY, VERMILLION, GREEN, PURPLE, YELLOW)
"""Okabe and Ito's colours (2008), ordered so that neighbours differ in lightness."""

DASHES = ([1, 0], [9, 4], [2, 3], [12, 3, 2, 3], [5, 2], [1, 5], [14, 5], [4, 4, 1, 4])
"""One a series beside its colour, so that lines part in grey too."""

OUTCOME_COLOURS = dict(zip(outcomes.WORDS, (GREEN, SKY, ORANGE, VERMILLION, MIDDLE), strict=False))

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
    def is_narrow(self) -> bool:
        """Whether names stand above what they name, and legends one below the other."""
        return self.across == 1


WIDE = Room(760, 400, 18, 16, 22, 320, 3)
"""A desk's screen, a projector and paper."""

NARROW = Room(200, 230, 13, 12, 15, 110, 1)
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
    """An interval as a line with a white edge, to be seen on dark bars, on light ones and beside them."""
    span = [
        base.mark_rule(color=colour, strokeWidth=width).encode(x=f"{low}:Q", x2=f"{high}:Q")
        for colour, width in ((PAPER, 7), (INK, 3))
    ]
    ends = [base.mark_tick(color=INK, thickness=3, size=14).encode(x=f"{end}:Q") for end in (low, high)]
    return [*span, *ends]


def named_rows(order: Sequence[str], column: str, room: Room = WIDE) -> alt.Y:
    """One row per name, in the order given."""
    return alt.Y(
        f"{column}:N", sort=list(order), title=None, axis=alt.Axis(ticks=False, domain=False, labelFontSize=room.text)
    )


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
    records = [{str(name): _plain(value) for name, value in row.items()} for row in table.to_dict(orient="records")]
    return alt.InlineData(values=records)


def styled(chart: Any, title: str, subtitle: str = "", room: Room = WIDE) -> Any:
    """A finished figure in the house style, titled with what it answers."""
    heading = alt.Title(title, subtitle=subtitle) if subtitle else alt.Title(title)
    return chart.properties(title=heading).configure(**config(room))


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


def _plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, int | float | str | bool | type(None)) else str(value)

"""What a figure is before anybody draws it: its table, its title and the words on it, as plain data.

Three renderers draw figures: :mod:`analysis.figures.vega` all of them, for reports and notebooks;
:mod:`analysis.figures.svg` and :mod:`analysis.figures.characters` those that commands with core dependencies show, as
a picture within a page and as characters on a terminal. A renderer computes nothing that the table lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from analysis.figures.figures_of_runs import Forest, HundredDots, Standings, WaysTree
from analysis.figures.run_figure import (
    FaceToFace,
    PartingOfTheWays,
    Reach,
    Waterfall,
    WhoCallsWhom,
)

if TYPE_CHECKING:  # pandas takes longer to import than a run takes to happen
    import pandas as pd

    Columns = Mapping[str, Sequence[Any]] | pd.DataFrame

__all__ = [
    "BoxPath",
    "Course",
    "EffectBars",
    "FaceToFace",
    "FanChart",
    "Figure",
    "FigureError",
    "Forest",
    "HeatMap",
    "HundredDots",
    "IndexBars",
    "PartingOfTheWays",
    "Reach",
    "ShareBars",
    "SidesApart",
    "SignedBars",
    "Standings",
    "TimeToContact",
    "Tornado",
    "Waterfall",
    "WaysTree",
    "WhoCallsWhom",
    "distinct",
    "renderer_without_vega",
    "selected",
]

Renderer = TypeVar("Renderer")


class FigureError(ValueError):
    """A table that a figure cannot be drawn from, or a figure that a renderer does not draw; says what is needed."""


class ShareBars(NamedTuple):
    """How often each thing happens: ``title``, ``share``, ``low``, ``high``, ``runs``, one row per bar."""

    shares: Columns
    title: str
    subtitle: str = ""


class SignedBars(NamedTuple):
    """What each thing adds to a number or takes from it: ``title``, ``value``, ``low``, ``high``, one row per bar."""

    changes: Columns
    title: str
    unit: str


class TimeToContact(NamedTuple):
    """The share of runs that have got somewhere by each day: ``group``, ``day``, ``reached``, ``low``, ``high``.

    ``start`` is the date of day 0 (ISO 8601) where days are to be told as dates, and ``horizon`` the last day watched.
    Where groups are the two sides, a column ``place`` says which (0 or 1; 2 for neither): sides keep their colours.
    """

    curves: Columns
    title: str
    what: str = "in contact"
    start: str = ""
    horizon: float = 0.0


class Course(NamedTuple):
    """Both sides' series over the days of one run: ``side``, ``panel``, ``day``, ``value``; truces ``start``, ``end``.

    ``start`` is the date of day 0 (ISO 8601) where days are to be told as dates, and ``falls`` names the panels whose
    values are falls of a market (0 to 1), ``parts`` those whose values cannot leave 0 to 1. ``marks`` are asks and
    meetings (``day``, ``lane``, ``form``), which the terminal draws. ``held`` is what a truce is called.
    """

    series: Columns
    truces: Columns
    title: str
    start: str = ""
    falls: tuple[str, ...] = ()
    marks: Columns | None = None
    held: str = "truce"
    parts: tuple[str, ...] = ()


class Tornado(NamedTuple):
    """What each factor does on its own, a row per end or name of it, as differences from all runs together.

    ``input``, ``setting``, ``end`` (``low``, ``high`` or ``name``), ``estimate``, ``difference``, ``low``, ``high``,
    ``runs`` and ``differs``. ``form`` is how an estimate is written, and ``subtitle`` says what the zero is.
    """

    swings: Columns
    title: str
    unit: str
    form: str = ".3~g"
    subtitle: str = ""


class IndexBars(NamedTuple):
    """Sobol' indices with intervals: the columns of ``SobolResult.indices``."""

    indices: Columns
    title: str
    luck_share: float | None = None


class EffectBars(NamedTuple):
    """Morris' effects with intervals: the columns of ``MorrisResult.effects``."""

    effects: Columns
    title: str
    unit: str


class FanChart(NamedTuple):
    """Where most runs lie day by day: ``series``, ``day``, ``share``, ``low``, ``high``, ``median``, ``runs``.

    ``start`` is the date of day 0 (ISO 8601) where days are to be told as dates.
    """

    bands: Columns
    title: str
    unit: str
    names: Mapping[str, str] | None = None
    start: str = ""


class SidesApart(NamedTuple):
    """Two sides of a contrast, at each setting of another factor: ``side``, ``setting``, ``value``, ``low``, ``high``.

    ``runs`` is a column too. ``across`` names that factor, and is empty where there is none; ``unit`` is what values
    are in, or "share" where they are shares (0 to 1), of what ``what`` says.
    """

    sides: Columns
    title: str
    what: str
    unit: str
    across: str = ""


class HeatMap(NamedTuple):
    """A measure over two factors: the columns ``x`` and ``y``, and ``value`` (column, name, number format).

    ``panels`` is the column of a third factor, a map for each of its settings. Where the table says so, ``low`` and
    ``high`` are the interval of a cell, ``runs`` what it rests on, ``said`` its number as written, and ``differs``
    whether it differs from the whole.
    """

    table: Columns
    x: str
    y: str
    value: tuple[str, str, str]
    title: str
    panels: str = ""


class BoxPath(NamedTuple):
    """A search for conditions: coverage against density of its boxes, in the half searched and among held-out runs.

    ``steps`` has ``half``, ``step``, ``coverage``, ``density``, ``low``, ``high``, one row a box and half; ``chosen``
    the box reported (``coverage``, ``density``, ``low``, ``high``), and ``band`` between which densities searches in
    nothing lie (``coverage``, ``low``, ``high``; without rows where that is not known).
    """

    steps: Columns
    title: str
    chosen: Columns
    band: Columns


Figure = (
    ShareBars
    | SignedBars
    | TimeToContact
    | Course
    | Tornado
    | IndexBars
    | EffectBars
    | FanChart
    | Standings
    | HundredDots
    | WaysTree
    | Forest
    | SidesApart
    | HeatMap
    | BoxPath
    | PartingOfTheWays
    | WhoCallsWhom
    | FaceToFace
    | Waterfall
)


def renderer_without_vega(drawn_by: Mapping[type, Renderer], figure: Figure) -> Renderer:
    """Return what draws this figure, from a table of those that draw with core dependencies.

    Raises
    ------
    FigureError
        For figures that this renderer does not draw.
    """
    draw = drawn_by.get(type(figure))
    if draw is None:
        raise FigureError(f"{type(figure).__name__} is not drawn in this way; analysis.figures.vega draws every figure")
    return draw


def distinct(values: Iterable[Any]) -> list[Any]:
    """Return values in the order in which they first occur, each once."""
    return list(dict.fromkeys(values))


def selected(table: Columns, column: str, where: Mapping[str, Any]) -> list[Any]:
    """Return the values of a column in the rows whose other columns have these values."""
    keys = zip(*(table[name] for name in where), strict=True)
    wanted = tuple(where.values())
    return [value for key, value in zip(keys, table[column], strict=True) if key == wanted]

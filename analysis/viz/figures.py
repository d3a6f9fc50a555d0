"""A panel's figure as SVG: lines over dates up to the horizon, in a size whose letters a telephone leaves readable."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import matplotlib as mpl
from matplotlib import dates
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analysis.figures.style import DASHES, FAINT, MIDDLE, SERIES, SIDES

INCHES = (4.0, 2.0)
MARGINS = {"left": 0.14, "right": 0.98, "bottom": 0.14, "top": 0.86}
TICKS = 5
AS_WORDS: Any = {"svg.fonttype": "none", "font.size": 10}
"""Letters stay letters, which a browser draws, reads out and finds; outlines of them take three times as long."""


class Panel(NamedTuple):
    """What a figure shows.

    Attributes
    ----------
    title : str
        What is shown, with its unit.
    lines : mapping of str to sequence of float
        A line's values by its name; at most as many as there are colours.
    days : sequence of float
        Days of the values.
    start : datetime.date
        The date of day 0.
    horizon : float
        The last day of the axis.
    is_share : bool
        Whether values are shares, to be told in per cent.
    """

    title: str
    lines: Mapping[str, Sequence[float]]
    days: Sequence[float]
    start: dt.date
    horizon: float
    is_share: bool = False


def drawn(panel: Panel) -> str:
    """The panel as an SVG element that takes the width it is given and says in words where its lines are."""
    made = io.StringIO()
    with mpl.rc_context(AS_WORDS):
        figure(panel).savefig(made, format="svg", metadata={"Date": None, "Creator": None})
    text = made.getvalue()
    words = heard(panel).replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return text[text.index("<svg") :].replace("<svg", f'<svg role="img" aria-label="{words}"', 1)


def heard(panel: Panel) -> str:
    """What a reader who cannot see it is told: where each line is now."""
    now = "; ".join(f"{name} {_told(values[-1], panel)}" for name, values in panel.lines.items())
    return f"{panel.title}. Now: {now}"


def figure(panel: Panel) -> Figure:
    """The panel as a figure of Matplotlib; it is registered nowhere, so nothing keeps it."""
    drawing = Figure(figsize=INCHES)
    drawing.subplots_adjust(**MARGINS)
    axes = drawing.subplots()
    begin = float(dates.date2num(panel.start))
    palette = SIDES if len(panel.lines) <= len(SIDES) else SERIES
    for place, (name, values) in enumerate(panel.lines.items()):
        when = [begin + day for day in panel.days]
        colour = palette[place]
        axes.plot(when, values, label=name, linewidth=2, color=colour, linestyle=_dash(place))
        axes.plot(when[-1:], values[-1:], "o", markersize=5, color=colour, clip_on=False, zorder=3)
    axes.set_xlim(begin, begin + panel.horizon)
    axes.set_ylim(bottom=0)
    _ruled(axes, panel)
    axes.legend(
        frameon=False, loc="lower left", bbox_to_anchor=(-0.02, 0.98), ncols=3, borderaxespad=0, handlelength=2,
        columnspacing=1, handletextpad=0.5,
    )  # fmt: skip
    return drawing


def _ruled(axes: Any, panel: Panel) -> None:
    """Dates below, values at the left, and no more lines than guide the eye."""
    where = dates.AutoDateLocator(minticks=2, maxticks=TICKS)
    axes.xaxis.set_major_locator(where)
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(where, show_offset=False))
    axes.yaxis.set_major_locator(MaxNLocator(4))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _told(value, panel)))
    axes.grid(axis="y", color=FAINT, linewidth=0.8)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(color=MIDDLE)


def _told(value: float, panel: Panel) -> str:
    return f"{value:.0%}" if panel.is_share else f"{value:.3g}"


def _dash(place: int) -> str | tuple[float, tuple[float, ...]]:
    pattern = DASHES[place]
    return (0.0, tuple(length / 2 for length in pattern)) if all(pattern) else "-"

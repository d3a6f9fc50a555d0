"""Figures drawn as inline SVG, for pages that core dependencies make: no script, the colours of the page around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from analysis.figures.figure import (
    Course,
    Figure,
    ShareBars,
    SignedBars,
    TimeToContact,
    renderer_without_vega,
)
from analysis.figures.figures_of_runs import Forest, HundredDots, Standings, WaysTree
from analysis.figures.svg_bars import share_bars_svg, signed_bars_svg
from analysis.figures.svg_lines import course_svg, time_to_contact_svg
from analysis.figures.svg_rows import forest_svg, ways_tree_svg
from analysis.figures.svg_title import NARROW, WIDTH
from analysis.figures.svg_worlds import hundred_dots_svg, standings_svg

_DRAWN_BY: Mapping[type, Callable[[Any, int], str]] = {
    ShareBars: share_bars_svg,
    SignedBars: signed_bars_svg,
    TimeToContact: time_to_contact_svg,
    Course: course_svg,
    Standings: standings_svg,
    HundredDots: hundred_dots_svg,
    WaysTree: ways_tree_svg,
    Forest: forest_svg,
}


def narrow_svg(figure: Figure) -> str:
    """Return a figure laid out for a telephone."""
    return svg(figure, NARROW)


def svg(figure: Figure, width: int = WIDTH) -> str:
    """Return a figure as one SVG element, laid out for a width.

    Raises
    ------
    FigureError
        For figures that this renderer does not draw.
    """
    return renderer_without_vega(_DRAWN_BY, figure)(figure, width)

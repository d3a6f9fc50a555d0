"""Rows with a name, a mark and words as inline SVG: a tree of ways, and differences around a common zero."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from analysis.figures.figure import distinct
from analysis.figures.figures_of_runs import Forest, WaysTree
from analysis.figures.svg_title import WIDTH, titled_svg
from analysis.figures.told_shares import interval_told


class Layout(NamedTuple):
    """How rows are laid out.

    Attributes
    ----------
    names, field : int
        Where marks begin, and the width of their field; the rest is for words.
    row, above : int
        Height of a row, and how much of it is for its name where that stands above the mark.
    """

    names: int
    field: int
    row: int = 22
    above: int = 0


AT_DESK = Layout(262, 200)
TREE_ON_PHONE, FOREST_ON_PHONE = Layout(44, 130, 44, 20), Layout(6, 170, 44, 20)
LETTERS = 42
"""A longer name is cut."""
INDENT = 16
"""How far a branch stands to the right of the one it grows from."""
HEAD = 30
"""Height of the name of a unit above its rows."""


def ways_tree_svg(figure: WaysTree, width: int = WIDTH) -> str:
    """Return a line for every branch that a run of a hundred takes, a bar for its share of all, and its interval."""
    rows = [row for row in _rows(figure.branches) if row["hundred"] > 0]
    parts: list[str] = []
    look = AT_DESK if width >= WIDTH else TREE_ON_PHONE
    places = {str(row["branch"]): _middle(number, look) + 3 for number, row in enumerate(rows)}
    for row in rows:
        y = places[str(row["branch"])]
        name_y = y - look.above
        left = INDENT * (int(row["depth"]) - 1)
        value, low, high = (look.names + look.field * float(row[name]) for name in ("share", "low", "high"))
        parts.append(_text(left + 4, name_y + 4, str(row["title"])))
        size = f'width="{value - look.names:.1f}" height="16"'
        parts.append(f'<rect x="{look.names}" y="{y - 8:.1f}" {size} style="fill:var(--one)"/>')
        parts.append(_line(f"M{low:.1f} {y:.1f}H{high:.1f}", 2))
        told = interval_told(float(row[name]) for name in ("share", "low", "high"))
        parts.append(_text(high + 6, y + 4, f"{row['hundred']} of 100 ({told})"))
        if row["parent"]:
            stem = places[str(row["parent"])] - look.above + 9
            corner = f"M{left - INDENT + 9} {stem:.1f}V{name_y:.1f}H{left + 1}"
            parts.append(f'<path d="{corner}" fill="none" stroke="currentColor" stroke-opacity=".5"/>')
    return titled_svg(figure.title, look.row * len(rows) + 6, parts, width)


def forest_svg(figure: Forest, width: int = WIDTH) -> str:
    """Return a row per measure: the difference, its interval, a thinner one for all at once, and the numbers."""
    rows, y = _rows(figure.differences), 0.0
    look = AT_DESK if width >= WIDTH else FOREST_ON_PHONE
    parts: list[str] = []
    for group in distinct(figure.differences["group"]):
        own = [row for row in rows if row["group"] == group]
        parts += [f'<text x="4" y="{y + 20:.0f}" fill="currentColor" font-weight="bold">{escape(str(group))}</text>']
        parts += _panel(own, y + HEAD, look)
        y += HEAD + look.row * len(own) + 6
    return titled_svg(figure.title, y, parts, width)


def _middle(number: int, look: Layout) -> float:
    """The middle of a row's mark."""
    return look.row * number + (look.row + look.above) / 2


def _panel(rows: Sequence[Mapping[str, Any]], top: float, look: Layout) -> Iterator[str]:
    """Yield the rows of one unit on a scale of their own, with the zero that they share."""
    ends = [abs(float(row[end])) for row in rows for end in ENDS]
    farthest = max((end for end in ends if not math.isnan(end)), default=0.0) or 1.0
    zero = look.names + look.field / 2
    for number, row in enumerate(rows):
        foot = top + look.row * (number + 1)
        yield _line(f"M{zero} {foot - look.row + look.above:.0f}V{foot:.0f}", 1)
        yield from _difference(row, top + _middle(number, look), (zero, look.field / 2 / farthest), look)


def _difference(row: Mapping[str, Any], y: float, scale: tuple[float, float], look: Layout) -> Iterator[str]:
    """Yield one row; the scale is where zero is and what a unit takes. An interval that is not known is left out."""
    value, low, high, least, most = (scale[0] + scale[1] * float(row[end]) for end in ENDS)
    if look.above:
        yield _text(look.names, y + 4 - look.above, str(row["title"])[:LETTERS])
    else:
        yield _text(look.names - 8, y + 4, str(row["title"])[:LETTERS], "end")
    if not math.isnan(least + most):
        yield _line(f"M{least:.1f} {y:.1f}H{most:.1f}", 1)
    if not math.isnan(low + high):
        yield f'<path d="M{low:.1f} {y:.1f}H{high:.1f}" style="stroke:var(--one);stroke-width:5"/>'
    yield f'<circle cx="{value:.1f}" cy="{y:.1f}" r="4" fill="currentColor"/>'
    yield _text(look.names + look.field + 12, y + 4, str(row["told"]))


ENDS = ("difference", "low", "high", "joint_low", "joint_high")


def _rows(table: Any) -> list[dict[str, Any]]:
    names = [str(name) for name in table]
    return [dict(zip(names, row, strict=True)) for row in zip(*(table[name] for name in names), strict=True)]


def _line(path: str, width: float) -> str:
    return f'<path d="{path}" stroke="currentColor" stroke-width="{width}"/>'


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="currentColor">{escape(words)}</text>'

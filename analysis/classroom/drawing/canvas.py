"""What every drawing is made of: its size, lines, marks and words as SVG, without a style that a strict page refuses.

Colours and fonts are classes (``static/drawings.css``); places, sizes and dashes are attributes. Everything is laid
out in the size of its letters, so that the same drawing serves a wall and a sheet of paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple, TypedDict

from analysis.figures.lettering import width_of


class Drawing(TypedDict):
    """A figure: one SVG element, what it shows in a sentence or two, and its numbers."""

    svg: str
    text: str
    columns: list[str]
    rows: list[list[str]]


class Size(NamedTuple):
    """How large a drawing is, and its letters: in pixels of the smallest place that it is shown in.

    A drawing that is shown in a box of at least this size has letters of at least that size.
    """

    width: float
    height: float
    text: float

    @property
    def line(self) -> float:
        """From one line of letters to the next; labels are kept this far apart (24 where letters are 22)."""
        return self.text * 12 / 11

    @property
    def stroke(self) -> float:
        """Width of a line that matters."""
        return self.text * 2 / 11


WATCH_LADDER = Size(640, 280, 22)
WATCH_CHART = Size(316, 158, 22)
"""On the wall, a column of 640 pixels beside the words: the ladder, and below it two rows of two charts."""
COLUMN_LADDER = Size(484, 196, 22)
COLUMN_CHART = Size(484, 136, 22)
"""In one of the two columns of a comparison."""
SMALL_WORLDS = Size(484, 146, 22)
BARS = Size(640, 300, 22)
HANDS = Size(960, 300, 22)
WORLDS = Size(640, 400, 22)
PAPER_LADDER = Size(680, 210, 12)
PAPER_CHART = Size(336, 130, 12)
PAPER_BARS = Size(680, 170, 12)
PAPER_HANDS = Size(680, 190, 12)
PAPER_WORLDS = Size(460, 200, 12)

SHAPES = {
    "dot": "M{w} {y}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0Z",
    "cross": "M{w} {n}L{e} {s}M{w} {s}L{e} {n}",
    "down": "M{w} {n}H{e}L{x} {s}Z",
    "up": "M{w} {s}H{e}L{x} {n}Z",
    "square": "M{w} {n}H{e}V{s}H{w}Z",
    "tick": "M{w} {y}L{x} {s}L{e} {n}",
    "diamond": "M{x} {n}L{e} {y}L{x} {s}L{w} {y}Z",
}
"""A path for each shape by the edges of its box."""

SIDES = ("a", "b")
"""Classes of the side named first and of the other."""
SIDE_MARKS = {"a": "dot", "b": "cross"}
DASHES = {
    "b": (3.0, 1.6),
    "joint": (0.9, 1.1),
}
"""Dash and gap of a line by its class, in widths of the line; what is not named is drawn through."""

ELLIPSIS = "\u2026"
_REFUSED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, written out or not."""


def plain(text: str) -> str:
    """Return a text as it stands within an element or an attribute."""
    return escape(_REFUSED.sub("", text))


def drawn(size: Size, parts: Iterable[str], text: str, columns: list[str], rows: list[list[str]]) -> Drawing:
    """Return a drawing.

    Parameters
    ----------
    size : Size
        How large it is.
    parts : iterable of str
        What is drawn, the undermost first.
    text : str
        What it shows, in a sentence or two, for whoever cannot see it.
    columns, rows : list
        Its numbers as a table.
    """
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 {size.width:g} {size.height:g}" '
        f'role="img" aria-label="{plain(text)}" font-size="{size.text:g}" stroke-width="{size.stroke:.3g}">'
    )
    return Drawing(svg="".join([head, *parts, "</svg>"]), text=text, columns=columns, rows=rows)


def words(place: tuple[float, float], text: str, look: str = "", anchor: str = "start") -> str:
    """Return a line of words whose baseline begins, ends or has its middle at a place."""
    kind = f' class="{look}"' if look else ""
    turned = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{place[0]:.1f}" y="{place[1]:.1f}"{kind}{turned}>{plain(text)}</text>'


def line(data: str, look: str, size: Size, width: float | None = None) -> str:
    """Return an unfilled path; its dash is that of its class."""
    stroke = size.stroke if width is None else width
    dash = DASHES.get(look.partition("-")[0], ())
    dashed = f' stroke-dasharray="{" ".join(f"{part * stroke:.3g}" for part in dash)}"' if dash else ""
    own = "" if width is None else f' stroke-width="{width:.3g}"'
    return f'<path class="line {look}" d="{data}"{own}{dashed}/>'


def area(box: tuple[float, float, float, float], look: str) -> str:
    """Return a filled rectangle: left, top, width and height."""
    left, top, width, height = box
    return f'<rect class="{look}" x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}"/>'


def mark(shape: str, place: tuple[float, float], half: float, look: str, stroke: float | None = None) -> str:
    """Return a mark: its shape, its middle, half of its width."""
    x, y = place
    half = round(half, 1)  # an arc whose ends are not twice its radius apart is no half of a circle
    edges = {"x": x, "y": y, "r": half, "d": 2 * half, "w": x - half, "e": x + half, "n": y - half, "s": y + half}
    data = SHAPES[shape].format(**{name: f"{edge:.1f}" for name, edge in edges.items()})
    own = "" if stroke is None else f' stroke-width="{stroke:.3g}"'
    return f'<path class="mark {look}" d="{data}"{own}/>'


def side_mark(side: str, place: tuple[float, float], size: Size) -> str:
    """Return the mark of a side: a filled dot or a cross, so that colour alone tells nothing."""
    half = 0.27 * size.text
    return mark(SIDE_MARKS[side], place, half, f"{side}-{SIDE_MARKS[side]}", size.stroke * 0.9)


def fitted(text: str, size: float, room: float) -> str:
    """Return a text, cut where it does not fit; empty where nothing does."""
    if width_of(text, size) <= room:
        return text
    kept = text
    while kept and width_of(kept + ELLIPSIS, size) > room:
        kept = kept[:-1].rstrip()
    return kept + ELLIPSIS if kept else ""


def signed(number: str) -> str:
    """Return a number with a minus sign in place of a hyphen; nothing is less than naught by less than it can say."""
    return number.replace("-", "\u2212")

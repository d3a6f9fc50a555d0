"""Who asked and when they were in touch, as lanes of marks above a course drawn as inline SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from analysis.figures.figure import Course, distinct
from analysis.figures.lettering import wrapped

LANE, LINE, BELOW = 34, 18, 12
"""Height of a lane, its name above its marks, of a line of the heading above all of them, and of the air below."""

LETTERS = 13

SIZE = 6
"""Half of a mark."""

HEADING = "Who asked (hollow: in vain), and when they were in touch"

_SHAPES = {
    "ask": ("M{w} {n}L{e} {y}L{w} {s}Z", True),
    "ask in vain": ("M{w} {n}L{e} {y}L{w} {s}Z", False),
    "talks": ("M{w} {n}H{e}V{s}H{w}Z", True),
    "call": ("M{w} {y}A{r} {r} 0 1 0 {e} {y}A{r} {r} 0 1 0 {w} {y}Z", True),
    "summit": ("M{x} {n}L{e} {y}L{x} {s}L{w} {y}Z", True),
}
"""A path for each form by the edges of its box, and whether it is filled: told apart without any colour."""


def marks_height(figure: Course, sides: Sequence[str], width: float) -> float:
    """Height of the lanes in a width, nothing where a figure has no marks."""
    lanes = _lanes(figure, sides)
    return _head(width) + LANE * len(lanes) + BELOW if lanes else 0.0


def marks_svg(figure: Course, sides: Sequence[str], across: tuple[float, float], last: float) -> Iterator[str]:
    """Yield the lanes: one a side, and between them one of what both do.

    Parameters
    ----------
    figure : Course
        Its ``marks`` are drawn.
    sides : sequence of str
        Whose lanes are above and below.
    across : tuple of float
        Where the days begin, and how wide they are.
    last : float
        The last day.
    """
    left, width = across
    lanes = _lanes(figure, sides)
    if lanes and figure.marks is not None:
        for number, line in enumerate(wrapped(HEADING, LETTERS, width)):
            place = f'x="{left}" y="{14 + LINE * number}"'
            yield f'<text {place} fill="currentColor" font-weight="bold">{line}</text>'
        for number, lane in enumerate(lanes):
            y = _head(width) + LANE * number
            line = f'<path d="M{left} {y + 24}H{left + width}" stroke="currentColor" stroke-opacity=".3"/>'
            yield f'{line}<text x="{left}" y="{y + 13}" fill="currentColor">{escape(lane)}</text>'
        for day, lane, form in zip(*(figure.marks[name] for name in ("day", "lane", "form")), strict=True):
            y = _head(width) + LANE * lanes.index(str(lane)) + 24
            yield _mark(left + width * float(day) / (last or 1.0), y, str(form))


def _head(width: float) -> float:
    return LINE * len(wrapped(HEADING, LETTERS, width)) + 6


def _lanes(figure: Course, sides: Sequence[str]) -> list[str]:
    if figure.marks is None:
        return []
    found = [str(lane) for lane in distinct(figure.marks["lane"])]
    between = [lane for lane in found if lane not in sides]
    return [*sides[:1], *between, *sides[1:]] if found else []


def _mark(x: float, y: float, form: str) -> str:
    path, is_filled = _SHAPES.get(form, _SHAPES["call"])
    edges = {"x": x, "y": y, "r": SIZE, "w": x - SIZE, "e": x + SIZE, "n": y - SIZE, "s": y + SIZE}
    drawn = path.format(**{name: f"{edge:.1f}" for name, edge in edges.items()})
    fill = "currentColor" if is_filled else "var(--paper)"
    return f'<path d="{drawn}" style="fill:{fill};stroke:currentColor;stroke-width:1.5"/>'

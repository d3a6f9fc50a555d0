"""The finding above a figure in a page without scripts: written into the picture, and read out as its name."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from analysis.figures.lettering import wrapped

WIDTH, NARROW = 640, 340
"""Of a picture for a desk's screen and for paper, and of one for a telephone; letters are as large in both."""
LETTERS, LINE = 15, 20
"""Size of the title's letters and height of its lines."""


def titled_svg(title: str, height: float, parts: Iterable[str], width: int = WIDTH) -> str:
    """Return one SVG element with its title above what is drawn.

    Parameters
    ----------
    title : str
        What the figure shows.
    height : float
        Height of what is drawn, in units of which the picture is ``width`` wide.
    parts : iterable of str
        What is drawn, from the upper left corner on.
    width : int
        Of the picture.
    """
    lines = wrapped(title, LETTERS, width)
    head = LINE * len(lines) + 8
    words = "".join(
        f'<text x="0" y="{LINE * (place + 1) - 4}" fill="currentColor" font-size="{LETTERS}" font-weight="bold">'
        f"{escape(line)}</text>"
        for place, line in enumerate(lines)
    )
    opening = f'<svg viewBox="0 0 {width} {head + height:.0f}" role="img" aria-label="{escape(title)}">'
    return f'{opening}{words}<g transform="translate(0 {head})">{"".join(parts)}</g></svg>'

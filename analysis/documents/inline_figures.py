"""A figure within a page that has no script: drawn as SVG in the page's own colours, its numbers in a table below."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from analysis.documents.document import Picture
from analysis.documents.html_tables import html_table
from analysis.figures.svg import svg


def inline_figure(block: Picture, place: int) -> Iterator[str]:
    """Yield a figure as HTML; it scrolls sideways where the screen is narrow, so that its words can be read."""
    drawing = f'<div class="drawing" tabindex="0" role="group" aria-label="Figure {place}">{svg(block.figure)}</div>'
    yield f"<figure>{drawing}"
    if block.told:
        yield f"<figcaption>{escape(block.told).replace(chr(10), '<br>')}</figcaption>"
    yield "</figure>"
    if block.numbers is not None:
        yield html_table(block.numbers, f"The numbers behind figure {place}")

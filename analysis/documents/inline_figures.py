"""A figure within a page that has no script: drawn as SVG in the page's own colours, its numbers in a table below."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from analysis.documents.document import Picture
from analysis.documents.html_tables import html_table
from analysis.figures.svg import narrow_svg, svg


def inline_figure(block: Picture, place: int) -> Iterator[str]:
    """Yield a figure as HTML, laid out for a desk's screen and for a telephone's, of which a page shows one."""
    wide, narrow = svg(block.figure), narrow_svg(block.figure)
    both = f'<div class="at-desk">{wide}</div><div class="on-phone">{narrow}</div>'
    yield f'<figure><div class="drawing" role="group" aria-label="Figure {place}">{both}</div>'
    if block.told:
        yield f"<figcaption>{escape(block.told).replace(chr(10), '<br>')}</figcaption>"
    yield "</figure>"
    if block.numbers is not None:
        yield html_table(block.numbers, f"The numbers behind figure {place}")

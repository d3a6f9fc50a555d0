"""A figure as a picture that is always there, and as what a browser draws for the screen it has: a desk's, a phone's.

Needs the ``studies`` extra (Altair, vl-convert).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import Any, NamedTuple
from urllib.parse import quote

from altair.utils.schemapi import debug_mode

from analysis.documents.document import Picture
from analysis.documents.html_tables import csv_link, html_table
from analysis.documents.vega_runtime import runtime
from analysis.documents.wording import sentence
from analysis.figures.figure import Figure
from analysis.figures.style import NARROW, SHEET, WIDE, Room
from analysis.figures.vega import vega_chart

FEW_ROWS = 60
"""Up to so many rows the numbers behind a figure are shown as a table; more can be saved as a file only."""

DIGITS = 5
"""Digits that count in a number inside a figure: finer than any screen or printer, and half the size."""

TALL = 0.7
"""A figure higher than this share of its width takes more of a sheet of paper than others."""

ROOMS = {"wide": WIDE, "narrow": NARROW}
"""Layouts that a page carries of each figure, by the names that its script knows them by."""

_SIZE = re.compile(r'<svg[^>]*?\swidth="([\d.]+)"[^>]*?\sheight="([\d.]+)"')
_LONG = re.compile(r"-?\d+\.\d{3,}")
_UNHEARD = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
"""What a picture still says to a screen reader of its groups."""

_TAG = re.compile(r"<[^>]*>")
_PLAIN = " <>/=:;,.()'+!*-_|?@[]{}~$"
"""Letters that may stand in an address between double quotes, besides letters and digits."""


class Drawing(NamedTuple):
    """A figure ready for a page.

    Attributes
    ----------
    image : str
        Its picture as an address, laid out for paper.
    width, height : int
        Of the picture, in pixels.
    told : str
        Its text.
    specifications : str
        JSON: what Vega-Lite draws in each room by its name (:data:`ROOMS`), and the ``datasets`` that they share.
    """

    image: str
    width: int
    height: int
    told: str
    specifications: str


def live_figure(block: Picture, place: int) -> Iterator[str]:
    """Yield a figure as HTML: the still picture, its caption, its numbers folded away, and what a browser draws."""
    drawing = draw(block.figure, block.told)
    yield f'<figure data-drawing="drawing-{place}">'
    yield f'<div class="drawing" role="group" aria-label="Figure {place}">'
    yield f'<div class="live"></div>{_still(drawing)}</div>'
    yield f"<figcaption>Figure {place}. {escape(block.told)}{_behind(block, place)}</figcaption>"
    yield f'<script type="application/json" id="drawing-{place}">{drawing.specifications}</script>\n</figure>'


def _still(drawing: Drawing) -> str:
    tall = " tall" if drawing.height > TALL * drawing.width else ""
    return (
        f'<img class="still{tall}" alt="{escape(drawing.told)}" width="{drawing.width}" height="{drawing.height}" '
        f'src="{drawing.image}">'
    )


def _behind(block: Picture, place: int) -> str:
    if block.numbers is None:
        return ""
    title = f"The numbers behind figure {place}"
    link = csv_link(block.numbers, f"figure-{place}.csv")
    few = len(block.numbers.rows) <= FEW_ROWS
    table = html_table(block.numbers._replace(caption=title)) if few else ""
    return f"<details><summary>{title}</summary>{table}<p>{link}</p></details>"


def draw(figure: Figure, told: str) -> Drawing:
    """Draw a figure.

    Parameters
    ----------
    figure : Figure
        A figure of :mod:`analysis.figures.figure`.
    told : str
        What it shows, for readers who cannot see it; its title is put before it.
    """
    import vl_convert

    printed = specification(figure, SHEET)
    printed["config"]["aria"] = False  # Nobody hears the marks inside an image, which has a text of its own.
    laid_out = {name: specification(figure, room) for name, room in ROOMS.items()}
    words = f"{sentence(_title(laid_out['wide']))} {told}".strip()
    for one in laid_out.values():
        one["description"] = words
    svg = vl_convert.vegalite_to_svg(printed)
    found = _SIZE.search(svg)
    width, height = (round(float(size)) for size in found.groups()) if found else (0, 0)
    datasets = {name: rows for one in laid_out.values() for name, rows in one.pop("datasets", {}).items()}
    text = json.dumps({"datasets": datasets, **laid_out}, allow_nan=False, separators=(",", ":"))
    return Drawing(_address(svg), width, height, words, text.replace("<", "\\u003c"))


def specification(figure: Figure, room: Room) -> dict[str, Any]:
    """What Vega-Lite draws, not checked against its schema: tests do that for every figure, and it takes a second."""
    with debug_mode(False):
        whole: dict[str, Any] = _rounded(vega_chart(figure, room).to_dict(validate=False))
    return whole


def script() -> str:
    """Return the scripts that put drawings which answer the mouse in the place of the still ones.

    Vega is held as text, which costs a page nothing before a reader reaches the first figure.
    """
    code = files("analysis.documents").joinpath("page.js").read_text(encoding="utf-8")
    return f'<script type="text/plain" id="vega">{runtime()}</script>\n<script type="module">\n{code}</script>'


def _title(specification: dict[str, Any]) -> str:
    title = specification.get("title", "")
    text = title.get("text", "") if isinstance(title, dict) else title
    return " ".join(text) if isinstance(text, list) else str(text)


def _rounded(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _rounded(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_rounded(value) for value in content]
    return float(f"{content:.{DIGITS}g}") if isinstance(content, float) else content


def _address(svg: str) -> str:
    """The picture as a data address: an image of its own, whose names cannot clash with those of another figure."""
    short = _LONG.sub(lambda found: f"{float(found.group()):.2f}", _UNHEARD.sub("", svg))
    single = _TAG.sub(lambda found: found.group().replace("'", "&apos;").replace('"', "'"), short)
    return f"data:image/svg+xml;charset=utf-8,{quote(single, safe=_PLAIN)}"

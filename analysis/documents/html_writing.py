"""A report as one file that opens anywhere: figures, their code and their numbers are inside, and nothing is fetched.

The page forbids itself every request (Content-Security-Policy), so that what is inside is all there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from html import escape
from importlib.resources import files
from itertools import count
from pathlib import Path

from analysis.documents.document import Commands, Diary, Document, Picture, Points, Prose, ReportError, Section, Sheet
from analysis.documents.drawings import Drawing, draw, runtime
from analysis.documents.sheets import csv_link, sheet
from sim.results.whole_files import write_whole
from sim.version import __version__

POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What the page may load: what it holds itself, and nothing else from anywhere."""

FEW_ROWS = 60
"""Up to so many rows the numbers behind a figure are shown as a table; more can be saved as a file only."""


def write_document(document: Document, file: str | Path) -> Path:
    """Write a report.

    Raises
    ------
    ReportError
        When the file cannot be written.
    """
    place, text = Path(file), page(document)
    try:
        write_whole(place, text)
    except OSError as error:
        raise ReportError(f"{place}: the report was not written: {error.strerror}") from error
    return place


def page(document: Document) -> str:
    """Return a report as HTML, whole and on its own."""
    numbers = count(1)
    body = [text for section in document.sections for text in _section(section, numbers)]
    has_figures = any(isinstance(block, Picture) for section in document.sections for block in section.blocks)
    return "\n".join([*_head(document), *_opening(document), *body, *_closing(document, has_figures)])


def _head(document: Document) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f'<meta name="generator" content="climbdown {__version__}">'
    yield f"<title>{escape(document.title)}</title>\n<style>\n{_asset('page.css')}</style>\n</head>\n<body>"


def _opening(document: Document) -> Iterator[str]:
    yield f'<header>\n<p class="kind">climbdown: a report</p>\n<h1>{escape(document.title)}</h1>'
    yield f'<p class="question">{escape(document.question)}</p>\n</header>\n<main>'
    yield '<section class="answer" aria-label="The answer">'
    yield from _paragraphs(document.answer)
    yield f'<p class="caveat">{escape(document.caveat)}</p>\n</section>'
    places = "".join(
        f'<li><a href="#{_anchor(section.heading)}">{escape(section.heading)}</a></li>' for section in document.sections
    )
    yield f'<nav aria-label="Contents"><ul>{places}</ul></nav>'


def _closing(document: Document, has_figures: bool) -> Iterator[str]:
    yield f"</main>\n<footer><p>{escape(document.caveat)}</p><p>{escape(document.made)}</p></footer>"
    if has_figures:
        yield f'<script type="module">\n{runtime()}\n{_asset("page.js")}</script>'
    yield "</body>\n</html>\n"


def _section(section: Section, numbers: Iterator[int]) -> Iterator[str]:
    anchor = _anchor(section.heading)
    yield f'<section aria-labelledby="{anchor}">\n<h2 id="{anchor}">{escape(section.heading)}</h2>'
    for block in section.blocks:
        yield from _figure(block, next(numbers)) if isinstance(block, Picture) else _block(block)
    yield "</section>"


@singledispatch
def _block(block: object) -> Iterator[str]:
    raise ReportError(f"a report has no place for {type(block).__name__}")


@_block.register
def _(block: Prose) -> Iterator[str]:
    yield from _paragraphs(block.paragraphs)


@_block.register
def _(block: Points) -> Iterator[str]:
    yield "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in block.items) + "</ul>"


@_block.register
def _(block: Sheet) -> Iterator[str]:
    yield sheet(block)


@_block.register
def _(block: Commands) -> Iterator[str]:
    yield f'<pre tabindex="0" aria-label="Commands"><code>{escape(chr(10).join(block.lines))}</code></pre>'


@_block.register
def _(block: Diary) -> Iterator[str]:
    yield f"<h3>{escape(block.heading)}</h3>"
    if block.entries:
        yield "<dl>"
        for date, text, why in block.entries:
            reason = f'<div class="why">{escape(why)}</div>' if why else ""
            yield f"<dt>{escape(date)}</dt><dd>{escape(text)}{reason}</dd>"
        yield "</dl>"
    if block.rest:
        yield f'<p class="rest">{escape(block.rest)}</p>'


def _figure(block: Picture, place: int) -> Iterator[str]:
    drawing = draw(block.chart, block.told)
    yield f'<figure data-drawing="drawing-{place}">'
    yield f'<div class="drawing" tabindex="0" role="group" aria-label="Figure {place}">'
    yield f'<div class="live"></div>{_still(drawing)}</div>'
    yield f"<figcaption>Figure {place}. {escape(block.told)}{_behind(block, place)}</figcaption>"
    yield f'<script type="application/json" id="drawing-{place}">{drawing.specification}</script>\n</figure>'


def _still(drawing: Drawing) -> str:
    return (
        f'<img class="still" alt="{escape(drawing.told)}" width="{drawing.width}" height="{drawing.height}" '
        f'src="{drawing.image}">'
    )


def _behind(block: Picture, place: int) -> str:
    link = csv_link(block.numbers, f"figure-{place}.csv")
    table = sheet(Sheet(f"The numbers behind figure {place}", block.numbers)) if len(block.numbers) <= FEW_ROWS else ""
    return f"<details><summary>The numbers behind figure {place}</summary>{table}<p>{link}</p></details>"


def _paragraphs(paragraphs: tuple[str, ...]) -> Iterator[str]:
    yield from (f"<p>{escape(text)}</p>" for text in paragraphs)


def _anchor(heading: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in heading.lower()).strip("-")


def _asset(name: str) -> str:
    return files("analysis.documents").joinpath(name).read_text(encoding="utf-8")

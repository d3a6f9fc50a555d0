"""A document as one file that opens anywhere: figures and their numbers are inside, and nothing is fetched.

The page forbids itself every request (Content-Security-Policy), so that what is inside is all there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import singledispatch
from html import escape
from importlib.resources import files
from itertools import count

from analysis.documents.document import (
    Commands,
    Diary,
    Document,
    Note,
    Picture,
    Points,
    Prose,
    ReportError,
    Section,
    Table,
)
from analysis.documents.html_tables import html_table
from analysis.documents.inline_figures import inline_figure
from sim.version import __version__

Draw = Callable[[Picture, int], Iterator[str]]
"""Writes a picture into a page, given its number there."""

POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What the page may load: what it holds itself, and nothing else from anywhere."""


FEW_SECTIONS = 2
"""Up to so many sections a page needs no table of contents."""


def html_page(document: Document, draw: Draw = inline_figure, script: Callable[[], str] = str) -> str:
    """Return a document as HTML, whole and on its own.

    Parameters
    ----------
    document : Document
        What is said.
    draw : callable
        Writes each picture; by default as SVG in the page's own colours, which needs no extra.
    script : callable
        Returns the elements with the code that the drawn pictures need, if there are any.
    """
    numbers = count(1)
    body = [text for section in document.sections for text in _section(section, numbers, draw)]
    has_figures = any(isinstance(block, Picture) for section in document.sections for block in section.blocks)
    code = script() if has_figures else ""
    return "\n".join([*_head(document, bool(code)), *_opening(document), *body, *_closing(document, code)])


def _head(document: Document, is_live: bool) -> Iterator[str]:
    """Yield the page's head; figures of Vega are drawn on white, so pages with them stay light at night."""
    look = "light" if is_live else "any-light"
    yield f'<!doctype html>\n<html lang="en" class="{look}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f'<meta name="generator" content="climbdown {__version__}">'
    yield f"<title>{escape(document.title)}</title>\n<style>\n{_asset('page.css')}</style>\n</head>\n<body>"


def _opening(document: Document) -> Iterator[str]:
    yield f'<header>\n<p class="kind">climbdown: {escape(document.kind)}</p>\n<h1>{escape(document.title)}</h1>'
    question = f'<p class="question">{escape(document.question)}</p>\n' if document.question else ""
    yield f"{question}</header>\n<main>"
    yield '<section class="answer" aria-label="The answer">'
    yield from _paragraphs(document.answer)
    yield f'<p class="caveat">{escape(document.caveat)}</p>\n</section>'
    yield from _contents(document) if len(document.sections) > FEW_SECTIONS else ()


def _contents(document: Document) -> Iterator[str]:
    places = "".join(
        f'<li><a href="#{_anchor(section.heading)}">{escape(section.heading)}</a></li>' for section in document.sections
    )
    yield f'<nav aria-label="Contents"><ul>{places}</ul></nav>'


def _closing(document: Document, code: str) -> Iterator[str]:
    yield f"</main>\n<footer><p>{escape(document.caveat)}</p><p>{escape(document.made)}</p></footer>"
    if code:
        yield code
    yield "</body>\n</html>\n"


def _section(section: Section, numbers: Iterator[int], draw: Draw) -> Iterator[str]:
    anchor = _anchor(section.heading)
    yield f'<section aria-labelledby="{anchor}">\n<h2 id="{anchor}">{escape(section.heading)}</h2>'
    for block in section.blocks:
        if isinstance(block, Table):
            yield html_table(block, section.heading)
        else:
            yield from draw(block, next(numbers)) if isinstance(block, Picture) else _block(block)
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
def _(block: Note) -> Iterator[str]:
    yield f'<p class="rest">{escape(block.text)}</p>'


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


def _paragraphs(paragraphs: tuple[str, ...]) -> Iterator[str]:
    yield from (f"<p>{escape(text)}</p>" for text in paragraphs)


def _anchor(heading: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in heading.lower()).strip("-")


def _asset(name: str) -> str:
    return files("analysis.documents").joinpath(name).read_text(encoding="utf-8")

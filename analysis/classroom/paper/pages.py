"""Pieces of a page on paper: headings, paragraphs, lists, figures with their numbers; text is only ever text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from analysis.classroom.drawing.canvas import Drawing
from analysis.classroom.messages import message
from analysis.classroom.views.shapes import Text

STYLES = (Path(__file__).with_name("handout.css"), Path(__file__).parents[1] / "static" / "drawings.css")


def html_page(title: str, body: str) -> str:
    """Return a page of HTML that holds its own style and asks for nothing."""
    style = "".join(path.read_text(encoding="utf-8") for path in STYLES)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>{body}</main>\n</body>\n</html>\n"
    )


def section(title: str, *parts: str) -> str:
    """Return a section with its heading; nothing where it would be empty."""
    body = "".join(parts)
    return f"<section>{heading(title)}{body}</section>" if body else ""


def heading(title: str, level: int = 2) -> str:
    """Return a heading."""
    return f"<h{level}>{escape(title)}</h{level}>"


def said_of(text: Text) -> str:
    """Return a message of a view as it is read."""
    return message(text["id"], **{name: value for name, value in text.items() if name != "id"})


def paragraph(text: str, kind: str = "") -> str:
    """Return a paragraph; nothing for an empty text."""
    named = f' class="{kind}"' if kind else ""
    return f"<p{named}>{escape(text)}</p>" if text else ""


def points(lines: Iterable[str]) -> str:
    """Return a list of sentences; nothing where there are none."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines if line)
    return f"<ul>{items}</ul>" if items else ""


def figure(drawing: Drawing | None, kind: str = "") -> str:
    """Return a drawing with its numbers, which a reader may unfold and which are not printed."""
    if drawing is None:
        return ""
    numbers = ""
    if drawing["rows"]:
        told = escape(message("paper.handout.numbers"))
        numbers = f"<details><summary>{told}</summary>{table(drawing['columns'], drawing['rows'])}</details>"
    return f'<figure class="{kind}">{drawing["svg"]}{numbers}</figure>'


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table with a row of headings; the first cell of a row names it."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(_row(list(row)) for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(cells: list[str]) -> str:
    rest = "".join(f"<td>{escape(cell)}</td>" for cell in cells[1:])
    return f'<tr><th scope="row">{escape(cells[0])}</th>{rest}</tr>'


def lines_to_write(count: int) -> str:
    """Return empty lines to write on."""
    return f'<div class="lines" aria-hidden="true">{"<p></p>" * count}</div>'


def code(text: str) -> str:
    """Return a line to be typed."""
    return f"<pre>{escape(text)}</pre>"

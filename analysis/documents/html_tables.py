"""Tables of a page: for the eye, for a screen reader, and to be saved as a file without any network."""

from __future__ import annotations

import csv
import io
from html import escape
from typing import Any
from urllib.parse import quote

from analysis.documents.cells import heads_of, row_cells
from analysis.documents.document import Table

DIGITS = 6
"""Digits that count in the numbers of a saved table."""


def html_table(block: Table, heading: str = "") -> str:
    """A table as HTML; it scrolls sideways where the screen is narrow, with the keyboard too.

    Parameters
    ----------
    block : Table
        What is shown.
    heading : str
        Heading of the section around it, which names a table without a caption of its own.
    """
    if not block.rows and block.empty:
        return f"<p>{escape(block.empty)}</p>"
    called = block.caption or heading
    sheet = _sheet(block, heading, called)
    return _folded(sheet, block, called) if block.folded else sheet


def _sheet(block: Table, heading: str, called: str) -> str:
    """The table itself, in a frame that scrolls."""
    heads = "".join(
        f'<th scope="col"{_named(place < block.names)}>{escape(head) if head != heading else ""}</th>'
        for place, head in enumerate(heads_of(block))
    )
    rows = "".join(_row(row_cells(block, row, is_page=True), block.names) for row in block.rows)
    caption = f"<caption>{escape(block.caption)}</caption>" if block.caption else ""
    return (
        f'<div class="sheet" tabindex="0" role="region" aria-label="{escape(called)}"><table>'
        f"{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _folded(sheet: str, block: Table, called: str) -> str:
    """A table that is opened when asked for, and where to find it for whoever reads on paper."""
    left_out = f"{called}: {len(block.rows)} rows, left out on paper; {block.folded} gives them."
    return (
        f"<details><summary>{escape(called)} ({len(block.rows)} rows)</summary>{sheet}</details>"
        f'<p class="on-paper">{escape(left_out)}</p>'
    )


def csv_link(table: Table, name: str) -> str:
    """A link that saves a table as a spreadsheet reads it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.heads)
    writer.writerows([_saved(value) for value in row] for row in table.rows)
    address = quote(text.getvalue(), safe=" ,.-+:;/()_=?!'*")
    return f'<a download="{escape(name)}" href="data:text/csv;charset=utf-8,{address}">Save as {escape(name)}</a>'


def _saved(value: Any) -> Any:
    """A value as it is saved: floats to six digits that count, nothing where there is no number."""
    if isinstance(value, float):
        return "" if value != value else f"{value:.{DIGITS}g}"
    return "" if value is None else value


def _row(row: list[str], names: int) -> str:
    cells = []
    for place, value in enumerate(row):
        text = escape(value)
        if place == 0:
            cells.append(f'<th scope="row">{text}</th>')
        else:
            cells.append(f"<td{_named(place < names)}>{text}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _named(is_name: bool) -> str:
    return ' class="name"' if is_name else ""

"""Tables of a report: for the eye, for a screen reader, and to be saved as a file without any network."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import quote

import pandas as pd

from analysis.documents.document import Sheet
from analysis.documents.wording import number

DIGITS = 6
"""Digits that count in the numbers of a saved table."""


def sheet(block: Sheet) -> str:
    """A table as HTML; it scrolls sideways where the screen is narrow, with the keyboard too."""
    heads = "".join(
        f'<th scope="col"{_named(place < block.names)}>{escape(str(name))}</th>'
        for place, name in enumerate(block.table)
    )
    rows = "".join(_row(row, block.names) for row in block.table.itertuples(index=False, name=None))
    return (
        f'<div class="sheet" tabindex="0" role="region" aria-label="{escape(block.caption)}"><table>'
        f"<caption>{escape(block.caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def csv_link(table: pd.DataFrame, name: str) -> str:
    """A link that saves a table as a spreadsheet reads it."""
    address = quote(
        table.to_csv(index=False, lineterminator="\n", float_format=f"%.{DIGITS}g"), safe=" ,.-+:;/()_=?!'*"
    )
    return f'<a download="{escape(name)}" href="data:text/csv;charset=utf-8,{address}">Save as {escape(name)}</a>'


def _row(row: tuple[Any, ...], names: int) -> str:
    cells = []
    for place, value in enumerate(row):
        text = escape(cell(value))
        if place == 0:
            cells.append(f'<th scope="row">{text}</th>')
        else:
            cells.append(f"<td{_named(place < names)}>{text}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def cell(value: Any) -> str:
    """A value as it stands in a table: numbers to three digits that count, blanks as they are."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or (isinstance(value, float) and pd.isna(value)):
        return ""
    if hasattr(value, "item"):
        return cell(value.item())
    if isinstance(value, float) and not value.is_integer():
        return number(value)
    return f"{value:,.0f}" if isinstance(value, float) else str(value)


def _named(is_name: bool) -> str:
    return ' class="name"' if is_name else ""

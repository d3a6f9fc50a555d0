"""A document as lines for a terminal: of 80 columns or as many as there are, in plain ASCII where that is all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from itertools import zip_longest

from rich.cells import cell_len, set_cell_size

from analysis.documents.cells import row_cells
from analysis.documents.document import (
    Block,
    Commands,
    Diary,
    Note,
    Picture,
    Points,
    Prose,
    ReportError,
    Section,
    Table,
)
from analysis.figures.characters import Canvas, characters
from sim.narrative.painted import Role, in_role, painted
from sim.narrative.wrapping import WIDTH, wrapped

GAP = 2
"""Blanks between columns whose widths are not laid out."""

NARROWEST = 8
"""Columns that are left to names on a narrow terminal."""


def section_lines(sections: Iterable[Section], canvas: Canvas = Canvas()) -> Iterator[str]:  # noqa: B008 - a constant
    """Yield sections, a blank line between them; a figure or a table that comes first brings its own heading."""
    for place, section in enumerate(sections):
        if place:
            yield ""
        if not isinstance(section.blocks[0], Picture | Table):
            yield from in_role(wrapped(section.heading, width=canvas.width), Role.heading)
            yield ""
        yield from block_lines(section.blocks, canvas)


def block_lines(blocks: Iterable[Block], canvas: Canvas = Canvas()) -> Iterator[str]:  # noqa: B008 - a constant
    """Yield blocks, a blank line between them, each line at most as wide as the canvas."""
    for place, block in enumerate(blocks):
        if place:
            yield ""
        yield from _lines(block, canvas)


@singledispatch
def _lines(block: object, canvas: Canvas) -> Iterator[str]:  # noqa: ARG001 - as the others
    raise ReportError(f"a terminal has no place for {type(block).__name__}")


@_lines.register
def _(block: Prose, canvas: Canvas) -> Iterator[str]:
    for paragraph in block.paragraphs:
        yield from wrapped(paragraph, width=canvas.width)


@_lines.register
def _(block: Note, canvas: Canvas) -> Iterator[str]:
    yield from in_role(wrapped(block.text, width=canvas.width), Role.aside)


@_lines.register
def _(block: Points, canvas: Canvas) -> Iterator[str]:
    for item in block.items:
        yield from wrapped(item, first="- ", width=canvas.width)


@_lines.register
def _(block: Commands, canvas: Canvas) -> Iterator[str]:  # noqa: ARG001 - a command is copied whole
    yield from (f"  {line}" for line in block.lines)


@_lines.register
def _(block: Diary, canvas: Canvas) -> Iterator[str]:
    yield from in_role(wrapped(block.heading, width=canvas.width), Role.heading)
    for date, text, why in block.entries:
        yield from wrapped(text, first=f"{date}  ", width=canvas.width)
        yield from wrapped(why, first=" " * 10, width=canvas.width) if why else ()


@_lines.register
def _(block: Picture, canvas: Canvas) -> Iterator[str]:
    yield from characters(block.figure, canvas)
    for paragraph in filter(None, block.told.split("\n")):
        yield from wrapped(paragraph, first="  ", width=canvas.width)


@_lines.register
def _(block: Table, canvas: Canvas) -> Iterator[str]:
    if not block.rows and block.empty:
        yield from wrapped(block.empty, width=canvas.width)
        return
    yield from in_role(wrapped(block.caption, width=canvas.width), Role.heading) if block.caption else ()
    yield from _table_rows(block, canvas.width)


def _table_rows(table: Table, width: int) -> Iterator[str]:
    texts = [*([list(table.heads)] if table.heads else []), *(row_cells(table, row) for row in table.rows)]
    widths = _fitted(table.layout, width, texts) if table.layout else _needed(texts, table.names, width)
    for place, row in enumerate(texts):
        lines = _row(row, widths, width)
        yield from in_role(lines, Role.heading) if table.heads and not place else lines


def _fitted(layout: tuple[int, ...], width: int, texts: list[list[str]]) -> list[int]:
    """Widths laid out for 80 columns, or for as many as they sum to, on a terminal of another width.

    The column of names takes up the difference, but gets no wider than its names: eyes must find the way to a number.
    """
    first, *rest = layout
    spare = 0 if 0 in layout else width - max(WIDTH, sum(map(abs, layout)))
    longest = max((cell_len(row[0]) for row in texts if row), default=0) + GAP
    most = max(abs(first) + min(spare, 0), min(abs(first) + spare, longest))
    room = max(most, min(abs(first), NARROWEST))
    return [room if first > 0 else -room, *rest]


def _needed(texts: list[list[str]], names: int, width: int) -> list[int]:
    """Widths as the cells need them; names are cut where that is too much."""
    wide = [max(map(cell_len, column)) for column in zip_longest(*texts, fillvalue="")]
    spare = width - sum(wide) - GAP * (len(wide) - 1)
    longest = max(range(names), key=lambda place: wide[place], default=0)
    wide[longest] = max(wide[longest] + min(spare, 0), min(wide[longest], NARROWEST))
    return [size + GAP if place >= names else -size - GAP * (place < names - 1) for place, size in enumerate(wide)]


def _row(cells: list[str], widths: list[int], width: int) -> Iterator[str]:
    """Yield one row; a cell that is too wide takes from the blanks of the next, and the last column may be wrapped."""
    line: str = painted()
    end = 0
    for text, size in zip(cells, widths, strict=False):
        if size == 0:
            yield from wrapped(text, first=line + " " * (end - cell_len(line)), width=width)
            return
        end += abs(size)
        line = _with_cell(line, text, size, end)
    yield line.rstrip()


def _with_cell(line: str, text: str, size: int, end: int) -> str:
    """A line with one more cell, which ends at a column; a painted cell that need not be cut stays so."""
    if size > 0:
        return painted(line, " " * (end - cell_len(line) - cell_len(text)), text)
    if cell_len(text) > -size:
        return painted(line, set_cell_size(text, -size))
    return painted(line, text, " " * (-size - cell_len(text)))

"""What a page is made of: a question, its answer first, and sections of prose, tables, figures and commands.

A document is plain data. :mod:`analysis.documents.html_writing` makes a web page of it and
:mod:`analysis.documents.terminal_writing` lines for a terminal; neither adds anything to what is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.figures.figure import Figure

if TYPE_CHECKING:  # pandas takes longer to import than a run takes to happen
    import pandas as pd


class ReportError(ValueError):
    """Something that no report can be made of; says what would do."""


class Prose(NamedTuple):
    """Paragraphs."""

    paragraphs: tuple[str, ...]


class Note(NamedTuple):
    """A remark on what stands before it, such as how a column is to be read."""

    text: str


class Points(NamedTuple):
    """A list of short sentences that stand side by side."""

    items: tuple[str, ...]


class Form(NamedTuple):
    """How a number is written: format specifications for a line of a terminal, and for a page, which has more room."""

    short: str
    long: str


SHARE = Form(".0%", ".1%")
POINTS = Form(".0f", ".1f")
PART = Form(".2f", ".3f")


class Quantity(NamedTuple):
    """A number with its interval, or only the range of many numbers, as a cell of a table; NaN where it is unknown.

    ``value`` is None for a range.
    """

    form: Form
    value: float | None
    low: float | None = None
    high: float | None = None


class Table(NamedTuple):
    """A table for readers.

    Attributes
    ----------
    heads : tuple of str
        Names of the columns; none for a table that speaks for itself.
    rows : tuple of tuple
        Cells: text as it stands, numbers (written to three digits that count), truth values or :class:`Quantity`.
    caption : str
        What the table shows, where its section's heading does not say it.
    names : int
        How many columns, from the left, name a row; they are set to the left and read out as headings.
    layout : tuple of int
        Columns of a terminal of 80 that each column takes: above 0 set to the right, below 0 to the left, and 0 for
        the last column, which is wrapped. As wide as needed by default.
    empty : str
        What is said in place of a table without rows.
    folded : str
        For a table that a page shows only when asked, under its caption, and does not print: the command that gives
        the same numbers, which stands in its place on paper.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    caption: str = ""
    names: int = 1
    layout: tuple[int, ...] = ()
    empty: str = ""
    folded: str = ""

    @classmethod
    def of(cls, caption: str, table: pd.DataFrame | Mapping[str, Sequence[Any]], names: int = 1) -> Table:
        """Return columns as a table; those of a picture's numbers need no caption."""
        columns = {str(name): [plain(value) for value in values] for name, values in table.items()}
        return cls(tuple(columns), tuple(zip(*columns.values(), strict=True)), caption, names)

    def column(self, head: str) -> list[Any]:
        """Return the cells of a column."""
        place = self.heads.index(head)
        return [row[place] for row in self.rows]


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame, each as values by column."""
    return [{str(name): value for name, value in row.items()} for row in table.to_dict(orient="records")]


def plain(value: Any) -> Any:
    """Return a number of NumPy as one of Python."""
    return value.item() if hasattr(value, "item") else value


class Picture(NamedTuple):
    """A figure with what a reader who cannot see it is told, and the numbers that it is drawn from.

    Attributes
    ----------
    figure : Figure
        A figure of :mod:`analysis.figures.figure`.
    told : str
        What the figure shows, one or two sentences: its caption, and its text for a screen reader. A new line begins a
        paragraph on a terminal.
    numbers : Table or None
        What it is drawn from, where a reader should have that too.
    """

    figure: Figure
    told: str = ""
    numbers: Table | None = None


class Diary(NamedTuple):
    """Dated entries under one heading: date, what happened, and why (empty where that is not told)."""

    heading: str
    entries: tuple[tuple[str, str, str], ...]
    rest: str = ""


class Commands(NamedTuple):
    """Lines to be typed into a terminal."""

    lines: tuple[str, ...]


Block = Prose | Note | Points | Table | Picture | Diary | Commands


class Section(NamedTuple):
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """A page before it is written: the question, the answer, then everything that the answer rests on.

    ``kind`` says what sort of page it is. ``caveat`` is the sentence about the model's world; it stands under the
    answer and at the foot.
    """

    kind: str
    title: str
    question: str
    answer: tuple[str, ...]
    sections: tuple[Section, ...]
    caveat: str
    made: str

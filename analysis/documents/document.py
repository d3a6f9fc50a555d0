"""What a report is made of: a question, its answer first, and sections of prose, figures, tables and commands."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd


class ReportError(ValueError):
    """Something that no report can be made of; says what would do."""


class Prose(NamedTuple):
    """Paragraphs."""

    paragraphs: tuple[str, ...]


class Points(NamedTuple):
    """A list of short sentences that stand side by side."""

    items: tuple[str, ...]


class Sheet(NamedTuple):
    """A table for readers: every cell is text already, except that numbers may stand as they are.

    ``names`` are the columns that name a row; they are set to the left and read out as headings.
    """

    caption: str
    table: pd.DataFrame
    names: int = 1


class Picture(NamedTuple):
    """A figure with what a reader who cannot see it is told, and the numbers that it is drawn from.

    Parameters
    ----------
    chart : altair chart
        A figure of :mod:`analysis.figures`.
    told : str
        One or two sentences that say what the figure shows; its caption, and its text for a screen reader.
    numbers : pandas.DataFrame
        What it is drawn from.
    """

    chart: Any
    told: str
    numbers: pd.DataFrame


class Diary(NamedTuple):
    """Dated entries under one heading: date, what happened, and why (empty where that is not told)."""

    heading: str
    entries: tuple[tuple[str, str, str], ...]
    rest: str


class Commands(NamedTuple):
    """Lines to be typed into a terminal."""

    lines: tuple[str, ...]


Block = Prose | Points | Sheet | Picture | Diary | Commands


class Section(NamedTuple):
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """A report before it is written: the question, the answer, then everything that the answer rests on.

    ``caveat`` is the sentence about the model's world; it stands under the answer and at the foot.
    """

    title: str
    question: str
    answer: tuple[str, ...]
    sections: tuple[Section, ...]
    caveat: str
    made: str

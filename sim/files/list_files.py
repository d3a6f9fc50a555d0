"""A list file (CSV) read record by record: where each cell stands, and what it says by the type of its field."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sim.files.problems import Findings, Spot, fail
from sim.files.scalars import LONGEST_NUMBER
from sim.files.slots import Kind, Slot
from sim.files.source_text import LABEL_RULE, refused_character, unreadable, wrong_label
from sim.files.suggestions import shown

_WHOLE = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
_AS_WRITTEN = frozenset({Kind.text, Kind.word, Kind.date})
_NUMBERS = frozenset({Kind.number, Kind.whole})
_FARTHEST = 10_000_000
"""Bytes of one record that are looked through for the place of a cell."""


class Record(NamedTuple):
    """One record: the byte at which it begins, its first line (counted from 1), and its cells."""

    place: int
    line: int
    cells: list[str]


def records(path: Path, place: int = 0) -> Iterator[Record]:
    """Yield the records of a UTF-8 file from a byte on; blank lines are passed over.

    Lines are counted from there, so they are those of the file only when it is read from its beginning.

    Raises
    ------
    ScenarioError
        At the line that is not UTF-8 or not CSV.
    """
    with path.open("rb") as handle:
        handle.seek(place)
        at = [place]

        def lines() -> Iterator[str]:
            for number, raw in enumerate(handle, 1):
                at[0] += len(raw)
                try:
                    yield raw.decode("utf-8-sig" if at[0] == len(raw) else "utf-8")
                except UnicodeDecodeError as error:
                    column = len(raw[: error.start].decode("utf-8")) + 1
                    raise fail(Spot(str(path), number, column), "not UTF-8 text; save it as UTF-8") from None

        reader = csv.reader(lines(), strict=True)
        begin, line = place, 1
        try:
            for cells in reader:
                if cells:
                    yield Record(begin, line, cells)
                begin, line = at[0], reader.line_num + 1
        except csv.Error as problem:
            if "field limit" in str(problem):
                most = f"allowed are at most {csv.field_size_limit():,}"
                raise fail(Spot(str(path), line, 1), f"a cell of this row is too long; {most} characters") from None
            raise fail(Spot(str(path), max(reader.line_num, 1), 1), f"this is not CSV: {problem}") from None


def cell_spot(path: Path, record: Record, cell: int) -> Spot:
    """Return where a cell begins; cells count from 0."""
    with path.open("rb") as handle:
        handle.seek(record.place)
        text = handle.read(_FARTHEST).decode("utf-8-sig" if record.place == 0 else "utf-8", errors="replace")
    line, column, quoted, passed = record.line, 1, False, 0
    for letter in text:
        if passed == cell:
            break
        quoted ^= letter == '"'
        passed += letter == "," and not quoted
        line, column = (line + 1, 1) if letter == "\n" else (line, column + 1)
    return Spot(str(path), line, column)


def heading(path: Path) -> Record:
    """Return the heading of a file: the names of its columns, all different, whatever their case.

    Raises
    ------
    ScenarioError
        When the file cannot be read or a column has no name of its own.
    """
    if wrong := unreadable(path, "CSV"):
        raise fail(Spot(str(path)), wrong)
    first = next(records(path), Record(0, 1, []))
    names = first.cells
    findings = Findings()
    if not names:
        findings.add(Spot(str(path), 1, 1), "the file is empty; its first line must name a path in every column")
    for place, name in enumerate(names):
        if said := _wrong_name(name, names[:place]):
            findings.add(cell_spot(path, first, place), said)
    findings.stop()
    return Record(first.place, first.line, names)


def _wrong_name(name: str, before: list[str]) -> str:
    if not name.strip():
        return "the heading must name a path into the scenario, or a factor, in every column"
    if refused := refused_character(name):
        return f"a heading with {refused}; remove it"
    if wrong := wrong_label(name):
        return f"the heading {shown(name)} {wrong}; {LABEL_RULE}"
    same = next((known for known in before if known.casefold() == name.casefold()), None)
    if same is None:
        return ""
    return f"{shown(name)} is varied twice" + ("" if same == name else f" (as {shown(same)}: case makes no difference)")


def check_cells(path: Path, record: Record, names: list[str], findings: Findings) -> None:
    """Note a record with too few or too many cells, and cells that are empty or hold what no text may hold."""
    if len(record.cells) != len(names):
        said = f"{len(record.cells)} cells under a heading of {len(names)}"
        findings.add(Spot(str(path), record.line, 1), said)
        return
    for place, (name, cell) in enumerate(zip(names, record.cells, strict=True)):
        if not cell.strip():
            findings.add(cell_spot(path, record, place), f"nothing under {shown(name)}")
        elif refused := refused_character(cell):
            findings.add(cell_spot(path, record, place), f"a text with {refused}; remove it")


def read_cell(cell: str, slot: Slot | None) -> str | int | float | bool:
    """Return what a cell says in a column meant for a field: a number only where the field takes one.

    Parameters
    ----------
    cell : str
        As it stands in the file.
    slot : Slot or None
        What the field takes; None when that is not known, and a number, a switch or else a text is read.

    Returns
    -------
    str, int, float or bool
        The text itself when it is not what the field takes: whoever checks the value then says so.
    """
    text = cell.strip()
    kind = slot.kind if slot is not None else None
    if kind in _AS_WRITTEN:
        return text
    if kind not in _NUMBERS and text.lower() in ("true", "false"):
        return text.lower() == "true"
    return text if kind is Kind.switch else _number_or_text(text)


def _number_or_text(text: str) -> str | int | float:
    if len(text) > LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return text
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if math.isfinite(float(text)) else text

"""Lines of a terminal: within its width, in order, tables laid out as they are told to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from analysis.documents.document import Block, Note, Prose, ReportError, Section, Table
from analysis.documents.terminal_writing import block_lines, section_lines
from analysis.figures.characters import Canvas
from sim.narrative.painted import Painted, Role, painted
from tests.analysis.documents.examples import BLOCKS

CELLS = st.text(st.characters(categories=["L", "N", "P"]), max_size=30)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_block_fits(block: Block, width: int) -> None:
    lines = list(block_lines([block], Canvas(width)))
    assert lines
    assert max(map(cell_len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_sections_and_blocks_stand_apart() -> None:
    table = Table(("Deals", "share"), (("a", "1"),))
    sections = [Section("First", (Prose(("One.",)), Prose(("Two.",)))), Section("Deals", (table,))]
    assert list(section_lines(sections)) == [
        "First", "", "One.", "", "Two.", "", "Deals  share", "a          1",
    ]  # fmt: skip


def test_a_layout_says_how_wide_columns_are() -> None:
    table = Table(("", "A", "B"), (("a name too long", "1", "12345678"),), layout=(-10, 4, 6))
    narrow, wide = (next(block_lines([table._replace(heads=())], Canvas(width))) for width in (80, 90))
    assert narrow == "a name too   112345678"
    assert wide == "a name too long     112345678"
    assert next(block_lines([table])) == "             A     B"


def test_a_cell_that_is_too_wide_takes_from_the_blanks_of_the_next() -> None:
    table = Table((), (("a", "123456", "7"), ("b", "1", "7")), layout=(-3, 4, 6))
    assert list(block_lines([table])) == ["a  123456   7", "b     1     7"]


def test_the_last_column_may_be_wrapped() -> None:
    table = Table(("n", "when"), (("1", "word " * 20),), names=0, layout=(4, 0))
    lines = list(block_lines([table], Canvas(40)))
    assert lines[1].startswith("   1word word")
    assert len(lines) > 3
    assert all(line.startswith("    word") for line in lines[2:])


def test_wide_letters_take_two_columns() -> None:
    table = Table((), (("习近平", "1"), ("Xi", "1")), layout=(-8, 4))
    first, second = block_lines([table])
    assert cell_len(first) == cell_len(second) == 12


def test_a_table_without_rows_says_so() -> None:
    assert list(block_lines([Table(("a",), (), empty="None.")])) == ["None."]


def test_a_strange_block_is_refused() -> None:
    with pytest.raises(ReportError, match="no place for int"):
        list(block_lines([3]))  # type: ignore[list-item]


@given(
    st.lists(
        st.tuples(CELLS, st.one_of(st.floats(-1e9, 1e9), st.just(float("nan"))), st.integers()), min_size=1, max_size=6
    )
)
def test_columns_are_as_wide_as_they_need(rows: list[tuple[str, float, int]]) -> None:
    lines = list(block_lines([Table(("name", "share", "runs"), tuple(rows))], Canvas(200)))
    assert len(lines) == len(rows) + 1
    for line, (name, _, runs) in zip(lines[1:], rows, strict=True):
        assert line.startswith(name)
        assert line.endswith(str(runs))


@given(st.integers(80, 120), st.text("ab", min_size=1, max_size=60))
def test_a_column_of_names_grows_as_its_names_need_and_no_more(width: int, name: str) -> None:
    table = Table(("", "value"), ((name, "1"),), layout=(-30, 50))
    _, row = block_lines([table], Canvas(width))
    room = max(30, min(30 + width - 80, len(name) + 2))
    assert row == f"{name[:room]:<{room}}{'1':>50}"


def test_headings_notes_and_cells_keep_their_roles() -> None:
    bar = painted(("###", Role.bar))
    heads, row, _, note = block_lines([Table(("name", "how much"), (("a", bar),), layout=(-20, -10)), Note("Read so.")])
    assert isinstance(heads, Painted) and isinstance(row, Painted) and isinstance(note, Painted)
    assert [span.role for span in heads.spans] == [Role.heading]
    assert [row[span.start : span.end] for span in row.spans if span.role == Role.bar] == ["###"]
    assert [span.role for span in note.spans] == [Role.aside]

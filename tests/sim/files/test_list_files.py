"""Does every cell know its place, whatever is quoted before it, and is it read by the type of its field?"""

from __future__ import annotations

import csv
import io
import math
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.files.list_files import cell_spot, heading, read_cell, records
from sim.files.problems import ScenarioError
from sim.files.scenario_slots import slot_at

CELLS = st.text(st.sampled_from('ab ,"\né1'), max_size=6)
NAME, EGO, DAYS, WORD = (
    slot_at(path)
    for path in (("leaders", "us", "name"), ("leaders", "us", "ego"), ("horizon_days",), ("clock", "kind"))
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6), st.booleans(), st.booleans())
def test_the_place_of_a_cell_is_where_its_text_begins(rows: list[list[str]], mark: bool, windows: bool) -> None:
    rows = [row for row in rows if any(row)] or [["a", "b", "c"]]
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n" if windows else "\n", quoting=csv.QUOTE_ALL).writerows(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "d.csv"
        path.write_bytes((b"\xef\xbb\xbf" if mark else b"") + buffer.getvalue().encode())
        lines = buffer.getvalue().split("\n")
        found = list(records(path))
        assert [record.cells for record in found] == rows
        for record in found:
            for place, cell in enumerate(record.cells):
                spot = cell_spot(path, record, place)
                rest = "\n".join([lines[spot.line - 1][spot.column - 1 :], *lines[spot.line :]])
                assert rest.startswith('"' + cell.replace('"', '""') + '"')


def test_records_begin_where_their_bytes_do(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text('a,b\n\n"x\ny",2\n3,4\n', encoding="utf-8")
    found = list(records(path))
    assert [record.line for record in found] == [1, 3, 5]
    assert [next(records(path, record.place)).cells for record in found] == [record.cells for record in found]


@given(st.from_regex(r"[-+]?[0-9_.eExX]{1,12}|0[0-9]{1,4}|true|TRUE|nan|inf|1_0|[0-9]{1,60}", fullmatch=True))
def test_a_cell_is_what_its_field_takes(cell: str) -> None:
    assert read_cell(f" {cell} ", NAME) == cell
    assert read_cell(cell, WORD) == cell
    for slot in (EGO, DAYS):
        value = read_cell(cell, slot)
        assert type(value) in (int, float, str)
        if isinstance(value, str):
            assert value == cell
        else:
            assert math.isfinite(value)
            assert "_" not in cell
            assert value == float(cell)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("007", 7), ("1e-05", 1e-05), ("1_0", "1_0"), ("0x1F", "0x1F"), ("1" * 500, "1" * 500), ("1e999", "1e999")],
)
def test_numbers_of_a_field_that_takes_numbers(cell: str, value: object) -> None:
    assert read_cell(cell, EGO) == value


def test_where_the_field_is_not_known_a_switch_and_a_number_are_told_from_a_word() -> None:
    assert [read_cell(cell, None) for cell in ("True", "2", "2.5", "two")] == [True, 2, 2.5, "two"]
    assert read_cell("yes", slot_at(("summit", "signing_announced"))) == "yes"
    assert read_cell("TRUE", slot_at(("summit", "signing_announced"))) is True


def test_all_that_is_wrong_with_a_heading_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text('ego,,"Ego",a\x07b\n', encoding="utf-8")
    with pytest.raises(ScenarioError) as raised:
        heading(path)
    assert [(problem.line, problem.column) for problem in raised.value.problems] == [(1, 5), (1, 6), (1, 12)]


@pytest.mark.parametrize("name", [" ego", "ego ", "e\tgo", "e\ngo", "ego\n", "\u00a0ego", "e\u2028go"])
def test_a_heading_is_one_line_without_space_around(tmp_path: Path, name: str) -> None:
    path = tmp_path / "d.csv"
    path.write_text(f'dyad.rapport,"{name}"\n1,2\n', encoding="utf-8")
    with pytest.raises(ScenarioError) as raised:
        heading(path)
    (problem,) = raised.value.problems
    assert problem[1:3] == (1, 14)
    assert problem.message.endswith("; allowed: one line of text, at most 200 characters, without spaces around it")


@pytest.mark.parametrize(
    ("text", "line"),
    [("{}\n", 1), ("a,b\n1,{}\n", 2), ('a\n"1\n2"\n{}\n', 4), ('a\n"{}"\n', 2), ('a\n1\n"2\n{}', 3)],
)
def test_a_cell_that_is_too_long_is_told_in_plain_words(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "d.csv"
    path.write_text(text.format("x" * 131_073), encoding="utf-8")
    with pytest.raises(ScenarioError) as raised:
        list(records(path))
    (problem,) = raised.value.problems
    assert problem.line == line
    assert problem.message == "a cell of this row is too long; allowed are at most 131,072 characters"

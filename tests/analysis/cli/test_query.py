"""`climbdown query`: a table of 80 columns that says what it leaves out, JSON and CSV that leave nothing out."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.cli.main import main
from analysis.cli.query import LINES, as_lines
from analysis.studies import sweep
from analysis.studies.query_answers import Answer
from tests.analysis.studies.made import SMALL, write

CELLS = st.one_of(st.integers(-(10**30), 10**30), st.floats(), st.text(max_size=40), st.none(), st.lists(st.none()))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("query")
    sweep(write(place, SMALL.replace("replications: 60", "replications: 2")), place / "out")
    return str(place / "out")


def test_an_answer_is_a_table(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", folder, "select help, count(*) as runs from rows group by help order by help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["help", "runs"]
    assert lines[1].split()[-1] == lines[2].split()[-1] == "60"


def test_all_rows_are_cut_and_say_so(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", folder]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 42
    assert all(len(line) <= 80 for line in lines)
    assert "80 more rows and" in lines[-1]
    assert "more columns" in lines[-1]


def test_json_has_null_where_nothing_is(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", folder, "select cell, error, ego from rows order by cell limit 2", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [line["cell"] for line in told] == [0, 1]
    assert told[0]["error"] is None
    assert isinstance(told[0]["ego"], float)


def test_a_csv_file_is_written(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", folder, "--csv", str(tmp_path / "all.csv")]) == 0
    assert len(pd.read_csv(tmp_path / "all.csv")) == 120
    assert "all.csv" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["select nope from rows"], ["selec"]])
def test_a_bad_question_is_exit_code_2(folder: str, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", folder, *words]) == 2
    assert "the question cannot be answered" in capsys.readouterr().err


def test_a_folder_without_a_study(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", str(tmp_path), "select 1"]) == 2
    assert "no study here" in capsys.readouterr().err


def test_an_empty_answer_still_has_its_heading() -> None:
    assert list(as_lines(Answer(("a", "b"), iter([])))) == ["a  b"]


@given(st.lists(st.tuples(CELLS, CELLS), max_size=50))
def test_a_table_fits_a_screen_and_steers_nothing(rows: list[tuple[object, object]]) -> None:
    lines = list(as_lines(Answer(("a", "b\x1b[2J"), iter(rows))))
    more_columns = "b" not in lines[0]
    assert len(lines) == 1 + min(len(rows), LINES) + (len(rows) > LINES or more_columns)
    assert not any(ord(letter) < 32 or letter == "\u202e" for line in lines for letter in line)
    for line, (first, _) in zip(lines[1:], rows[:LINES], strict=False):
        if isinstance(first, int):
            assert line.split()[0] == str(first)
        if isinstance(first, float) and math.isfinite(first):
            assert float(line.split()[0]) == pytest.approx(first, rel=5e-4)


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**127), 2**127 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
)
ANSWERS = st.one_of(
    VALUES, st.lists(st.integers(0, 9) | st.none(), max_size=4), st.lists(st.text("a'\" ,", max_size=3))
)


def literal(value: object) -> str:
    """A value as SQL writes it."""
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    if isinstance(value, float):
        return f"'{value!r}'::double"
    if isinstance(value, int) and not isinstance(value, bool):
        return f"'{value}'::hugeint"
    return "null" if value is None else str(value)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ANSWERS, min_size=8, max_size=40))
def test_what_is_answered_is_what_is_said(
    folder: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, values: list[object]
) -> None:
    sql = "select " + ", ".join(f"{literal(value)} as c{place}" for place, value in enumerate(values))
    assert main(["query", folder, sql, "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert list(told.values()) == values
    assert list(map(type, told.values())) == list(map(type, values))
    file = tmp_path / "a.csv"
    assert main(["query", folder, sql, "--csv", str(file), "--force"]) == 0
    with file.open(newline="", encoding="utf-8") as lines:
        _, row = csv.reader(lines)
    for value, field in zip(values, row or [""], strict=True):
        if value is None or isinstance(value, str):
            assert field == (value or "")
        else:
            assert json.loads(field) == value
            assert type(json.loads(field)) is type(value)
    capsys.readouterr()
    assert main(["query", folder, sql]) == 0
    assert len(capsys.readouterr().out.split("\n")) >= 3


def test_an_escape_does_not_reach_the_terminal(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", folder, "select chr(27) || ']0;x' || chr(7) as a, chr(8238) as b"]) == 0
    out = capsys.readouterr().out
    assert r"\x1b]0;x\x07" in out
    assert r"\u202e" in out
    assert main(["query", folder, 'select 1 as "a\x1b" from nowhere']) == 2
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("inside", ["rows.parquet", "new.csv", "runs/new.csv"])
def test_nothing_is_written_into_a_study(folder: str, inside: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(Path(folder).rglob("*"))
    for words in (["--force"], []):
        assert main(["query", folder, "select 1 a", "--csv", f"{folder}/{inside}", *words]) == 2
        assert "lies in the study" in capsys.readouterr().err
    assert sorted(Path(folder).rglob("*")) == before


def test_a_file_that_is_there_is_kept_unless_one_insists(folder: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("mine")
    words = ["query", folder, "select 1 a", "--csv", str(tmp_path / "a.csv")]
    assert main(words) == 2
    assert (tmp_path / "a.csv").read_text() == "mine"
    assert main([*words, "--force"]) == 0
    assert (tmp_path / "a.csv").read_text() == "a\n1\n"


def test_json_of_nothing_is_an_empty_list(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", folder, "select 1 a where false", "--json"]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_an_answer_without_end_is_not_counted_to_its_end(
    folder: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.cli.query.MOST_COUNTED", 2000)
    assert main(["query", folder, "select * from range(1000000000000) t(a)"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == LINES + 2
    assert lines[-1].startswith("(more than 2,000 more rows;")
    assert main(["query", folder, "select * from range(2040) t(a)"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("(2,000 more rows;")


@pytest.mark.parametrize("sql", ["", " ", "--", ";"])
def test_an_empty_question_is_said(sql: str, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    for more in ([], ["--json"], ["--csv", "none.csv"]):
        assert main(["query", folder, *more, "--", sql]) == 2
        assert "the question is empty" in capsys.readouterr().err
    assert main(["query", folder]) == 0

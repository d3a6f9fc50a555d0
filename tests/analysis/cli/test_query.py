"""`climbdown query`: a table of 80 columns that says what it leaves out, JSON and CSV that leave nothing out."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis.cli.main import main
from analysis.cli.query import as_lines, plain
from analysis.studies import sweep
from tests.analysis.studies.made import SMALL, write


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
    assert as_lines(pd.DataFrame({"a": [], "b": []})) == ["a  b"]
    assert plain(pd.NaT) is None
    assert plain(pd.Timestamp("2025-01-01")) == "2025-01-01 00:00:00"

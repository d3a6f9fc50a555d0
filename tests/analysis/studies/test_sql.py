"""Does SQL see the study's rows where they lie, finished or not, and is a bad question answered plainly?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from analysis.studies import StudyError, StudyFolder, export, query
from analysis.studies.sql import quoted


def test_a_question_is_answered_as_pandas_would(small: StudyFolder) -> None:
    found = query(
        small.path,
        "select help, avg(ever_call::int) as t, count(*) as n from rows group by help order by help",
    )
    mine = small.rows().groupby("help")["ever_call"].agg(["mean", "size"])
    assert found["t"].tolist() == pytest.approx(mine["mean"].tolist())
    assert found["n"].tolist() == mine["size"].tolist()


def test_without_a_question_all_rows_come_in_order(small: StudyFolder) -> None:
    found, mine = query(small), small.rows()
    assert list(found) == list(mine)
    for name in mine:
        assert found[name].isna().equals(mine[name].isna()), name
        assert found[name].dropna().tolist() == mine[name].dropna().tolist(), name


def test_an_unfinished_study_answers_with_what_it_has(small: StudyFolder, tmp_path: Path) -> None:
    shutil.copytree(small.path, tmp_path / "half")
    (tmp_path / "half" / "rows.parquet").unlink()
    next((tmp_path / "half" / "runs").iterdir()).unlink()
    count = query(tmp_path / "half", "select count(*) as n from rows")["n"].iloc[0]
    assert 0 < count < 3600


def test_a_csv_holds_the_answer(small: StudyFolder, tmp_path: Path) -> None:
    export(small, "select cell, ego, outcome from rows order by cell", tmp_path / "rows.csv")
    read = pd.read_csv(tmp_path / "rows.csv")
    pd.testing.assert_frame_equal(read, small.rows(["cell", "ego", "outcome"]), check_dtype=False, check_exact=True)
    with pytest.raises(StudyError, match="was not written"):
        export(small, "select 1", tmp_path / "no" / "rows.csv")


@pytest.mark.parametrize("sql", ["select nothing from rows", "selec", "", "select * from elsewhere"])
def test_a_bad_question_is_told_plainly(small: StudyFolder, sql: str) -> None:
    with pytest.raises(StudyError, match="the question"):
        query(small, sql)


def test_names_are_quoted() -> None:
    assert quoted('a"b') == '"a""b"'

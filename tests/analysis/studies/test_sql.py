"""Does SQL see the study's rows where they lie, finished or not, and is a bad question answered plainly?"""

from __future__ import annotations

import os
import shutil
import signal
import threading
from pathlib import Path

import pandas as pd
import pytest

from analysis.studies import StudyError, StudyFolder, export, query
from analysis.studies.sql import asking, quoted
from tests.analysis.studies.made import digest


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
    with pytest.raises(StudyError, match="was not written: there is no folder"):
        export(small, "select 1", tmp_path / "no" / "rows.csv")


@pytest.mark.parametrize(
    "sql",
    [
        "select '\udcff' a",
        "select nothing from rows",
        "selec",
        "",
        "select * from elsewhere",
        "select cast(outcome as int) from rows",
        "--",
    ],
)
def test_a_bad_question_is_told_plainly(small: StudyFolder, sql: str) -> None:
    with pytest.raises(StudyError, match="the question"):
        query(small, sql)


ATTACKS = {
    "copy (select 1) to '{out}'": "is copy",
    "copy rows to '{out}'": "is copy",
    "export database '{out}'": "is export",
    "attach '{out}' as other": "is attach",
    "create table mine as select 1": "is create",
    "create or replace view rows as select 1": "is create",
    "insert into rows select * from rows": "is insert",
    "update rows set cell = 1": "is update",
    "delete from rows": "is delete",
    "drop view rows": "is drop",
    "install httpfs": "is load",
    "load httpfs": "is load",
    "set memory_limit = '64GB'": "is set",
    "reset memory_limit": "is set",
    "pragma memory_limit = '64GB'": "is set|is pragma",
    "pragma database_list": "is pragma",
    "call pragma_version()": "is call",
    "checkpoint": "is call",
    "explain analyze select 1": "is explain",
    "prepare a as select 1": "is prepare",
    "begin": "is transaction",
    "select 1; select 2": "is 2 statements",
    "select 1; copy (select 1) to '{out}'": "is 2 statements",
    "select * from query($$copy (select 1) to '{out}'$$)": "cannot be answered",
    "from read_csv('{secret}')": "cannot be answered",
    "from read_text('{secret}')": "cannot be answered",
    "from read_blob('{secret}')": "cannot be answered",
    "from '{secret}'": "cannot be answered",
    "from glob('{folder}/*')": "cannot be answered",
    "from sniff_csv('{secret}')": "cannot be answered",
    "from read_parquet('{study}/rows.parquet')": "cannot be answered",
    "from parquet_metadata('{study}/rows.parquet')": "cannot be answered",
    "from 'http://127.0.0.1:9/x.parquet'": "cannot be answered",
    "from table_of_python": "cannot be answered",
    "select getenv('HOME')": "cannot be answered",
    "with recursive more as (select 'x' a union all select a || a from more) select max(a) from more": "cannot be",
    "select list(range) from range(100000000)": "cannot be answered",
    "select {nested}": "cannot be answered",
}


@pytest.mark.parametrize(("sql", "told"), ATTACKS.items(), ids=list(ATTACKS))
def test_nothing_is_carried_out_but_a_question_to_the_study(
    sql: str, told: str, small: StudyFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table_of_python = pd.DataFrame({"a": [1]})
    assert len(table_of_python)
    monkeypatch.chdir(tmp_path)
    secret, out, before = tmp_path / "secret.csv", tmp_path / "out", digest(small.path)
    secret.write_text("a,b\n1,2\n")
    words = {"out": out, "secret": secret, "folder": tmp_path, "study": small.path}
    nested = "(" * 5000 + "1" + ")" * 5000
    with pytest.raises(StudyError, match=told):
        query(small, sql.format(**words, nested=nested))
    assert [entry.name for entry in tmp_path.iterdir()] == ["secret.csv"]
    assert digest(small.path) == before


@pytest.mark.parametrize(
    "sql", ["select 1", "with a as (select 1) from a", "describe rows", "summarize rows", "from rows;", "values (1)"]
)
def test_every_form_of_a_query_is_answered(sql: str, small: StudyFolder) -> None:
    assert len(query(small, sql))


@pytest.mark.parametrize("name", ["g?", "g*", "g[a]", "g{a,b}", "a'b", 'a"b', "ü b", "-x"])
def test_a_folder_is_asked_by_its_very_name(name: str, small: StudyFolder, tmp_path: Path) -> None:
    for place in (name, "g1", "ga", "g[?]", "g[[]a]"):
        shutil.copytree(small.path, tmp_path / place, ignore=shutil.ignore_patterns("part-*"))
    assert query(tmp_path / name, "select count(*) as n from rows")["n"].tolist() == [3600]


def test_what_is_too_much_for_the_memory_is_spilled_and_removed(
    small: StudyFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("analysis.studies.sql.MEMORY", "30MB")
    counted = query(small, "select count(*) as n from (select distinct range from range(2000000))")
    assert counted["n"].tolist() == [2_000_000]
    assert list(tmp_path.iterdir()) == []


def test_values_are_read_as_they_are_and_as_they_are_needed(small: StudyFolder) -> None:
    with asking(
        small, "select range::hugeint * 1000000000000000000 a, 1 a, [1, null] l from range(10000000000)"
    ) as got:
        assert got.names == ("a", "a_1", "l")
        assert next(got.rows) == (0, 1, [1, None])
        assert [next(got.rows)[0] for _ in range(30)][-1] == 30 * 10**18


def test_an_answer_that_breaks_off_leaves_the_file_as_it_was(small: StudyFolder, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("mine")
    with pytest.raises(StudyError, match="cannot be answered"):
        export(small, "select cast(if(range > 90000, 'x', '1') as int) from range(100000)", file)
    assert file.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [file]


def test_names_are_quoted() -> None:
    assert quoted('a"b') == '"a""b"'


def test_ctrl_c_ends_a_question(small: StudyFolder) -> None:
    timer = threading.Timer(0.5, os.kill, [os.getpid(), signal.SIGINT])
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        query(small, "select count(*) from range(100000000000) where random() < 0.5")


@pytest.mark.parametrize("sql", ["pivot rows on help using count(*)", "from (pivot rows on help using count(*))"])
def test_a_pivot_that_is_no_single_query_is_refused_in_plain_words(sql: str, small: StudyFolder) -> None:
    with pytest.raises(StudyError, match="the question is a pivot that looks up its values first"):
        query(small, sql)
    assert len(query(small, "pivot rows on help in (0, 1) using count(*) group by status")) > 0


def test_rows_is_the_only_table_and_has_no_traceback(small: StudyFolder) -> None:
    assert query(small, "show tables").iloc[:, 0].tolist() == ["rows"]
    assert query(small, "select table_name from information_schema.tables")["table_name"].tolist() == ["rows"]
    assert list(query(small, "from rows limit 0")) == [name for name in small.schema.names if name != "traceback"]

"""A list of settings from a CSV file, read by place, and what is said when it is wrong."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.studies.designs import DesignError, Factor, design_from, make_design
from analysis.studies.designs.listed import Listed


def written(folder: Path, text: str | bytes) -> str:
    path = folder / "settings.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def test_cells_are_numbers_truths_and_words(tmp_path: Path) -> None:
    text = '﻿leaders.us.ego,clock.kind,mediators\r\n0.5,poisson,true\r\n\r\n1,"fixed, or so",none\r\n'
    design = make_design("list", [], file=written(tmp_path, text))
    assert design.size == 2
    assert design.settings(0) == {"leaders.us.ego": 0.5, "clock.kind": "poisson", "mediators": True}
    assert design.settings(1) == {"leaders.us.ego": 1, "clock.kind": "fixed, or so", "mediators": "none"}


def test_any_chunk_of_a_long_list_gives_the_same_rows(tmp_path: Path) -> None:
    lines = [f"{i / 7!r},{'ab'[i % 2]}" for i in range(5000)]
    design = make_design("list", [], file=written(tmp_path, "x,y\n" + "\n".join(lines)))
    whole = design.values()
    assert whole["x"].tolist() == [i / 7 for i in range(5000)]
    for start, stop in ((0, 1), (1023, 1025), (2048, 4999), (4999, 5000), (5000, 5000)):
        part = design.values(start, stop)
        assert part["x"].tolist() == whole["x"].tolist()[start:stop]
    pd.testing.assert_frame_equal(pd.concat(design.chunks(700), ignore_index=True), whole)


def test_named_factors_and_the_manifest(tmp_path: Path) -> None:
    file = written(tmp_path, "egos\n0.25\n0.75\n")
    design = make_design("list", [Factor(("leaders.us.ego", "leaders.cn.ego"), 0.0, 1.0, name="egos")], file=file)
    assert design.settings(1) == {"leaders.us.ego": 0.75, "leaders.cn.ego": 0.75}
    description = json.loads(json.dumps(design.describe()))
    assert design_from(description).settings(1) == design.settings(1)
    written(tmp_path, "egos\n0.25\n0.80\n")
    with pytest.raises(DesignError, match="has changed"):
        design_from(description)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", r"settings\.csv:1:\d: the "),
        ("a,\n1,2\n", r"settings\.csv:1:\d: the "),
        ("a,b\n", "no rows"),
        ("a,b\n1,2\n1,2,3\n", r"settings\.csv:3:1: 3 cells under a heading of 2"),
        ("a,b\n1,\n", r"settings\.csv:2:3: nothing under 'b'"),
        ('a,b\n1,"2\n', r"settings\.csv:2:"),
        (b"a\n\xff\n", r"settings\.csv:2:1: not UTF-8"),
        ("a,a\n1,2\n", r"settings\.csv:1:3: 'a' is varied twice"),
        ("a,A\n1,2\n", r"settings\.csv:1:3: 'A' is varied twice \(as 'a': case makes no difference\)"),
        ("a,b\x07\n1,2\n", r"settings\.csv:1:3: a heading with an unprintable character \(U\+0007\)"),
        ("a,b\n1,\u202ex\n", r"settings\.csv:2:3: a text with a character that turns the reading direction"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(tmp_path: Path, text: str | bytes, words: str) -> None:
    with pytest.raises(DesignError, match=words):
        make_design("list", [], file=written(tmp_path, text))


def test_missing_files_columns_and_coordinates(tmp_path: Path) -> None:
    with pytest.raises(DesignError, match="no such file"):
        make_design("list", [], file=str(tmp_path / "none.csv"))
    file = written(tmp_path, "a\n1\n")
    with pytest.raises(DesignError, match="no column for factor 'b'"):
        make_design("list", [Factor(("b",), low=0, high=1)], file=file)
    with pytest.raises(DesignError, match="no coordinates"):
        make_design("list", [], file=file).coordinates(0, 1)


EGOS = st.sampled_from(["0.2", "0.20", " 0.2", "2e-1", "0.5", "1", "1.0", "0"])
SIGNED = st.sampled_from(["true", "TRUE", "false"])


@given(st.lists(st.tuples(EGOS, SIGNED), min_size=1, max_size=8))
def test_rows_that_repeat_an_earlier_one_are_counted_however_they_are_written(rows: list[tuple[str, str]]) -> None:
    meant = [(float(ego), signed.lower()) for ego, signed in rows]
    again = [place for place, row in enumerate(meant) if row in meant[:place]]
    with tempfile.TemporaryDirectory() as folder:
        text = "leaders.us.ego,summit.signing_announced\n" + "".join(f"{ego},{signed}\n\n" for ego, signed in rows)
        design = make_design("list", [], file=written(Path(folder), text))
        assert isinstance(design, Listed)
        found = design.repeats()
    if not again:
        assert found is None
    else:
        assert found == (len(again), 2 + 2 * again[0], 2 + 2 * meant.index(meant[again[0]]))

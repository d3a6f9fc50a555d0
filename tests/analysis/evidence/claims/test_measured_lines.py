"""The file of measured effects: what is written is read, and what is no such file is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.evidence.claims.measured_lines import MeasuredFileError, read_measured, write_measured
from analysis.evidence.claims.measuring import Measured

NUMBER = st.floats(-400, 400).map(lambda value: float(f"{value:.6g}"))
LINES = st.lists(
    st.builds(
        Measured,
        st.integers(2, 38),
        st.sampled_from(["two-leaders", "us-china-2025"]),
        st.just("voice"),
        *[NUMBER] * 5,
        st.integers(2, 10_000),
        NUMBER,
        st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
    ),
    max_size=6,
)


@settings(max_examples=15)  # each waits for the disk
@given(lines=LINES)
def test_what_is_written_is_read_by_row(lines: list[Measured], tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("lines") / "measured.csv"
    write_measured(lines, file)
    assert read_measured(file) == sorted(lines, key=lambda line: line.row)


def test_no_file_holds_nothing(tmp_path: Path) -> None:
    assert read_measured(tmp_path / "none.csv") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a,b\n", r"x\.csv:1: is not a table of measured effects; its columns are a, b"),
        ("", r"x\.csv:1: is not a table"),
        (",".join(Measured._fields) + "\n2,two-leaders,voice\n", r"x\.csv:2: is no measured effect"),
        (",".join(Measured._fields) + "\n2,c,voice,a,0,0,0,0,3,0,k\n", r"x\.csv:2: .*'a'"),
    ],
)
def test_what_is_no_such_file_is_told(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text(text)
    with pytest.raises(MeasuredFileError, match=told):
        read_measured(file)

"""Is a table written as it is read, with cells of their kind, and is what is no such table told with its place?"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.evidence.row_files import RowFile


class Found(NamedTuple):
    """A row for the tests."""

    name: str
    count: int
    share: float


class FoundError(ValueError):
    """What such a file raises."""


FILE = RowFile(Found, {"name": str, "count": int, "share": float}, FoundError, "finds", "is no find", ".3f")
ROWS = st.lists(
    st.builds(
        Found,
        st.text("abc ,\"'ü", min_size=1, max_size=6),
        st.integers(-9, 10**6),
        st.floats(0, 1).map(lambda share: round(share, 3)),
    ),
    max_size=4,
)


@settings(max_examples=15)  # each waits for the disk
@given(rows=ROWS)
def test_what_is_written_is_read(rows: list[Found], tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("rows") / "found.csv"
    FILE.write(rows, file)
    assert FILE.read(file) == rows


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", r"x\.csv:1: is not a table of finds; its columns are none"),
        ("share,count,name\n", r"x\.csv:1: is not a table of finds; its columns are share, count, name"),
        ("name,count,share\na,1,0.5\nb,2\n", r"x\.csv:3: is no find"),
        ("name,count,share\na,1.5,0.5\n", r"x\.csv:2: is no find: .*'1\.5'"),
    ],
)
def test_what_is_no_such_table_is_told(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text(text)
    with pytest.raises(FoundError, match=told):
        FILE.read(file)


def test_numbers_are_no_finer_than_asked(tmp_path: Path) -> None:
    FILE.write([Found("a", 1, 1 / 3)], tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_text() == "name,count,share\na,1,0.333\n"

"""Does every fault of a peer that is listed have the test it names?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINES = re.findall(
    r"^\| (\d+) \|.*\| `(.+)::(.+)` \|$", (ROOT / "docs/peer-faults.md").read_text(encoding="utf-8"), re.M
)
BELONGING_HERE = {1, 2, 3, 4, 6, 7, 8, 10, 11, 13, 14, 15, 17, 18, 19, 22, 24, 25, 26, 27, 28, 30, 31, 33, 34, 35}


def test_every_row_is_there() -> None:
    assert {int(row) for row, _, _ in LINES} == BELONGING_HERE


@pytest.mark.parametrize(("row", "file", "name"), LINES)
def test_a_row_has_its_test(row: str, file: str, name: str) -> None:
    assert re.search(rf"^def {name}\(", (ROOT / file).read_text(encoding="utf-8"), re.M), f"row {row}"

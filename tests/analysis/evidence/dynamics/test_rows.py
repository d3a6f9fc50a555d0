"""Is every row of the table there once, with its bound and a way to measure it?"""

from __future__ import annotations

from analysis.evidence.dynamics.rows import FAMILIES, ROWS


def test_rows_are_there_once_and_in_order() -> None:
    assert sum(len(family.ROWS) for family in FAMILIES) == len(ROWS)
    numbered = [f"D{number}" for number in range(1, 20)]
    assert [name for name in ROWS if not name.endswith("b")] == numbered
    assert list(ROWS).index("D8b") == list(ROWS).index("D8") + 1


def test_rows_say_what_they_ask() -> None:
    for row in ROWS.values():
        assert row.behaviour
        assert row.where
        assert row.bound
        assert set(row.parameters) <= {"central", "drawn"}
        assert callable(row.measure)

"""Bars to both sides of nothing: as long as their changes, on their side, within their columns, plain where need be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.character_changes import changes_rows
from analysis.figures.figure import SignedBars
from tests.analysis.figures.examples import CHANGES

VALUES = st.lists(st.floats(-400, 400), max_size=8)


def bars(values: list[float]) -> SignedBars:
    table = {"title": [f"thing {k}" for k in range(len(values))], "value": values, "low": values, "high": values}
    return SignedBars(table, "What does it?", "days")


def test_the_longest_fills_its_half_and_the_others_their_part() -> None:
    _, face, markets, hosts = changes_rows(SignedBars(CHANGES, "What moves it?", "days"), 80, ascii_only=True)
    assert face.count("#") == 16 and face.index("|") < face.index("#")
    assert markets.count("#") == 5 and markets.index("#") < markets.index("|")
    assert hosts.count("#") == 0
    assert face.endswith("+40 (31, 49)") and markets.endswith("-12 (-20, -5)")
    assert len({line.index("|") for line in (face, markets, hosts)}) == 1


@given(VALUES, st.sampled_from([80, 100, 120]), st.booleans())
def test_any_changes_fit(values: list[float], width: int, ascii_only: bool) -> None:
    lines = list(changes_rows(bars(values), width, ascii_only))
    assert all(len(line) <= width for line in lines)
    assert all(line.isascii() for line in lines) or not ascii_only
    assert len(lines) == 1 + max(1, len(values))


@given(VALUES.filter(bool), st.booleans())
def test_turned_round_bars_change_sides(values: list[float], ascii_only: bool) -> None:
    def lengths(given: list[float]) -> list[tuple[int, int]]:
        rows = list(changes_rows(bars(given), 80, ascii_only))[1:]
        fields = [row[28:62] for row in rows]
        return [(len(field.split("|")[0].strip()), len(field.split("|")[1].split(" ")[0])) for field in fields]

    assert lengths([-value for value in values]) == [(right, left) for left, right in lengths(values)]


@pytest.mark.parametrize("ascii_only", [True, False])
def test_no_change_at_all(ascii_only: bool) -> None:
    assert list(changes_rows(bars([]), 80, ascii_only))[1:] == ["  none"]
    assert "#" not in "".join(changes_rows(bars([0.0]), 80, ascii_only))

"""Grids by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.studies.designs import DesignError, Factor, Grid


def test_the_last_factor_changes_fastest() -> None:
    grid = Grid((Factor(("a",), levels=(1, 2)), Factor(("b",), low=0.0, high=1.0, steps=3)))
    assert grid.values()[["a", "b"]].to_numpy().tolist() == [[1, 0], [1, 0.5], [1, 1], [2, 0], [2, 0.5], [2, 1]]


def test_a_group_steps_together() -> None:
    a, b = (Factor((name,), levels=(0.1, 0.9), group="egos") for name in "ab")
    values = Grid((a, b, Factor(("c",), levels=(1, 2, 3)))).values()
    assert len(values) == 6
    assert (values["a"] == values["b"]).all()
    with pytest.raises(DesignError, match="equally many"):
        Grid((a, Factor(("b",), levels=(1, 2, 3), group="egos")))


@given(st.lists(st.integers(2, 6), min_size=1, max_size=4))
def test_every_combination_occurs_once(lengths: list[int]) -> None:
    factors = [Factor((f"x{i}",), levels=tuple(range(length))) for i, length in enumerate(lengths)]
    values = Grid(tuple(factors)).values().drop(columns="row")
    assert len(values) == len(values.drop_duplicates()) == Grid(tuple(factors)).size
    assert (values.max() == [length - 1 for length in lengths]).all()

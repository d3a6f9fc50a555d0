"""The cells of a map: each once, with the numbers of its runs, and told apart only where something was put in."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.documents.map_cells import map_cells
from analysis.estimates import measure
from analysis.estimates.measure_estimates import restricted_estimate
from analysis.studies.designs import Factor, make_design
from sim.luck import generator
from tests.analysis.synthetic import runs_table

LUCKS, REPEATS = 20, 12


def grid(*levels: int) -> pd.DataFrame:
    """Rows of a grid with so many levels a factor, twenty lucks a setting, in which nothing does anything."""
    names = "abc"[: len(levels)]
    factors = [
        Factor((name,), levels=tuple(range(count)), name=name) for name, count in zip(names, levels, strict=True)
    ]
    plan = make_design("grid", tuple(factors), 1).values()
    rows = plan.loc[plan.index.repeat(LUCKS)].reset_index(drop=True)
    runs = runs_table(len(rows)).drop(columns=["row", "run", "seed"])
    return pd.concat([rows.assign(seed=0, run=np.tile(np.arange(LUCKS), len(plan)), horizon_days=180.0), runs], axis=1)


@settings(max_examples=5)
@given(st.lists(st.integers(2, 4), min_size=2, max_size=3))
def test_each_cell_stands_once_with_the_numbers_of_its_runs(levels: list[int]) -> None:
    rows = grid(*levels)
    factors = list("abc"[: len(levels)])
    deal = measure(rows, "outcome_deal")
    found = map_cells(rows, factors, deal)
    assert len(found.cells) == math.prod(levels)
    assert not found.cells.duplicated(factors).any()
    assert found.cells[factors].equals(found.cells[factors].sort_values(factors, ignore_index=True))
    for _, cell in found.cells.iterrows():
        there = rows[(rows[factors] == cell[factors]).all(axis=1)]
        made = restricted_estimate(deal, there)
        assert tuple(cell[["estimate", "low", "high", "runs", "lucks"]]) == (*made.numbers, made.n, made.lucks)
    assert found.cells["difference"].to_numpy() == pytest.approx(found.cells["estimate"] - found.whole.value)
    for name, table in found.levels.items():
        assert len(table) == rows[name].nunique()
        assert table["difference"].to_numpy() == pytest.approx(table["estimate"] - found.whole.value)


def test_days_have_intervals_too() -> None:
    found = map_cells(grid(3, 3), ["a", "b"], measure(grid(3, 3), "first_contact_days"))
    assert (found.cells["low"] < found.cells["estimate"]).all()
    assert (found.cells["estimate"] < found.cells["high"]).all()


def test_where_nothing_was_put_in_nothing_is_claimed() -> None:
    rows = grid(4, 3)
    claimed = 0
    for number in range(REPEATS):
        luck = generator(number, "test/map cells")
        shared = np.tile(luck.normal(size=LUCKS), len(rows) // LUCKS)
        made = rows.assign(trough_us=shared + luck.normal(size=len(rows)))
        found = map_cells(made, ["a", "b"], measure(made, "trough_us"))
        claimed += any(table["differs"].any() for table in (found.cells, *found.levels.values()))
    assert claimed <= 0.07 * REPEATS + 1


def test_a_slope_too_gentle_for_a_cell_is_found_in_its_factor() -> None:
    rows = grid(6, 6)
    luck = generator(1, "test/map slope")
    made = rows.assign(trough_us=0.12 * rows["a"] + luck.normal(size=len(rows)))
    found = map_cells(made, ["a", "b"], measure(made, "trough_us"))
    assert found.levels["a"]["differs"].any()
    assert not found.levels["b"]["differs"].any()


def test_names_keep_the_order_of_the_study() -> None:
    rows = grid(2, 3)
    rows["b"] = rows["b"].map({0: "nobody", 1: "one", 2: "all"})
    found = map_cells(rows, ["a", "b"], measure(rows, "outcome_deal"))
    assert found.levels["b"]["b"].tolist() == ["nobody", "one", "all"]
    assert found.cells["b"].tolist() == ["nobody", "one", "all"] * 2

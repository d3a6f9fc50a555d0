"""Swings against a function whose ends are known."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import measure
from analysis.estimates.measure_estimates import restricted_estimate
from analysis.sensitivity import SensitivityError, swings
from analysis.studies.designs import Factor, LatinHypercube, Sobol, make_design
from sim.luck import generator
from tests.analysis.synthetic import runs_table

DESIGN = Sobol((Factor(("ego",), low=0.0, high=1.0), Factor(("caution",), low=0.0, high=1.0)), 0, 512)
LUCKS = 6
REPEATS = 20


def rows() -> pd.DataFrame:
    """A plane over two factors, under six lucks."""
    plan = DESIGN.values()
    values = plan.loc[plan.index.repeat(LUCKS)].reset_index(drop=True)
    runs = np.tile(np.arange(LUCKS), len(plan))
    table = runs_table(len(values)).assign(**values, run=runs, seed=0, status="done", still=1.0)
    table["host"] = np.array(["none", "one", "all"])[table["row"] % 3]
    return table.assign(peak_pressure_us=100 * table["ego"] - 10 * table["caution"])


def hosted() -> pd.DataFrame:
    """The same with 20 points more under one of three names."""
    table = rows()
    return table.assign(peak_pressure_us=table["peak_pressure_us"] + 20 * (table["host"] == "all"))


def ends(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """The lines of one factor by end."""
    return table[table["input"] == name].set_index("end")


def test_the_ends_of_a_plane() -> None:
    """Means of the outer fifths of a uniform factor lie at 0.1 and 0.9."""
    found = swings(rows(), ["caution", "ego", "still"], "peak_pressure_us")
    assert list(dict.fromkeys(found["input"])) == ["ego", "caution"]
    ego, caution = ends(found, "ego"), ends(found, "caution")
    assert ego.loc["low", "difference"] == pytest.approx(-40, abs=0.8)
    assert ego.loc["high", "difference"] == pytest.approx(40, abs=0.8)
    assert caution.loc["high", "difference"] - caution.loc["low", "difference"] == pytest.approx(-8, abs=1.5)
    assert ego.loc["low", "estimate"] - ego.loc["low", "whole"] == pytest.approx(ego.loc["low", "difference"])
    assert ego["differs"].all()
    assert not caution["differs"].any()  # 8 points, where the other factors spread settings over 100


def test_a_factor_of_names_has_a_line_for_each() -> None:
    found = swings(hosted(), ["ego", "host"], "peak_pressure_us")
    host = found[found["input"] == "host"].set_index("setting")
    assert sorted(host.index) == ["all", "none", "one"]
    assert host.loc["all", "difference"] == pytest.approx(20 * 2 / 3, abs=1)
    assert host.loc["all", "difference_low"] < host.loc["all", "difference"] < host.loc["all", "difference_high"]


def test_estimates_are_those_of_the_runs_at_the_end() -> None:
    table = rows()
    line = ends(swings(table, ["ego"], "outcome_deal"), "ego").loc["low"]
    there = table[table["ego"] <= np.quantile(table["ego"], 0.2)]
    made = restricted_estimate(measure(table, "outcome_deal"), there)
    assert tuple(line[["estimate", "low", "high", "runs", "lucks"]]) == (*made.numbers, made.n, made.lucks)


def test_failed_rows_are_left_out() -> None:
    table = rows()
    table.loc[table["ego"] > 0.5, "status"] = "failed"
    table.loc[table["ego"] > 0.5, "peak_pressure_us"] = np.nan
    high = ends(swings(table.assign(host="all"), ["ego"], "peak_pressure_us"), "ego").loc["high"]
    assert high["runs"] == pytest.approx(0.2 * 0.5 * len(table), abs=LUCKS)


def test_nonsense_is_refused() -> None:
    for factors, end, words in ((["x"], 0.2, "no factor 'x'"), (["ego"], 0.6, "at most")):
        with pytest.raises(SensitivityError, match=words):
            swings(rows(), factors, "peak_pressure_us", end=end)


@given(st.lists(st.sampled_from([0, 1, 2]), min_size=10, max_size=40).filter(lambda found: len(set(found)) > 1))
def test_every_factor_that_varies_has_two_ends(levels: list[int]) -> None:
    """Where most rows share a value the other rows are an end all the same, and no row is at both."""
    table = runs_table(2 * len(levels)).assign(few=np.repeat(levels, 2), run=np.tile([0, 1], len(levels)), seed=0)
    found = ends(swings(table, ["few"], "peak_pressure_us"), "few")
    assert sorted(found.index) == ["high", "low"]
    assert (found["runs"] > 0).all()
    assert found["runs"].sum() <= len(table)


@pytest.mark.parametrize("kind", ["lhs", "grid"])
@pytest.mark.parametrize("repeats", [REPEATS, pytest.param(15 * REPEATS, marks=pytest.mark.nightly)])
def test_where_nothing_matters_nothing_is_claimed(kind: str, repeats: int) -> None:
    """In at least 93 of 100 studies in which a factor does much and the others nothing, no other is told apart."""
    claimed = sum(_claims(number, kind) for number in range(repeats))
    assert claimed <= 0.07 * repeats


def _claims(number: int, kind: str) -> bool:
    quiet = ["b", "c"] if kind == "grid" else ["b", "c", "d", "e", "f"]
    factors = tuple(Factor((name,), low=0.0, high=1.0, steps=3) for name in ["a", *quiet])
    gridded = tuple(factor.gridded() for factor in factors)
    design = make_design("grid", gridded, number) if kind == "grid" else LatinHypercube(factors, number, 40)
    plan, luck = design.values(), generator(number, f"test/swings/{kind}")
    table = plan.loc[plan.index.repeat(8)].reset_index(drop=True)
    table = table.assign(run=np.tile(np.arange(8), len(plan)), seed=0)
    shared = np.tile(luck.normal(size=8), len(plan))
    table["peak_pressure_us"] = 3 * table["a"] + shared + luck.normal(size=len(table))
    found = swings(table, ["a", *quiet], "peak_pressure_us")
    assert found.loc[found["input"] == "a", "differs"].any()
    return bool(found.loc[found["input"].isin(quiet), "differs"].any())

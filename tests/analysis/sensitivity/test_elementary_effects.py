"""Elementary effects against SALib, a linear function's slopes, and under gaps and luck."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.sensitivity import MorrisResult, Plan, collect, morris_effects
from analysis.studies.designs import Factor, Morris
from tests.analysis.sensitivity import known

analyze = pytest.importorskip("SALib.analyze.morris").analyze
QUICK = Plan(resamples=100)
SLOPES = np.array([3.0, -2.0, 0.0, 0.5])
FACTORS = tuple(Factor((name,), low=0.0, high=1.0) for name in "abcd")


def linear(values: pd.DataFrame) -> np.ndarray:
    return values[list("abcd")].to_numpy() @ SLOPES


def found(design: Morris, rows: pd.DataFrame, plan: Plan = QUICK) -> MorrisResult:
    return morris_effects(collect(rows, design, rows["y"], "y"), design, plan)


def test_slopes_of_a_linear_function() -> None:
    design = Morris(FACTORS, 0, 12)
    effects = found(design, known.study(design, linear(design.values()))).effects
    assert effects["mu"].to_numpy() == pytest.approx(SLOPES, abs=1e-9)
    assert effects["mu_star"].to_numpy() == pytest.approx(np.abs(SLOPES), abs=1e-9)
    assert effects["sigma"].to_numpy() == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("group", ["", "pair"])
def test_equals_salib_in_any_order_row_11(group: str) -> None:
    factors = tuple(Factor((f.paths[0],), f.low, f.high, group=group if f.name != "x2" else "") for f in known.ISHIGAMI)
    design = Morris(factors, 2, 30, 8)
    rows = known.study(design, known.ishigami(design.values()))
    unit = design.coordinates(0, design.size)
    theirs = analyze(design.problem(), unit, rows["y"].to_numpy(), num_levels=8, seed=1)
    ours = found(design, rows.sample(frac=1, random_state=2)).effects
    for column in ("mu", "mu_star", "sigma"):
        assert ours[column].to_numpy() == pytest.approx(np.asarray(theirs[column], float), abs=1e-9, nan_ok=True)
    known_ends = ours.dropna()
    for column in ("mu", "mu_star", "sigma"):
        low, high = known_ends[f"{column}_low"], known_ends[f"{column}_high"]
        assert (low <= known_ends[column]).all()
        assert (known_ends[column] <= high + 1e-9).all()


def test_luck_alone_has_a_floor_and_the_quiet_inputs_are_named() -> None:
    design = Morris(FACTORS, 0, 200)
    result = found(design, known.study(design, linear(design.values()), 5, noise=0.5, luck=3.0))
    effects = result.effects.set_index("input")
    assert effects.loc["c", "mu_star"] == pytest.approx(effects.loc["c", "luck_floor"], rel=0.2)
    assert effects.loc["a", "mu_star_low"] > effects.loc["a", "luck_floor"]
    assert result.messages[-1].endswith("; one effect is no larger than luck alone would make")


def test_gaps_leave_out_whole_walks_row_19() -> None:
    design = Morris(FACTORS, 0, 12)
    rows = known.study(design, linear(design.values()))
    rows.loc[[3, 4, 33], "y"] = np.nan
    result = found(design, rows)
    assert result.blocks == 10
    assert "2 of 12 blocks" in result.messages[1]
    assert result.effects["mu"].to_numpy() == pytest.approx(SLOPES, abs=1e-9)


def test_constant_and_too_few_say_so() -> None:
    design = Morris(FACTORS, 0, 12)
    constant = found(design, known.study(design, np.ones(design.size)))
    assert constant.effects["mu_star"].isna().all()
    assert "constant" in constant.messages[-1]
    rows = known.study(design, linear(design.values()))
    few = found(design, rows[rows["row"] < 12])
    assert few.effects["mu_star"].isna().all()
    assert "only 2 whole blocks" in few.messages[-1]

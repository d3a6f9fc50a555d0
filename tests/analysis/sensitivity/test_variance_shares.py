"""Sobol' indices against known functions (theory B19), SALib and SciPy, and under gaps and luck."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.sensitivity import Missing, Plan, SensitivityError, SobolResult, collect, sobol_indices
from analysis.sensitivity.variance_shares import _estimates, _from_means, _terms
from analysis.studies.designs import Factor, Saltelli
from sim.luck import generator
from tests.analysis.sensitivity import known

analyze = pytest.importorskip("SALib.analyze.sobol").analyze
QUICK = Plan(resamples=50)


def found(design: Saltelli, rows: pd.DataFrame, plan: Plan = QUICK) -> SobolResult:
    return sobol_indices(collect(rows, design, rows["y"], "y"), design, plan)


@pytest.mark.parametrize("second_order", [True, False])
def test_ishigami_theory_b19(second_order: bool) -> None:
    design = Saltelli(known.ISHIGAMI, 0, 8192, second_order)
    result = found(design, known.study(design, known.ishigami(design.values())))
    assert result.indices["first"].to_numpy() == pytest.approx(known.ISHIGAMI_FIRST, abs=0.01)
    assert result.indices["total"].to_numpy() == pytest.approx(known.ISHIGAMI_TOTAL, abs=0.01)
    assert "one run a design point" in result.messages[-1]
    if second_order:
        pairs = result.second.set_index(["input", "other"])["second"]
        assert pairs["x1", "x3"] == pytest.approx(known.ISHIGAMI_SECOND_13, abs=0.02)
        assert pairs["x1", "x2"] == pytest.approx(0, abs=0.02)
    else:
        assert result.second.empty


def test_sobol_g_theory_b19() -> None:
    design = Saltelli(known.G_FACTORS, 1, 4096)
    result = found(design, known.study(design, known.sobol_g(design.values())))
    assert result.indices["first"].to_numpy()[:4] == pytest.approx(known.G_FIRST, abs=0.01)
    assert (result.indices["first_low"] <= result.indices["first"]).all()
    assert (result.indices["total_low"] <= result.indices["total_high"]).all()


def test_equals_salib_in_order_and_any_order_row_11() -> None:
    design = Saltelli(known.ISHIGAMI, 3, 256, True)
    rows = known.study(design, known.ishigami(design.values()))
    theirs = analyze(design.problem(), rows["y"].to_numpy(), calc_second_order=True, seed=1)
    ours = found(design, rows)
    assert ours.indices["first_observed"].to_numpy() == pytest.approx(theirs["S1"], abs=1e-12)
    assert ours.indices["total_observed"].to_numpy() == pytest.approx(theirs["ST"], abs=1e-12)
    assert ours.second["second"].to_numpy() == pytest.approx(theirs["S2"][np.triu_indices(3, 1)], abs=1e-12)
    shuffled = found(design, rows.sample(frac=1, random_state=5))
    assert shuffled.indices.equals(ours.indices)
    assert shuffled.second.equals(ours.second)


def test_resampling_uses_salibs_estimators() -> None:
    """The means that resamples are made of give SALib's numbers when every block is drawn once."""
    design = Saltelli(known.ISHIGAMI, 3, 128, True)
    y = known.ishigami(design.values()).reshape(128, -1)
    scaled = (y - y.mean()) / y.std()
    means = _terms(scaled, design).mean(axis=0)[:, None]
    for name, value in _estimates(scaled, design).items():
        assert _from_means(means, design)[name][:, 0] == pytest.approx(value, abs=1e-12)


def test_groups_get_one_index_as_in_salib() -> None:
    grouped = tuple(
        Factor((f.paths[0],), f.low, f.high, group="pair" if f.name != "x2" else "") for f in known.ISHIGAMI
    )
    design = Saltelli(grouped, 3, 4096)
    indices = found(design, known.study(design, known.ishigami(design.values()))).indices.set_index("input")
    assert indices.loc["pair", "first"] == pytest.approx(0.557589, abs=0.02)
    assert indices.loc["pair", "total"] == pytest.approx(0.557589, abs=0.02)


def test_agrees_with_scipy() -> None:
    stats = pytest.importorskip("scipy.stats")
    design = Saltelli(known.ISHIGAMI, 7, 1024)
    y = known.ishigami(design.values()).reshape(1024, 5)
    parts = {"f_A": y[:, :1].T, "f_B": y[:, -1:].T, "f_AB": y[:, 1:4].T[:, None, :]}
    theirs = stats.sobol_indices(func=parts, n=1024)
    ours = found(design, known.study(design, y.ravel())).indices
    assert ours["first"].to_numpy() == pytest.approx(theirs.first_order, abs=0.01)
    assert ours["total"].to_numpy() == pytest.approx(theirs.total_order, abs=0.01)


def test_intervals_hold_the_truth_and_cover_luck() -> None:
    design = Saltelli(known.ISHIGAMI, 2, 1024)
    answer, plan = known.ishigami(design.values()), Plan(resamples=300)
    quiet = found(design, known.study(design, answer), plan).indices
    truth = np.array(known.ISHIGAMI_FIRST)
    assert ((quiet["first_low"] <= truth) & (truth <= quiet["first_high"])).all()
    noisy = found(
        design, known.study(design, known.ishigami(design.values()), 4, noise=6.0), Plan(resamples=300)
    ).indices
    assert ((noisy["first_high"] - noisy["first_low"]) > (quiet["first_high"] - quiet["first_low"])).all()


def test_luck_is_corrected_for_and_reported() -> None:
    """Noise of the size of the signal halves observed first indices; the corrected ones find the truth again."""
    design = Saltelli(known.ISHIGAMI, 0, 4096)
    rows = known.study(design, known.ishigami(design.values()), 4, noise=2 * np.sqrt(known.ISHIGAMI_VARIANCE), luck=5.0)
    result = found(design, rows)
    assert result.indices["first_observed"].to_numpy() == pytest.approx(np.array(known.ISHIGAMI_FIRST) / 2, abs=0.04)
    assert result.indices["first"].to_numpy() == pytest.approx(known.ISHIGAMI_FIRST, abs=0.08)
    assert result.indices["total"].to_numpy() == pytest.approx(known.ISHIGAMI_TOTAL, abs=0.08)
    assert result.noise.parameters == pytest.approx(known.ISHIGAMI_VARIANCE, rel=0.1)
    assert "luck makes" in result.messages[-1]


def test_nothing_but_luck_gives_no_index() -> None:
    design = Saltelli(known.ISHIGAMI, 0, 256)
    result = found(design, known.study(design, np.zeros(design.size), 3, noise=1.0))
    assert result.indices["first_high"].isna().all() or result.indices["first_high"].max() > 1
    assert result.noise.luck_share > 0.9


def test_a_gap_never_becomes_a_zero_row_19() -> None:
    """Peer fault 19: SALib returns zeros for one NaN of many; here the block is left out, said, and the rest stands."""
    design = Saltelli(known.ISHIGAMI, 0, 1024)
    rows = known.study(design, known.ishigami(design.values()))
    rows.loc[7, "y"] = np.nan
    rows.loc[100, "status"] = "failed"
    rows = rows.drop(index=[2000])
    result = found(design, rows)
    assert result.blocks == 1021
    assert "3 of 5120 runs are missing (1 failed" in result.messages[0]
    assert result.indices["first"].to_numpy() == pytest.approx(known.ISHIGAMI_FIRST, abs=0.05)
    with pytest.raises(SensitivityError):
        found(design, rows, Plan(missing=Missing.refuse))


def test_constant_says_so_and_gives_no_zeros() -> None:
    design = Saltelli(known.ISHIGAMI, 0, 16, True)
    result = found(design, known.study(design, np.full(design.size, 0.42), 2))
    assert result.indices.select_dtypes("number").isna().all(axis=None)
    assert not result.indices.select_dtypes("bool").any(axis=None)
    assert result.second["second"].isna().all()
    assert "every design point answers 0.42" in result.messages[-1]
    assert list(result.indices) == list(found(design, known.study(design, np.arange(design.size) ** 0.5)).indices)


def test_what_is_rare_has_no_index_that_is_sure_of_itself() -> None:
    """One of 256 blocks varies: a bootstrap finds one input to make all of the variance, with a point for interval."""
    design = Saltelli(known.ISHIGAMI, 0, 256)
    answer = np.zeros(design.size)
    answer[[5, 6]] = 1.0  # the first point of a block, and its neighbour in the first input
    assert design.size // 256 == 5
    rare = found(design, known.study(design, answer, 4))
    assert rare.indices["total"].isna().all()
    assert not rare.indices["told_apart"].any()
    assert rare.messages[-1].endswith(
        "too few design points to apportion its variance; take more base points: all hangs on about 1 of 256"
    )


def test_the_same_seed_gives_the_same_intervals() -> None:
    design = Saltelli(known.ISHIGAMI, 0, 64)
    rows = known.study(design, known.ishigami(design.values()))
    assert found(design, rows).indices.equals(found(design, rows).indices)
    assert not found(design, rows).indices.equals(found(design, rows, Plan(seed=1, resamples=50)).indices)


def test_luck_shared_between_points_is_not_taken_off_twice() -> None:
    """Runs that an input does not touch have the same luck: its total index is 0, not minus the luck of two runs."""
    design = Saltelli(known.ISHIGAMI, 4, 512)
    values = design.values()
    touched = values[["x1", "x2"]].round(9).apply(tuple, axis=1)
    rows = known.study(design, (np.sin(values["x1"]) + 7 * np.sin(values["x2"]) ** 2).to_numpy(), 8)
    places = {point: place for place, point in enumerate(touched.unique())}
    luck = generator(2, "test/luck").normal(0, 3, (len(places), 8))
    chosen = touched.map(places).to_numpy()
    rows["y"] += luck[chosen[rows["row"]], rows["replication"]]
    found_indices = found(design, rows).indices.set_index("input")
    assert found_indices.loc["x3", ["total", "total_low", "total_high"]].to_numpy() == pytest.approx(0, abs=1e-9)
    assert found_indices.loc[["x1", "x2"], "total"].sum() == pytest.approx(1, abs=0.15)

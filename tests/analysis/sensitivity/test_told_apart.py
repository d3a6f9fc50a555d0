"""No noise is told apart: Holm's steps by hand, and studies in which nothing has an effect."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sensitivity import Plan, sensitivity
from analysis.sensitivity.told_apart import chance_of_none, holm, is_noise, with_correction
from analysis.studies.designs import Design, Factor, make_design
from sim.luck import generator

FACTORS = tuple(Factor((name,), low=0.0, high=1.0) for name in "abcd")
QUICK = Plan(resamples=100)


def test_holm_by_hand() -> None:
    """Smallest of three times 3, the next times 2, never below the one before; a gap is no test."""
    assert holm(np.array([0.02, 0.01, math.nan, 0.5])) == pytest.approx([0.04, 0.03, math.nan, 0.5], nan_ok=True)
    assert holm(np.array([0.02, 0.03, 0.021])) == pytest.approx([0.06, 0.06, 0.06])
    assert holm(np.array([math.nan])).tolist() == pytest.approx([math.nan], nan_ok=True)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_a_correction_makes_no_chance_smaller_and_keeps_their_order(chances: list[float]) -> None:
    found, corrected = np.array(chances), holm(np.array(chances))
    assert (corrected >= found - 1e-12).all()
    assert (np.diff(corrected[np.argsort(found, kind="stable")]) >= 0).all()
    assert corrected.max() <= 1


def test_chances_by_hand() -> None:
    """One standard error above with endless lucks is 16%; with three lucks Student's t with 2 degrees makes it 21%."""
    assert chance_of_none(1.0, 1.959964, 0.0, 0, 0.95) == pytest.approx(0.158655, abs=1e-5)
    assert chance_of_none(1.0, 0.0, 4.302653, 3, 0.95) == pytest.approx(0.211325, abs=1e-4)
    assert chance_of_none(0.0, 1.0, 1.0, 3, 0.95) == 1
    assert chance_of_none(0.5, 0.0, 0.0, 0, 0.95) == 0
    assert math.isnan(chance_of_none(0.5, 1.0, math.nan, 3, 0.95))


def test_many_measures_are_corrected_together() -> None:
    one, two = with_correction([pd.DataFrame({"chance": [0.03]}), pd.DataFrame({"chance": [0.2, math.nan]})])
    assert one["chance_corrected"].tolist() == [0.06]
    assert not one["told_apart"].any()
    assert two["told_apart"].tolist() == [False, False]


def test_what_is_noise() -> None:
    shares, lows = np.array([-0.12, 0.004, 0.004, 0.0, 0.3]), np.array([-0.2, -0.01, 0.001, 0.0, -0.1])
    assert is_noise(shares, lows, lows * 0 + [0.1, 0.1, 0.1, 0.0, 0.7]).tolist() == [True, True, False, False, False]


def nothing(design: Design, seed: int, measures: int, replications: int = 6) -> pd.DataFrame:
    """Answers in which no factor has any part."""
    draws = generator(seed, "test/told-apart")
    rows = pd.concat(
        [design.values().assign(replication=number, status="done") for number in range(replications)],
        ignore_index=True,
    )
    return rows.assign(**{f"y{place}": draws.normal(size=len(rows)) for place in range(measures)})


def claimed(kind: str, options: dict[str, int], studies: int) -> int:
    """Studies of nothing in which any input is told apart on any of three measures."""
    found = 0
    for seed in range(studies):
        design = make_design(kind, FACTORS, seed, **options)
        results = sensitivity(nothing(design, seed, 3), design, ["y0", "y1", "y2"], plan=QUICK)
        tables = [getattr(result, "indices" if kind == "saltelli" else "effects") for result in results.values()]
        found += any(table["told_apart"].any() for table in tables)
    return found


@pytest.mark.parametrize(
    ("kind", "options", "studies", "most"),
    [("saltelli", {"base": 32}, 40, 5), ("morris", {"trajectories": 8}, 8, 2)],
)
def test_where_nothing_has_an_effect_hardly_any_study_tells_one_apart(
    kind: str, options: dict[str, int], studies: int, most: int
) -> None:
    """At most 5% of studies: more than so many would happen about once in a hundred times."""
    assert claimed(kind, options, studies) <= most


@pytest.mark.nightly
@pytest.mark.parametrize(("kind", "options"), [("saltelli", {"base": 64}), ("morris", {"trajectories": 10})])
def test_where_nothing_has_an_effect_many_studies(kind: str, options: dict[str, int]) -> None:
    """Of 400 at most 5% and three standard errors."""
    assert claimed(kind, options, 400) <= 33


def test_what_has_a_large_effect_is_told_apart() -> None:
    design = make_design("saltelli", FACTORS, 1, base=128)
    rows = nothing(design, 1, 1, 10)
    rows["y0"] = 0.3 * rows["y0"] + 3 * rows["a"] + rows["b"]
    table = sensitivity(rows, design, ["y0"], plan=QUICK)["y0"].indices.set_index("input")
    assert table["told_apart"].to_dict() == {"a": True, "b": True, "c": False, "d": False}
    assert table.loc[["c", "d"], "total"].abs().max() < 0.05

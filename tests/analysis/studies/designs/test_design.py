"""What holds for every design: rows by index, whatever the chunk, under flat memory."""

from __future__ import annotations

import json
import tracemalloc

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.studies.designs import ROW, Design, DesignError, Factor, design_from, make_design

FACTORS = (
    Factor(("leaders.us.ego",), low=0.1, high=0.9),
    Factor(("clock.kind",), levels=("poisson", "fixed")),
    Factor(("horizon_days",), low=30, high=365, whole=True, group="time"),
    Factor(("weights.face",), levels=(0.0, 1.0, 2.0, 3.0, 4.0), group="time"),
)
OPTIONS = {
    "grid": {},
    "lhs": {"points": 37},
    "sobol": {"points": 64},
    "saltelli": {"base": 16, "second_order": True},
    "morris": {"trajectories": 7},
}


def made(kind: str, seed: int = 5) -> Design:
    return make_design(kind, FACTORS, seed, **OPTIONS[kind])


@pytest.mark.parametrize("kind", OPTIONS)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_any_chunk_gives_the_same_rows(kind: str, data: st.DataObject) -> None:
    design = made(kind)
    whole = design.values()
    start = data.draw(st.integers(0, design.size))
    stop = data.draw(st.integers(start, design.size))
    pd.testing.assert_frame_equal(design.values(start, stop), whole[start:stop].reset_index(drop=True))
    rows = data.draw(st.integers(1, 50))
    pd.testing.assert_frame_equal(pd.concat(design.chunks(rows), ignore_index=True), whole)


@pytest.mark.parametrize("kind", OPTIONS)
def test_values_lie_in_range_and_depend_on_the_seed(kind: str) -> None:
    values = made(kind).values()
    assert list(values[ROW]) == list(range(made(kind).size))
    assert values["leaders.us.ego"].between(0.1, 0.9).all()
    assert set(values["clock.kind"]) <= {"poisson", "fixed"}
    assert set(values["weights.face"]) <= {0, 1, 2, 3, 4}
    assert values["horizon_days"].between(30, 365).all()
    assert kind == "grid" or not values.equals(made(kind, seed=6).values())


@pytest.mark.parametrize("kind", OPTIONS)
def test_a_manifest_makes_the_design_again(kind: str) -> None:
    design = made(kind)
    again = design_from(json.loads(json.dumps(design.describe())))
    assert again == design
    pd.testing.assert_frame_equal(again.values(), design.values())


@pytest.mark.parametrize("kind", OPTIONS)
def test_settings_are_what_vary_takes(kind: str) -> None:
    design = made(kind)
    row = design.values(3, 4).iloc[0]
    found = design.settings(3)
    assert found == {factor.name: row[factor.name] for factor in FACTORS}
    assert {type(value) for value in found.values()} <= {int, float, str, bool}


@pytest.mark.parametrize("kind", ["lhs", "sobol", "saltelli"])
def test_a_million_rows_stream_under_flat_memory_row_17(kind: str) -> None:
    """Peer fault 17: the design itself must not grow with its size (sampled at its ends and middle)."""
    factors = [Factor((f"x{i}",), low=0.0, high=1.0) for i in range(8)]
    options = {"base": 2**17} if kind == "saltelli" else {"points": 2**20}
    tracemalloc.start()
    design = make_design(kind, factors, 1, **options)
    for start in (0, design.size // 2 - 7, design.size - 4096):
        assert len(design.values(start, start + 4096)) == 4096
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert design.size > 1_000_000
    assert peak < 30e6


def test_rows_outside_and_factors_at_odds_are_refused() -> None:
    with pytest.raises(DesignError, match="not in a design of 37"):
        made("lhs").values(30, 40)
    ego = Factor(("leaders.us.ego",), low=0, high=1)
    for factors, words in (
        ((), "at least one"),
        ((ego, ego), "varied twice"),
        ((ego, Factor(("leaders.us.ego",), low=0, high=1, name="again")), "path 'leaders.us.ego' is varied twice"),
        ((ego, Factor(("b",), low=0, high=1, group="leaders.us.ego")), "both a group and a factor"),
        ((Factor(("b",), low=0, high=1, name="replication"),), "column of every study"),
    ):
        with pytest.raises(DesignError, match=words):
            make_design("lhs", factors, points=5)


def test_coordinates_stay_in_the_unit_cube() -> None:
    for kind in OPTIONS:
        unit = made(kind).coordinates(0, made(kind).size)
        assert unit.min() >= 0
        assert unit.max() <= 1
        assert np.isfinite(unit).all()

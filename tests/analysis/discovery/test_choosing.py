"""Which box is chosen: by hand, and without limits that chance explains."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.discovery import Box, Members, Span
from analysis.discovery.choosing import CHANCE, quasi_p, search, standing_out
from tests.analysis.discovery import planted


def test_quasi_p_by_hand() -> None:
    """Box with 2 of 2 cases; without its limit 2 of 4 are cases: the chance is 1/4."""
    table = planted.runs(4).assign(caution=[0.1, 0.2, 0.8, 0.9], case=[False, False, True, True])
    found = quasi_p(planted.inputs(table), Box({"caution": Span(0.5)}))
    assert found.loc[0, "quasi_p"] == pytest.approx(0.25)
    assert found.loc[0, "density_without"] == 0.5


def test_standing_out_by_hand() -> None:
    """10 of 20 runs inside, all 10 cases there: 5 more than usual, over the root of 10 * 1/4 * 1/2."""
    table = planted.runs(20).assign(caution=np.arange(20) / 20, case=np.arange(20) >= 10)
    inputs = planted.inputs(table)
    assert standing_out(inputs, Box({"caution": Span(0.5)})) == pytest.approx(5 / 1.25**0.5)
    assert standing_out(inputs, Box({"caution": Span(high=0.5)})) == pytest.approx(-5 / 1.25**0.5)
    assert standing_out(inputs, Box()) == 0


def test_finds_the_planted_box_from_settings_as_from_runs() -> None:
    """A setting with many runs is as good as that many rows."""
    table = planted.crossed(300, 6, 1, 0.85, 0.05)
    found = search(planted.inputs(table))
    assert set(found.box.limits) == {"caution", "groundwork"}
    each = table.assign(ego=table["ego"] + np.arange(len(table)) * 1e-9)
    assert set(search(planted.inputs(each)).box.limits) == {"caution", "groundwork"}


def test_few_cases_are_not_lost_to_a_name_that_happens_to_have_more() -> None:
    """Here PRIM by all factors drops two of three names first, by chance, and the planted box with them."""
    assert set(search(planted.inputs(planted.runs(600, 4, 0.3, 0.05))).box.limits) == {"caution", "groundwork"}


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.2, 1.0))
def test_no_limit_could_be_chance(seed: int, inside: float) -> None:
    inputs = planted.inputs(planted.runs(300, seed, inside, 0.2))
    found = search(inputs)
    if found.found:
        assert (quasi_p(inputs, found.box)["quasi_p"] <= CHANCE).all()
        assert standing_out(inputs, found.box) > 0


def test_limits_stay_open_where_rounding_would_close_them() -> None:
    table = planted.runs(500).assign(caution=lambda t: 0.5 + t["caution"] * 1e-9)
    table.loc[0, "caution"] = 100.0
    for limit in search(planted.inputs(table)).box.limits.values():
        assert isinstance(limit, Members) or limit.low < limit.high


def test_the_order_of_rows_changes_nothing() -> None:
    table = planted.runs(400, 2, 0.8, 0.1)
    other = table.sample(frac=1, random_state=1, ignore_index=True)
    assert search(planted.inputs(table)).box == search(planted.inputs(other)).box
    assert isinstance(search(planted.inputs(table)).path.table, pd.DataFrame)

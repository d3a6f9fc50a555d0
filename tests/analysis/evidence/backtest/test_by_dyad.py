"""Does an interval over cases count each pair of leaders once, under luck with an address?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import EstimateError
from analysis.evidence.backtest.by_dyad import dyad, mean_by_dyad
from tests.analysis.evidence.casebook.shipped_cases import case, development

numbers = st.lists(st.floats(-5, 5), min_size=2, max_size=12)


def test_a_dyad_is_the_same_whoever_presses() -> None:
    assert dyad(case("jfk_khrushchev_1961_vienna")) == dyad(case("jfk_khrushchev_1962_cuba"))
    assert len({dyad(one) for one in development().cases}) == 83


@pytest.mark.parametrize("seed", [0, 7])
def test_the_same_call_gives_the_same_interval(seed: int) -> None:
    values, dyads = [0.0, 1.0, 1.0, 0.0, 1.0], ["a", "b", "b", "c", "d"]
    assert mean_by_dyad(values, dyads, "x", seed) == mean_by_dyad(values, dyads, "x", seed)


@given(values=numbers, data=st.data())
def test_the_mean_is_that_of_the_cases_and_lies_in_its_interval(values: list[float], data: st.DataObject) -> None:
    dyads = data.draw(st.lists(st.sampled_from("abc"), min_size=len(values), max_size=len(values)))
    found = mean_by_dyad(values, dyads, "x")
    assert found.value == pytest.approx(np.mean(values), abs=1e-9)
    assert min(values) - 1e-9 <= found.low <= found.high <= max(values) + 1e-9
    assert (found.n, found.lucks) == (len(values), len(set(dyads)))


def test_cases_of_one_dyad_tell_of_one() -> None:
    values = [0.0] * 20 + [1.0] * 20
    apart = mean_by_dyad(values, [str(place) for place in range(40)], "x")
    together = mean_by_dyad(values, [str(place // 10) for place in range(40)], "x")
    assert together.width > 2 * apart.width


def test_the_order_of_cases_does_not_matter() -> None:
    values, dyads = [0.0, 1.0, 0.5, 0.25], ["a", "b", "b", "c"]
    assert mean_by_dyad(values, dyads, "x").numbers == pytest.approx(
        mean_by_dyad(values[::-1], dyads[::-1], "x").numbers
    )


def test_without_cases_nothing_is_known() -> None:
    assert np.isnan(mean_by_dyad([], [], "x").value)


def test_every_case_needs_a_dyad() -> None:
    with pytest.raises(EstimateError, match="1 dyads for 2 cases"):
        mean_by_dyad([0.0, 1.0], ["a"], "x")

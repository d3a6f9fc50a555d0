"""What a factor is, and what it refuses to be."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.studies.designs import DesignError, Factor

UNIT = st.lists(st.floats(0, 1), min_size=1, max_size=20).map(np.array)


@given(UNIT, st.integers(-5, 5), st.integers(1, 9))
def test_whole_numbers_stay_whole_and_inside(unit: np.ndarray, low: int, width: int) -> None:
    values = Factor(("horizon_days",), low=low, high=low + width, whole=True).at(unit)
    assert values.dtype.kind == "i"
    assert values.min() >= low
    assert values.max() <= low + width


@given(UNIT, st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_a_range_goes_from_low_to_high(unit: np.ndarray, low: float, width: float) -> None:
    factor = Factor(("x",), low=low, high=low + width)
    assert (factor.at(unit) >= low - 1e-6).all()
    assert (factor.at(unit) <= low + width + 1e-6).all()
    assert factor.at(np.array([0.0]))[0] == low


def test_levels_keep_their_type_and_share_the_interval() -> None:
    unit = np.array([0, 0.33, 0.34, 0.99, 1.0])
    assert Factor(("x",), levels=("poisson", "fixed", "other")).at(unit).tolist() == [
        "poisson", "poisson", "fixed", "other", "other",
    ]  # fmt: skip
    assert Factor(("x",), levels=(True, False)).at(np.array([0.1, 0.9])).tolist() == [True, False]
    mixed = Factor(("x",), levels=(1, "none")).at(np.array([0.1, 0.9])).tolist()
    assert mixed == [1, "none"]
    assert type(mixed[0]) is int


def test_settings_reach_every_path_as_plain_python() -> None:
    factor = Factor(("leaders.us.ego", "leaders.cn.ego"), low=0, high=1, name="both egos")
    found = factor.settings(np.float64(0.25))
    assert found == {"leaders.us.ego": 0.25, "leaders.cn.ego": 0.25}
    assert all(type(value) is float for value in found.values())


def test_order_needs_numbers() -> None:
    assert Factor(("x",), low=0, high=1).is_numeric
    assert Factor(("x",), levels=(1, 2.5)).is_numeric
    assert not Factor(("x",), levels=(1, "a")).is_numeric
    assert not Factor(("x",), levels=(True, False)).is_numeric


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "both low and high"),
        ({"low": 1.0}, "both low and high"),
        ({"low": 1.0, "high": 1.0}, "below"),
        ({"low": 0.0, "high": float("inf")}, "finite"),
        ({"low": 0.0, "high": 1.5, "whole": True}, "whole"),
        ({"low": 0.0, "high": 1.0, "steps": 1}, "at least 2"),
        ({"low": 0.0, "high": 1.0, "levels": (1, 2)}, "not both"),
        ({"levels": (1,)}, "two values"),
        ({"levels": (1, 1)}, "differ"),
        ({"levels": (1.0, float("nan"))}, "finite"),
    ],
)
def test_nonsense_is_refused_by_name(options: dict, words: str) -> None:
    with pytest.raises(DesignError, match=f"factor 'x'.*{words}"):
        Factor(("x",), **options)
    with pytest.raises(DesignError, match="needs a path"):
        Factor(())


LEVELS = st.sampled_from(
    [0, 1, 1.0, 2**53, float(2**53), 2**53 + 1, True, False, "1", "1.0", "true", "True", "x", 0.0, -0.0]
)


@given(st.lists(LEVELS, min_size=2, max_size=3))
def test_levels_differ_as_numbers_and_as_the_table_shows_them(levels: list[Any]) -> None:
    def same(one: Any, other: Any) -> bool:
        numbers = [value for value in (one, other) if type(value) in (int, float)]
        some_float = any(type(value) is float for value in levels)
        if len(numbers) == 2 and (float(one) == float(other) if some_float else one == other):
            return True
        words = [str(value).lower() if isinstance(value, bool) else str(value) for value in (one, other)]
        return words[0] == words[1]

    twice = any(same(one, other) for place, one in enumerate(levels) for other in levels[:place])
    if twice:
        with pytest.raises(DesignError, match="levels must differ from one another"):
            Factor(("x",), levels=tuple(levels))
    else:
        assert Factor(("x",), levels=tuple(levels)).levels == tuple(levels)


@given(st.floats(-1e6, 1e6), st.integers(1, 12), st.integers(2, 9))
def test_a_range_that_holds_too_few_numbers_for_its_steps_is_refused(low: float, apart: int, steps: int) -> None:
    high = low
    for _ in range(apart):
        high = math.nextafter(high, math.inf)
    if apart + 1 < steps:
        with pytest.raises(DesignError, match=f"factor 'x': the range from .* is too narrow: {steps} different"):
            Factor(("x",), low, high, steps=steps)
    elif apart + 1 >= 2 * steps:
        assert len(Factor(("x",), low, high, steps=steps).gridded().levels) == steps


def test_a_range_that_no_number_measures_is_refused() -> None:
    with pytest.raises(DesignError, match="too wide"):
        Factor(("x",), -1.7e308, 1.7e308)


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=4))
def test_no_path_is_named_twice(paths: list[str]) -> None:
    if len(set(paths)) == len(paths):
        assert Factor(tuple(paths), 0, 1).paths == tuple(paths)
    else:
        with pytest.raises(DesignError, match=r"paths names '[abc]' twice"):
            Factor(tuple(paths), 0, 1)

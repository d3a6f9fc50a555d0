"""Variance parted between parameters and luck, against the parts it was made of."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sensitivity import Noise, luck_and_parameters
from sim.luck import generator


def made(points: int, replications: int, sds: tuple[float, float, float]) -> np.ndarray:
    luck = generator(2, "test/noise")
    parameters, common, own = sds
    return (
        luck.normal(0, parameters, (points, 1))
        + luck.normal(0, common, (1, replications))
        + luck.normal(0, own, (points, replications))
    )


def test_finds_the_parts_it_was_made_of() -> None:
    found = luck_and_parameters(made(4000, 60, (2.0, 1.0, 3.0)))
    assert found.parameters == pytest.approx(4, rel=0.07)
    assert found.luck == pytest.approx(1, rel=0.35)
    assert found.luck_by_parameters == pytest.approx(9, rel=0.02)
    assert found.of_means == pytest.approx(9 / 60, rel=0.02)
    assert "luck makes 7" in found.in_words()


def test_no_luck_and_only_luck() -> None:
    assert luck_and_parameters(np.repeat(np.arange(9.0)[:, None], 3, axis=1)).luck_share == 0
    only = luck_and_parameters(made(500, 4, (0.0, 0.0, 1.0)))
    assert only.luck_share > 0.95
    assert "no run differs" in luck_and_parameters(np.ones((5, 2))).in_words()


def test_one_replication_tells_nothing_and_says_so() -> None:
    found = luck_and_parameters(np.arange(5.0)[:, None])
    assert not found.is_known
    assert math.isnan(found.luck_share)
    assert "cannot be told" in found.in_words()


def test_rows_with_a_gap_are_left_out() -> None:
    matrix = made(300, 5, (1.0, 0.5, 1.0))
    gapped = np.vstack([matrix, [np.nan, 99, 99, 99, 99]])
    assert luck_and_parameters(gapped) == luck_and_parameters(matrix)


@given(st.integers(2, 8), st.integers(0, 1))
def test_why_luck_is_not_known_is_said_as_it_is(replications: int, whole: int) -> None:
    matrix = np.arange(20.0 * replications).reshape(20, replications)
    matrix[np.arange(whole, 20), np.arange(whole, 20) % replications] = np.nan
    noise = luck_and_parameters(matrix)
    assert not noise.is_known
    assert f"{replications} runs a point, but {('no point', 'only one point')[whole]} has a value" in noise.in_words()
    assert luck_and_parameters(matrix[:, :1]).in_words().startswith("one run a design point")


def test_what_luck_does_over_what_the_parameters_do() -> None:
    assert Noise(2.0, 1.0, 4.0, 2, 9).ratio == 2
    assert Noise(0.0, 0.0, 4.0, 2, 9).ratio == math.inf
    assert math.isnan(luck_and_parameters(np.ones((3, 1))).ratio)

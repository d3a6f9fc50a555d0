"""Do drawn numbers follow their distribution, stay in range, and come from the address of their path?"""

from __future__ import annotations

import math
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sim.luck import actor_key
from sim.rules.parameters import draw
from sim.scenario.distributions import Beta, Choice, Distribution, Normal, Triangular, Uniform
from tests.sim.rules.worlds import few

N = 2000
KEY = actor_key("leaders.us.ego")

CASES: list[tuple[Distribution, object]] = [
    (Uniform(0.2, 0.8), stats.uniform(0.2, 0.6)),
    (Triangular(0.1, 0.3, 0.9), stats.triang(0.25, 0.1, 0.8)),
    (Normal(0.5, 0.2, 0.0, 1.0), stats.truncnorm(-2.5, 2.5, 0.5, 0.2)),
    (Normal(0.9, 0.4, 0.0, 1.0), stats.truncnorm(-2.25, 0.25, 0.9, 0.4)),
    (Beta(0.3, 0.1, 0.0, 1.0), stats.beta(6.0, 14.0)),
    (Beta(0.5, 0.45, 0.0, 1.0), stats.beta(0.5 * (0.25 / 0.2025 - 1), 0.5 * (0.25 / 0.2025 - 1))),
]


def drawn(spread: Distribution, runs: int = N, seed: int = 1) -> list[float]:
    kind, *numbers = spread.as_row()
    choices = (*spread.values, *spread.cumulative) if isinstance(spread, Choice) else (0.0, 1.0)
    a, b, c, d = numbers
    return [draw((seed, run, KEY), int(kind), (a, b, c, d), choices) for run in range(runs)]


@pytest.mark.parametrize(("spread", "expected"), CASES, ids=lambda case: type(case).__name__)
def test_draws_follow_their_distribution(spread: Distribution, expected: object) -> None:
    """Kolmogorov-Smirnov over 2,000 runs against scipy's distribution; a false alarm has chance 1e-5."""
    assert stats.kstest(drawn(spread), expected.cdf).pvalue > 1e-5  # type: ignore[attr-defined]


def test_choices_come_in_their_proportions() -> None:
    found = drawn(Choice((0.1, 0.5, 0.9), (1.0, 2.0, 1.0)))
    for value, chance in ((0.1, 0.25), (0.5, 0.5), (0.9, 0.25)):
        assert abs(found.count(value) / N - chance) <= 4 * math.sqrt(chance * (1 - chance) / N)


@few
@given(st.sampled_from([spread for spread, _ in CASES]), st.integers(0, 2**32 - 1))
def test_draws_stay_in_range_and_a_run_has_one(spread: Distribution, seed: int) -> None:
    found = drawn(spread, 20, seed)
    assert all(0 <= value <= 1 for value in found)
    assert found == drawn(spread, 20, seed)


def test_a_truncation_far_in_the_tail_still_gives_a_number_in_range() -> None:
    found = drawn(Normal(0.0, 0.01, 0.9, 1.0), 5)
    assert all(0.9 <= value <= 1 for value in found)


def test_runs_differ_and_keys_differ() -> None:
    spread = Uniform(0.0, 1.0)
    kind, *numbers = spread.as_row()
    a, b, c, d = numbers
    other = [
        draw((1, run, actor_key("leaders.us.face_need")), int(kind), (a, b, c, d), (0.0, 1.0)) for run in range(20)
    ]
    mine = drawn(spread, 20)
    assert len({*mine, *other}) == 40
    assert fmean(drawn(spread)) == pytest.approx(0.5, abs=4 * math.sqrt(1 / 12 / N))

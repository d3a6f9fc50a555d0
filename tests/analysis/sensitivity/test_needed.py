"""What would do does: studies with as many replications as asked for know an index as well as they were to."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sensitivity import Plan, morris_effects, sobol_indices
from analysis.sensitivity.needed import HALF, SHARE, SPREAD, Needed, half_width, needed, needed_for_indices
from analysis.sensitivity.noise import Noise
from analysis.sensitivity.responses import Responses
from analysis.studies.designs import Design, Factor, make_design
from sim.luck import generator

SHARES = (0.5, SHARE, 0.15, 0.1)


def factors(inputs: int) -> tuple[Factor, ...]:
    return tuple(Factor((f"x{place}",), low=0.0, high=1.0) for place in range(inputs))


def planted(design: Design, replications: int, ratio: float, seed: int) -> Responses:
    """Answers that are sums of what the inputs do; luck changes a part of that, and each run on its own."""
    draws, inputs = generator(seed, "test/needed"), len(design.inputs)
    points = (design.coordinates(0, design.size) - 0.5) * math.sqrt(12)
    shares = np.array([*SHARES, *[0.0] * (inputs - len(SHARES))])
    own = draws.normal(0, math.sqrt(ratio * (1 - SPREAD)), (len(points), replications))
    changed = points @ draws.normal(0, math.sqrt(ratio * SPREAD / inputs), (inputs, replications))
    return Responses("y", (points @ np.sqrt(shares))[:, None] + own + changed, 0)


@pytest.mark.parametrize(("inputs", "base", "ratio"), [(4, 128, 0.5), (8, 256, 2.0), (16, 128, 2.0)])
def test_with_as_many_the_index_is_known_as_well_as_it_was_to_be(inputs: int, base: int, ratio: float) -> None:
    found = needed_for_indices(Noise(1.0, 0.0, ratio, 2, 9), base, inputs)
    assert found.base == base
    halves = []
    for seed in range(3):
        design = make_design("saltelli", factors(inputs), seed, base=base)
        table = sobol_indices(
            planted(design, int(found.replications), ratio, seed), design, Plan(resamples=100)
        ).indices
        halves.append((table.loc[1, "total_high"] - table.loc[1, "total_low"]) / 2)
    assert 0.6 * HALF < float(np.mean(halves)) < 1.4 * HALF


def test_with_far_fewer_it_is_not() -> None:
    found = needed_for_indices(Noise(1.0, 0.0, 2.0, 2, 9), 128, 8)
    design = make_design("saltelli", factors(8), 1, base=128)
    few = int(found.replications) // 12
    table = sobol_indices(planted(design, few, 2.0, 1), design, Plan(resamples=100)).indices
    half = (table.loc[1, "total_high"] - table.loc[1, "total_low"]) / 2
    assert not half < 1.5 * HALF


def test_of_morris_the_effect_is_told_apart_in_most_studies() -> None:
    noise, told = Noise(1.0, 0.0, 2.0, 2, 9), 0
    design = make_design("morris", factors(8), 1, trajectories=20)
    enough = needed(noise, design)
    assert (enough.replications, enough.base) == (16, 0)
    for seed in range(5):
        design = make_design("morris", factors(8), seed, trajectories=20)
        effects = morris_effects(planted(design, 16, 2.0, seed), design, Plan(resamples=100)).effects
        told += bool(effects.loc[1, "told_apart"])
    assert told >= 3


@given(st.floats(0.01, 100), st.integers(5, 10), st.integers(2, 20))
def test_enough_is_enough_and_one_less_is_not(ratio: float, power: int, inputs: int) -> None:
    found = needed_for_indices(Noise(1.0, 0.0, ratio, 2, 9), 2**power, inputs)
    count = int(found.replications)
    assert half_width(SHARE, ratio, count, found.base, inputs) <= HALF
    assert count == 2 or half_width(SHARE, ratio, count - 1, found.base, inputs) > HALF
    assert found.base == max(2**power, 128)


def test_half_a_width_by_hand() -> None:
    """1.96 times the root of 2 * 0.25^2 / 128 without luck."""
    assert half_width(0.25, 0.0, 2, 128, 8) == pytest.approx(1.959964 * math.sqrt(0.125 / 128))


def test_what_cannot_be_told() -> None:
    design = make_design("saltelli", factors(4), 1, base=64)
    assert needed(Noise(0.0, 0.0, 4.0, 2, 9), design) == Needed(math.inf, 128)
    assert needed(Noise(1.0, 0.0, 0.0, 2, 9), design) == Needed(1, 128)
    assert math.isnan(needed(Noise(math.nan, math.nan, math.nan, 1, 9), design).replications)
    morris = make_design("morris", factors(4), 1, trajectories=5)
    assert needed(Noise(0.0, 0.0, 4.0, 2, 9), morris) == Needed(math.inf)
    assert needed(Noise(1.0, 0.0, 0.0, 2, 9), morris) == Needed(1)
    assert math.isnan(needed(Noise(math.nan, math.nan, math.nan, 1, 9), morris).replications)


def test_advice_in_words() -> None:
    assert Needed(16, 128).advice(2, 128) == "about 16 runs of every setting would do, instead of 2"
    assert Needed(16, 128).advice(2, 64) == "about 16 runs of every setting with a base of 128 would do, instead of 2"
    assert Needed(16).advice(20) == "20 runs of every setting are enough"
    assert "too few to say" in Needed(math.inf).advice(4)
    assert "more base points" in Needed(math.nan).advice(1)
    assert Needed(math.inf).in_words() == "many more"


@given(st.integers(1, 10**7))
def test_no_more_digits_are_said_than_can_be_told_and_never_too_few_runs(count: int) -> None:
    told = int(Needed(count).in_words().removeprefix("about ").replace(",", ""))
    assert count <= told <= 1.1 * count
    assert len(str(told).rstrip("0")) <= 2

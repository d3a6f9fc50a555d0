"""Share intervals against Newcombe's published tables, and their properties."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import EstimateError, newcombe_paired, share, share_difference, share_of_counts, wilson
from sim.luck import generator

COUNTS = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("successes", "runs", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_against_newcombe_1998_table_1(successes: int, runs: int, low: float, high: float) -> None:
    found = wilson(successes, runs)
    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)


@given(COUNTS)
def test_wilson_contains_the_share_and_mirrors(counts: tuple[int, int]) -> None:
    successes, runs = counts
    found, mirror = wilson(successes, runs), wilson(runs - successes, runs)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.low == pytest.approx(1 - mirror.high, abs=1e-12)


@given(st.tuples(*[st.integers(0, 300)] * 4).filter(lambda c: sum(c) > 0))
def test_paired_contains_the_difference_and_turns_round(counts: tuple[int, int, int, int]) -> None:
    both, only_first, only_second, neither = counts
    forth = newcombe_paired(both, only_first, only_second, neither)
    back = newcombe_paired(both, only_second, only_first, neither)
    assert -1 - 1e-12 <= forth.low <= forth.value <= forth.high <= 1 + 1e-12
    assert forth.low == pytest.approx(-back.high, abs=1e-12)


def unpaired(first: tuple[int, int], second: tuple[int, int]) -> tuple[float, float]:
    """Newcombe's interval (1998, method 10) of a difference between two samples that share nothing."""
    a, b = wilson(*first), wilson(*second)
    difference = b.value - a.value
    down, up = (b.value - b.low, a.high - a.value), (b.high - b.value, a.value - a.low)
    return difference - math.hypot(*down), difference + math.hypot(*up)


def test_pairs_that_agree_narrow_the_interval() -> None:
    low, high = unpaired((60, 200), (80, 200))
    together = newcombe_paired(60, 0, 20, 120)
    assert together.value == pytest.approx(0.1)
    assert together.width < (high - low) / 1.5


def test_paired_by_hand_where_no_pair_agrees_more_than_by_chance() -> None:
    """Independent margins: the correlation is zero, so method 10 for pairs is method 10 for two samples."""
    found = newcombe_paired(20, 20, 30, 30)
    assert (found.low, found.high) == pytest.approx(unpaired((40, 100), (50, 100)), abs=1e-12)


ANSWERS = st.lists(st.integers(0, 1), min_size=1, max_size=60)


@given(ANSWERS)
def test_lucks_that_occur_once_give_wilsons_interval_to_the_bit(answers: list[int]) -> None:
    plain = wilson(sum(answers), len(answers))
    assert share(answers) == share(answers, range(len(answers))) == plain
    assert share_of_counts(answers, np.ones(len(answers))) == plain


@given(ANSWERS, st.integers(2, 64))
def test_copies_of_a_run_never_narrow_a_share(answers: list[int], copies: int) -> None:
    """Fault: 20 lucks shared by 64 cells were printed as 1,280 runs that know nothing of each other."""
    alone = wilson(sum(answers), len(answers))
    many = share(np.repeat(answers, copies), np.repeat(np.arange(len(answers)), copies))
    assert many.numbers == pytest.approx(alone.numbers, abs=1e-9)
    assert (many.n, many.lucks) == (copies * len(answers), len(answers))


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)).map(sorted), min_size=1, max_size=30))
def test_a_share_holds_its_value_and_stays_within_bounds(counts: list[list[int]]) -> None:
    had, of = np.array(counts).T
    found = share_of_counts(had, of)
    if not of.sum():
        assert math.isnan(found.value)
        return
    assert found.value == pytest.approx(had.sum() / of.sum())
    assert 0 <= found.low <= found.value <= found.high <= 1
    plain = wilson(int(had.sum()), int(of.sum()))
    assert found.width >= plain.width - 1e-12


def test_answers_left_open_are_left_out_with_their_luck() -> None:
    found = share([1.0, math.nan, 0.0, 1.0], [0, 1, 2, 2])
    assert (found.n, found.lucks) == (3, 2)


def test_cells_that_share_nothing_but_a_name_are_nearly_independent() -> None:
    answers = generator(1, "test/share").random(4000) < 0.3
    found = share(answers.astype(float), np.tile(np.arange(200), 20))
    assert found.width == pytest.approx(wilson(int(answers.sum()), 4000).width, rel=0.25)


COVERED = [
    pytest.param(0.5, 0.3, 150, id="quick"),
    *(
        pytest.param(chance, alike, 2000, id=f"{chance}-{alike}", marks=pytest.mark.nightly)
        for chance in (0.5, 0.03)
        for alike in (0.05, 0.3, 0.8)
    ),
]


@pytest.mark.parametrize(("chance", "alike", "studies"), COVERED)
def test_the_interval_holds_the_truth_as_often_as_it_says(chance: float, alike: float, studies: int) -> None:
    """Studies of 20 lucks under 16 variants whose runs agree in part; a luck's own chance is beta distributed."""
    luck, one = generator(7, "test/coverage"), chance * (1 - alike) / alike
    chances = luck.beta(one, one * (1 - chance) / chance, (studies, 20))
    held = plain = 0
    for had in luck.binomial(16, chances):
        found, once = share_of_counts(had, np.full(20, 16)), wilson(int(had.sum()), 320)
        held += found.low <= chance <= found.high
        plain += once.low <= chance <= once.high
    assert held / studies >= 0.92
    assert plain / studies < (0.92 if alike > 0.1 else 0.95)


def test_paired_by_hand_where_pairs_agree() -> None:
    """Method 10 with the continuity correction: of 100 pairs 60 have it twice, 20 never, 5 and 15 once."""
    a, b = wilson(65, 100), wilson(75, 100)
    phi = (60 * 20 - 5 * 15 - 100 / 2) / math.sqrt(65 * 35 * 75 * 25)
    down, up = 0.75 - b.low, a.high - 0.65
    low = 0.1 - math.sqrt(down * down - 2 * phi * down * up + up * up)
    up, down = b.high - 0.75, 0.65 - a.low
    high = 0.1 + math.sqrt(down * down - 2 * phi * down * up + up * up)
    assert newcombe_paired(60, 5, 15, 20).numbers == pytest.approx((0.1, low, high), abs=1e-12)


def test_a_correlation_that_the_correction_would_turn_round_counts_as_none() -> None:
    """Cross product 3 * 4 - 2 * 3 = 6 against half of 12 pairs: nothing is left of it."""
    a, b = wilson(5, 12), wilson(6, 12)
    low = 1 / 12 - math.hypot(b.value - b.low, a.high - a.value)
    assert newcombe_paired(3, 2, 3, 4).low == pytest.approx(low, abs=1e-12)


def test_a_negative_correlation_is_taken_as_it_is() -> None:
    a, b = wilson(40, 100), wilson(60, 100)
    phi = (10 * 10 - 30 * 50) / math.sqrt(40 * 60 * 60 * 40)
    down, up = 0.6 - b.low, a.high - 0.4
    low = 0.2 - math.sqrt(down * down - 2 * phi * down * up + up * up)
    assert newcombe_paired(10, 30, 50, 10).low == pytest.approx(low, abs=1e-12)


def test_no_runs_is_unknown_and_nonsense_is_refused() -> None:
    assert math.isnan(wilson(0, 0).value)
    with pytest.raises(EstimateError, match="5 of 3 runs"):
        wilson(5, 3)
    with pytest.raises(EstimateError, match="level"):
        wilson(1, 3, level=95)
    with pytest.raises(EstimateError, match="negative"):
        newcombe_paired(-1, 0, 0, 3)
    with pytest.raises(EstimateError, match="1 and 0"):
        share([0.5])
    with pytest.raises(EstimateError, match="counts"):
        share_of_counts([2], [1])


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1), st.sampled_from([0.9, 0.99]))
def test_pairs_of_runs_are_counted_and_the_second_is_set_against_the_first(
    pairs: list[tuple[bool, bool]], level: float
) -> None:
    first, second = zip(*pairs, strict=True)
    counts = [pairs.count(pair) for pair in ((True, True), (True, False), (False, True), (False, False))]
    assert share_difference(first, second, level) == newcombe_paired(*counts, level=level)

"""Do counts that forget the runs say what the runs themselves would have said?"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import EstimateError, kaplan_meier, mean, share, wilson
from analysis.estimates.streaming_counts import Amounts, Answers, Days, LuckSums, Words

SHARES = st.lists(st.one_of(st.just(math.nan), st.floats(0, 1)), max_size=60)
PIECES = st.lists(SHARES, min_size=1, max_size=5)


@given(pieces=PIECES)
def test_means_in_pieces_are_means_of_the_whole(pieces: list[list[float]]) -> None:
    amounts = Amounts(1.0, 0.001)
    for piece in pieces:
        amounts.add(np.array(piece, dtype=np.float64))
    whole = mean([value for piece in pieces for value in piece])
    assert amounts.estimate() == pytest.approx(whole, abs=1e-12, nan_ok=True)
    assert (amounts.known, amounts.runs) == (whole.n, sum(map(len, pieces)))


@given(pieces=PIECES, share=st.floats(0, 1))
def test_quantiles_are_right_to_the_fineness(pieces: list[list[float]], share: float) -> None:
    amounts = Amounts(1.0, 0.001)
    for piece in pieces:
        amounts.add(np.array(piece, dtype=np.float64))
    known = sorted(value for piece in pieces for value in piece if not math.isnan(value))
    if not known:
        assert math.isnan(amounts.quantile(share))
        return
    place = max(math.ceil(share * len(known) - 1e-9) - 1, 0)
    assert amounts.quantile(share) == pytest.approx(known[place], abs=0.0006)


def test_an_amount_beyond_the_highest_counts_as_the_highest() -> None:
    amounts = Amounts(10.0, 1.0)
    amounts.add(np.array([3.0, 12.0]))
    assert (amounts.quantile(0.5), amounts.quantile(1.0), amounts.mean) == (3.0, 10.0, 7.5)


@pytest.mark.parametrize("share", [-0.1, 1.1, math.nan])
def test_a_quantile_of_no_share_is_refused(share: float) -> None:
    with pytest.raises(EstimateError):
        Amounts(1.0, 0.1).quantile(share)


@given(
    pieces=st.lists(st.lists(st.one_of(st.just(math.nan), st.floats(0.01, 20)), max_size=30), min_size=1, max_size=4)
)
def test_days_give_the_curve_of_days_rounded_up(pieces: list[list[float]]) -> None:
    days = Days(20.0, 0.5)
    for piece in pieces:
        days.add(np.array(piece, dtype=np.float64))
    whole = np.array([value for piece in pieces for value in piece], dtype=np.float64)
    counted = kaplan_meier(days.days, 20.0, counts=days.counts)
    straight = kaplan_meier(np.ceil(whole / 0.5) * 0.5, 20.0)
    assert (counted.runs, counted.events, counted.median) == (straight.runs, straight.events, straight.median)
    assert counted.curve.equals(straight.curve)
    assert days.estimate() == straight.median
    assert (days.known, days.runs) == (straight.events, straight.runs)


def test_words_have_shares() -> None:
    words = Words()
    words.add(np.array(["deal", "truce", "deal"], dtype=object))
    words.add(np.array(["deal"], dtype=object))
    words.add(np.array([], dtype=object))
    assert words.share("deal") == wilson(3, 4)
    assert words.share("blow_up") == wilson(0, 4)


@given(pieces=st.lists(st.lists(st.sampled_from([0.0, 1.0, math.nan]), max_size=20), min_size=1, max_size=4))
def test_answers_have_a_share(pieces: list[list[float]]) -> None:
    answers = Answers()
    for piece in pieces:
        answers.add(np.array(piece, dtype=np.float64))
    whole = share([value for piece in pieces for value in piece])
    assert answers.estimate() == pytest.approx(whole, nan_ok=True)
    assert (answers.known, answers.runs) == (whole.n, sum(map(len, pieces)))


def test_sums_by_luck_are_those_of_the_whole_table() -> None:
    """Pieces that bring new lucks, fewer lucks, none at all, and runs without a number."""
    sums = LuckSums()
    pieces = [([1.0, 0.0, math.nan], [0, 1, 1]), ([1.0, 1.0], [3, 0]), ([0.0], [0]), ([], [])]
    for values, lucks in pieces:
        sums.add(np.array(values, dtype=float), np.array(lucks, dtype=np.int64))
    values, lucks = (np.concatenate([np.asarray(piece[k], dtype=float) for piece in pieces]) for k in (0, 1))
    assert (sums.runs, int(sums.known.sum())) == (6, 5)
    assert sums.share() == share(values, lucks.astype(int))
    assert sums.mean().numbers == pytest.approx(mean(values, lucks.astype(int)).numbers)
    assert sums.mean().n == 5
    assert math.isnan(LuckSums().mean().value)

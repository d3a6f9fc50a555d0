"""Shares of a day sum to 1, are simple counts, and count each luck once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates.shares import share, wilson
from analysis.estimates.shares_over_days import MOST_DAYS, StateCounts, days_watched, shares_over_days
from tests.generate import few

NAMES = ("a", "b", "c")
STATES = st.integers(1, 25).flatmap(
    lambda runs: st.lists(st.tuples(*[st.integers(0, 2)] * 4), min_size=runs, max_size=runs)
)
DAYS = np.array([0.0, 1.0, 5.0, 9.0])


@few
@given(STATES, st.integers(1, 6))
def test_shares_are_counts_and_sum_to_1_on_every_day(lines: list[tuple[int, ...]], many: int) -> None:
    states, lucks = np.array(lines, dtype=np.int8), np.arange(len(lines)) % many
    found = shares_over_days(states, DAYS, NAMES, lucks)
    assert found.groupby("day")["share"].sum().to_numpy() == pytest.approx(np.ones(4))
    for row in found.itertuples():
        has = states[:, DAYS.tolist().index(row.day)] == NAMES.index(row.state)
        assert (row.share, row.low, row.high) == pytest.approx(share(has.astype(float), lucks).numbers)
        assert (row.runs, row.lucks) == (has.sum(), len(set(lucks.tolist())))
        assert 0 <= row.low <= row.share <= row.high <= 1


def test_ten_runs_of_one_luck_tell_less_than_ten_of_their_own() -> None:
    states = np.tile(np.array([[0, 0, 1, 2], [1, 1, 1, 2]], dtype=np.int8), (5, 1))
    own, shared = (shares_over_days(states, DAYS, NAMES, lucks) for lucks in (np.arange(10), np.arange(10) % 2))
    assert (own["share"] == shared["share"]).all()
    first = own.index[0]
    assert shared.loc[first, "high"] - shared.loc[first, "low"] > own.loc[first, "high"] - own.loc[first, "low"]


def test_counted_piece_by_piece_it_is_the_same() -> None:
    states = np.array([[0, 0, 1, 2], [1, 1, 1, 2], [2, 1, 0, 0]], dtype=np.int8)
    counts = StateCounts(DAYS, NAMES)
    for piece in (states[:1], states[1:]):
        counts.add(piece)
    assert counts.table().equals(shares_over_days(states, DAYS, NAMES, np.arange(3)))
    assert tuple(counts.table().loc[0, ["share", "low", "high"]]) == wilson(1, 3).numbers


def test_days_go_from_the_first_to_the_last_and_are_no_closer_than_a_step() -> None:
    assert days_watched(12.0, 1.0).tolist() == list(range(13))
    assert days_watched(600.0, 1.0).size == MOST_DAYS
    assert days_watched(3.0, 7.0).tolist() == [0.0, 3.0]

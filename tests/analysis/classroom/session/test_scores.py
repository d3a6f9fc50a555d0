"""Scores: worked by hand, and what holds of any forecast."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.session.scores import (
    COIN,
    against,
    class_median,
    crowd,
    enough,
    forecasts,
    luck,
    miss,
    percent,
    share_written,
)
from analysis.classroom.session.state import Counted
from analysis.estimates.shares import wilson
from analysis.figures.digits import percents

SHARES = st.floats(0, 1)
COUNTS = st.tuples(*[st.integers(0, 30)] * 5).filter(any)


def test_a_hand_means_the_middle_of_its_bin() -> None:
    assert forecasts((1, 0, 2, 0, 1)) == [0.1, 0.5, 0.5, 0.9]


def test_a_class_scored_by_hand() -> None:
    found = against((0, 0, 2, 1, 1), 0.5)
    assert found.miss == pytest.approx((0.2**2 + 0.4**2) / 4)
    assert found.luck == 0.25
    assert found.whole == found.miss + found.luck


def test_a_crowd_by_hand() -> None:
    found = crowd((2, 0, 0, 0, 1), 0.4)
    assert (found.median, found.mean, found.hands) == (0.1, pytest.approx(1.1 / 3), 3)
    assert found.miss_of_median == pytest.approx(0.09)
    assert found.miss_of_median_hand == pytest.approx(0.09)
    assert found.miss_of_mean == pytest.approx((1.1 / 3 - 0.4) ** 2)
    assert found.beaten == 3


@given(forecast=SHARES, share=SHARES)
def test_the_two_parts_are_the_mean_score_over_worlds(forecast: float, share: float) -> None:
    mean = share * miss(forecast, 1.0) + (1 - share) * miss(forecast, 0.0)
    assert miss(forecast, share) + luck(share) == pytest.approx(mean, abs=1e-12)


@given(share=SHARES)
def test_who_always_says_one_half_scores_a_quarter(share: float) -> None:
    assert miss(COIN, share) + luck(share) == pytest.approx(0.25)


@given(forecast=SHARES, share=SHARES)
def test_no_forecast_does_better_than_the_share(forecast: float, share: float) -> None:
    assert miss(forecast, share) + luck(share) >= luck(share)


@given(count=COUNTS, share=SHARES)
def test_the_crowd_never_misses_by_more_than_its_members_do_on_average(count: tuple[int, ...], share: float) -> None:
    assert crowd(count, share).miss_of_mean <= against(count, share).miss + 1e-12


@given(count=COUNTS)
def test_scores_do_not_know_which_way_is_up(count: tuple[int, ...]) -> None:
    turned = count[::-1]
    assert crowd(turned, 0.7).miss_of_mean == pytest.approx(crowd(count, 0.3).miss_of_mean)
    assert against(turned, 0.7).miss == pytest.approx(against(count, 0.3).miss)


def test_with_fewer_than_three_hands_there_are_no_statistics() -> None:
    assert not enough((1, 0, 0, 1, 0))
    assert not enough(None)
    assert class_median((2, 0, 0, 0, 0)) is None
    assert class_median(None) is None
    assert class_median((3, 0, 0, 0, 0)) == 0.1


@given(happened=st.integers(0, 1000))
def test_a_share_of_worlds_has_the_digits_of_all_other_pages(happened: int) -> None:
    found = wilson(happened, 1000)
    counted = Counted(1000, happened, float(found.low), float(found.high), (True,) * 100, ("truce",) * 100)
    said = share_written(counted)
    assert percents(counted.share, counted.low, counted.high) == tuple(f"{one}%" for one in said.values())
    if 0 < happened < 1000:
        assert 0 < float(said["share"]) < 100, "what happened is not told as never, nor what did not as always"


def test_a_share_without_an_interval_is_whole() -> None:
    assert [percent(one) for one in (0.0, 0.425, 0.5741, 1.0)] == ["0", "43", "57", "100"]

"""Two halves never share a luck, whatever the order of the runs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.discovery.case_table import Trials
from analysis.discovery.halves import FEWEST_LUCKS, TooFewLucks, halved


def trials(lucks: int, each: int, order: int = 0) -> Trials:
    """Every luck with as many runs, in some order."""
    luck, setting = (place.ravel() for place in np.mgrid[:lucks, :each])
    shuffled = np.random.default_rng(order).permutation(len(luck))
    return Trials(setting[shuffled], luck[shuffled], (luck + setting)[shuffled] % 3 == 0)


@given(st.integers(FEWEST_LUCKS, 40), st.integers(1, 7), st.integers(0, 1000), st.integers(0, 9))
def test_halves_share_no_luck_and_lose_no_run(lucks: int, each: int, seed: int, order: int) -> None:
    found = halved(trials(lucks, each, order), seed)
    one, other = set(found.searched.luck.tolist()), set(found.held_out.luck.tolist())
    assert not one & other
    assert one | other == set(range(lucks))
    assert found.lucks == (len(one), len(other))
    assert abs(len(one) - len(other)) <= 1
    assert len(found.searched.luck) + len(found.held_out.luck) == lucks * each


@given(st.integers(0, 1000))
def test_halves_depend_on_the_seed_and_not_on_the_order_of_runs(seed: int) -> None:
    one, two = (halved(trials(20, 3, order), seed) for order in (1, 2))
    assert set(one.searched.luck) == set(two.searched.luck)
    others = [set(halved(trials(20, 3), seed + step).searched.luck) for step in range(1, 4)]
    assert any(other != set(one.searched.luck) for other in others)


def test_large_studies_are_thinned_to_whole_lucks_but_not_below_the_fewest() -> None:
    found = halved(trials(40, 10), most=120)
    assert (found.lucks, found.unseen) == ((6, 6), 28)
    assert len(found.searched.luck) == 60
    assert halved(trials(40, 10), most=20).lucks == (FEWEST_LUCKS // 2, FEWEST_LUCKS // 2)


def test_too_few_lucks_say_what_would_do() -> None:
    with pytest.raises(TooFewLucks, match="the study has 7 lucks: at least 8 are needed"):
        halved(trials(7, 100))
    with pytest.raises(TooFewLucks, match="1 luck: "):
        halved(trials(1, 100))

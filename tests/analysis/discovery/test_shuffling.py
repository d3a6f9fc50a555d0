"""Shuffled outcomes keep what each luck had, and a p-value is small no more often than it says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.discovery import shuffling
from analysis.discovery.shuffling import found_in_nothing, shuffled, thinned
from tests.analysis.discovery import planted


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 12), st.integers(2, 9), st.integers(0, 100), st.booleans())
def test_a_shuffle_keeps_the_margins(count: int, lucks: int, seed: int, gaps: bool) -> None:
    _, runs = planted.trials(planted.crossed(count, lucks, seed, 0.7, 0.3).pipe(_with_both))
    if gaps:
        runs = runs.among(np.arange(len(runs.case)) % 5 > 0)
    for dealt in shuffled(runs, seed, 3):
        assert np.bincount(runs.luck[dealt], minlength=lucks).tolist() == _cases_by_luck(runs, lucks)
        assert dealt.shape == runs.case.shape
    again = [dealt.tolist() for dealt in shuffled(runs, seed, 3)]
    assert again == [dealt.tolist() for dealt in shuffled(runs, seed, 3)]


def _with_both(table: object) -> object:
    table.loc[table.index[:2], "case"] = [True, False]
    return table


def _cases_by_luck(runs: object, lucks: int) -> list[int]:
    return np.bincount(runs.luck[runs.case], minlength=lucks).tolist()


def test_runs_with_lucks_of_their_own_are_shuffled_among_all() -> None:
    _, runs = planted.trials(planted.runs(400, 1, 0.9, 0.1))
    (dealt,) = shuffled(runs, 0, 1)
    assert dealt.sum() == runs.case.sum()
    assert (dealt != runs.case).any()


def test_every_setting_may_get_a_case() -> None:
    """One case a luck, always of the first setting: dealt anew it goes everywhere about as often."""
    table = planted.crossed(10, 40, 1).sort_values(["caution", "run"], ignore_index=True)
    inputs, runs = planted.trials(table.assign(case=table["caution"] == table["caution"].min()))
    where = sum(np.bincount(runs.setting[dealt], minlength=10) for dealt in shuffled(runs, 3, 50))
    assert where.sum() == 40 * 50
    assert where.min() > 140
    assert len(inputs.runs) == 10


def test_a_planted_box_is_beyond_what_shuffles_give() -> None:
    inputs, runs = planted.trials(planted.crossed(80, 10, 1, 0.7, 0.2))
    found = found_in_nothing(inputs, runs, shuffles=39)
    assert found.p == 1 / 40
    assert found.densest < 0.6
    assert (found.band["low"] <= found.band["high"]).all()
    assert found.band["high"].iloc[-1] == pytest.approx(runs.case.mean(), abs=0.02)


def small_chances(tables: int) -> int:
    """How often the p-value is at most 0.1 where there is nothing, though lucks differ much."""
    count = 0
    for seed in range(tables):
        inputs, runs = planted.trials(planted.crossed(25, 6, seed, 0.4, 0.4, 0.2))
        count += found_in_nothing(inputs, runs, seed, shuffles=9).p <= 0.1
    return count


def test_where_there_is_nothing_small_chances_are_as_rare_as_they_say() -> None:
    """Of 25 about 2 or 3; more than 6 would happen once in a hundred times."""
    assert small_chances(25) <= 6


@pytest.mark.nightly
def test_where_there_is_nothing_small_chances_are_rare_in_many_tables() -> None:
    """Of 400 at most 40 and three standard errors."""
    assert small_chances(400) <= 58


def test_many_settings_and_runs_are_thinned(monkeypatch: pytest.MonkeyPatch) -> None:
    inputs, runs = planted.trials(planted.crossed(60, 20, 2, 0.6, 0.2))
    monkeypatch.setattr(shuffling, "MOST_SETTINGS", 30)
    monkeypatch.setattr(shuffling, "MOST_RUNS", 150)
    few, kept = thinned(inputs, runs)
    assert (len(few.runs), len(kept.case), len(np.unique(kept.luck))) == (30, 150, 5)
    assert few.runs.tolist() == [5] * 30
    assert few.cases.sum() == kept.case.sum()
    assert few.table["ego"].isin(inputs.table["ego"]).all()


def test_nothing_to_shuffle_is_no_finding() -> None:
    inputs, runs = planted.trials(planted.crossed(10, 10, 2, 0.6, 0.2))
    assert found_in_nothing(inputs, runs._replace(case=np.ones_like(runs.case))).p == 1

"""Groups are told apart from the whole where something was put in, and hardly ever where nothing was."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from analysis.estimates import EstimateError
from analysis.estimates.groups_apart import USUAL, Grouping, groups_apart, is_apart
from sim.luck import generator

CELLS, REPEATS = 18, 300
FEWER = USUAL._replace(resamples=199)

Runs = NDArray[np.float64]


def made(kind: str, number: int, lucks: int) -> Runs:
    """A luck a row and a cell a column, in which no cell has another mean than the rest."""
    luck = generator(number, f"test/groups apart/{kind}")
    shared, own = luck.normal(size=(lucks, 1)), luck.normal(size=(lucks, CELLS))
    if kind == "rare":
        return (luck.random((lucks, CELLS)) < 0.03).astype(float)
    if kind == "share":
        return (shared + own > 0.4).astype(float)
    if kind == "days":
        return np.minimum(90 * np.exp(shared / 2) * luck.exponential(size=(lucks, CELLS)), 180)
    slopes = luck.normal(size=(lucks, 1)) * np.linspace(-1, 1, CELLS)  # settings do much, each luck otherwise
    return shared + slopes + 0.1 * own


def apart(runs: Runs, plan: object = FEWER) -> list:
    """Differences of the cells of such a table."""
    lucks, cells = np.indices(runs.shape)
    grouping = Grouping(cells.ravel(), runs.shape[1], lucks.ravel())
    return groups_apart(runs.ravel(), lucks.ravel(), [grouping], plan)[0]


@pytest.mark.parametrize("kind", ["rare", "share", "days", "slopes"])
@pytest.mark.parametrize("lucks", [8, 25, pytest.param(100, marks=pytest.mark.nightly)])
def test_where_nothing_was_put_in_no_cell_is_claimed(kind: str, lucks: int) -> None:
    """In at least 93 of 100 studies; without a correction it would be a few in a hundred."""
    claimed = sum(
        any(map(is_apart, apart(made(kind, number, lucks), FEWER._replace(seed=number)))) for number in range(REPEATS)
    )
    assert claimed <= 0.07 * REPEATS


@pytest.mark.parametrize("kind", ["share", "days"])
def test_what_was_put_in_is_found(kind: str) -> None:
    for number in range(20):
        runs = made(kind, number, 100)
        runs[:, 4] = np.where(np.arange(100) % 4 == 0, runs[:, 4], runs.max())
        found = apart(runs)
        assert is_apart(found[4])
        assert found[4].low > 0


def test_differences_are_those_of_the_means() -> None:
    runs = made("days", 0, 40)
    found = apart(runs)
    assert [difference.value for difference in found] == pytest.approx(runs.mean(axis=0) - runs.mean())
    assert {(difference.n, difference.lucks, difference.level) for difference in found} == {(40, 40, 0.95)}


def test_intervals_together_are_wider_than_one_alone() -> None:
    runs = made("share", 1, 80)
    lucks, cells = np.indices(runs.shape)
    only = Grouping(np.where(cells.ravel() == 0, 0, -1), 1, lucks.ravel())
    ((alone,),) = groups_apart(runs.ravel(), lucks.ravel(), [only], FEWER)
    together = apart(runs)[0]
    assert together.value == pytest.approx(alone.value)
    assert together.width > 1.2 * alone.width


def test_one_luck_tells_nothing() -> None:
    found = apart(made("days", 0, 1))
    assert not any(map(is_apart, found))
    assert np.isnan([difference.low for difference in found]).all()


def test_each_luck_counts_once() -> None:
    """Every run ten times over makes nothing surer."""
    runs = made("share", 2, 25)
    lucks, cells = (np.repeat(place.ravel(), 10) for place in np.indices(runs.shape))
    many = groups_apart(np.repeat(runs.ravel(), 10), lucks, [Grouping(cells, CELLS, lucks)], FEWER)[0]
    once = apart(runs)
    assert all(wide.lucks == 25 for wide in many)
    assert not any(is_apart(wide) and not is_apart(narrow) for wide, narrow in zip(many, once, strict=True))


def test_lucks_of_their_own_are_compared_with_all() -> None:
    """A table in which no two runs share a luck."""
    luck = generator(3, "test/groups apart/alone")
    groups = np.arange(400) % 4
    values = luck.normal(size=400) + 2 * (groups == 3)
    found = groups_apart(values, np.arange(400), [Grouping(groups, 4, np.zeros(400, dtype=int))])[0]
    assert found[3].value == pytest.approx(values[groups == 3].mean() - values.mean())
    assert is_apart(found[3])


@given(seed=st.integers(0, 1000), lucks=st.integers(2, 9), cells=st.integers(2, 6), gaps=st.integers(0, 5))
def test_any_table_gives_an_estimate_a_group(seed: int, lucks: int, cells: int, gaps: int) -> None:
    """Gaps, ties and unfinished studies included, and the same each time."""
    luck = generator(seed, "test/groups apart/any")
    runs = luck.integers(0, 3, size=(lucks, cells)).astype(float)
    runs.flat[luck.integers(0, runs.size, gaps)] = np.nan
    plan = USUAL._replace(resamples=19, seed=seed)
    first, second = apart(runs, plan), apart(runs, plan)
    assert np.array_equal(np.array(first), np.array(second), equal_nan=True)
    assert len(first) == cells
    for place, difference in enumerate(first):
        assert difference.n == np.count_nonzero(~np.isnan(runs[:, place]))
        assert not (difference.low > difference.value or difference.high < difference.value)


def test_large_tables_are_exchanged_in_part() -> None:
    """What holds for a part of the lucks, in standard deviations, holds for all of them."""
    runs = made("share", 5, 4000)
    whole, part = (apart(runs, FEWER._replace(resamples=many)) for many in (2000, 300))
    assert [a.width for a in whole] == pytest.approx([b.width for b in part], rel=0.1)


def test_arrays_must_match() -> None:
    with pytest.raises(EstimateError, match="another number"):
        groups_apart([1.0, 2.0], [0, 1], [Grouping(np.array([0]), 1, np.array([0]))])

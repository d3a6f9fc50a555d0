"""Paired luck: shares and days turned round, known differences, and what a stopped count is worth."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import Kind, newcombe_paired
from analysis.evidence.claims.paired_luck import Plan, difference, level_for, outcome_change, runs_of
from sim import load_scenario

TRUTHS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=60)


@given(TRUTHS, st.floats(0.5, 0.9999))
def test_a_share_turned_round_has_its_interval_turned_round(pairs: list[tuple[bool, bool]], level: float) -> None:
    first, second = (np.array([pair[k] for pair in pairs], dtype=float) for k in (0, 1))
    there, back = difference(Kind.share, (first, second), level), difference(Kind.share, (second, first), level)
    assert there.value == pytest.approx(-back.value) == second.mean() - first.mean()
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))
    assert there.level == level and there.lucks == len(pairs)


def test_known_shares() -> None:
    first, second = np.array([1, 1, 0, 0, 0.0]), np.array([1, 0, 1, 1, 0.0])
    assert difference(Kind.share, (first, second), 0.9) == newcombe_paired(1, 1, 2, 1, 0.9)


@given(st.lists(st.floats(-50, 50), min_size=3, max_size=40), st.floats(-9, 9))
def test_days_moved_by_as_much_in_every_luck_are_known_exactly(days: list[float], moved: float) -> None:
    first = np.array(days)
    found = difference(Kind.days, (first, first + moved), 0.99)
    assert found.numbers == pytest.approx((moved,) * 3, abs=1e-9)


def test_every_look_takes_its_part_of_the_error() -> None:
    assert level_for(1) == level_for(0) == 0.95
    assert 1 - level_for(264) == pytest.approx(0.05 / 264)


def table(outcomes: list[str], days: list[float]) -> pd.DataFrame:
    return pd.DataFrame({"outcome": outcomes, "first_contact_day": days, "horizon_days": 90.0})


def test_an_outcome_is_compared_luck_by_luck() -> None:
    first = table(["deal", "truce", "no_deal", "deal"], [3, np.nan, 9, 9])
    second = table(["deal", "deal", "deal", "truce"], [3, 80, 9, 19])
    deals = outcome_change("ends_deal", (first, second), 0.9)
    assert (deals.first, deals.second, deals.moved) == (0.5, 0.75, 3)
    assert deals.estimate == newcombe_paired(1, 1, 2, 0, 0.9)
    days = outcome_change("contact_days", (first, second), 0.9)
    assert (days.first, days.second, days.moved) == ((3 + 90 + 9 + 9) / 4, (3 + 80 + 9 + 19) / 4, 2)
    assert days.estimate.value == 0


def test_what_may_be_rare_widens_times_and_leaves_shares() -> None:
    first, second = table(["deal"] * 50, [5.0] * 50), table(["deal"] * 50, [5.0] * 49 + [60.0])
    plain, wide = (outcome_change("contact_days", (first, second), 0.99, most).estimate for most in (None, 90))
    assert plain.value == wide.value == pytest.approx(55 / 50)
    assert wide.low < plain.low < 0 < plain.high < wide.high
    ends = [outcome_change("ends_deal", (first, second), 0.99, most) for most in (None, 90)]
    assert ends[0] == ends[1]


def test_runs_that_were_stopped_are_no_measurement(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped:
        partial = True

    monkeypatch.setattr("sim.run_many", lambda *_, **__: Stopped())
    with pytest.raises(KeyboardInterrupt):
        runs_of(load_scenario("two-leaders"), Plan(4))

"""Bands of a day sum to 1, say what they mean of each run, and end as the outcomes that were counted."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from analysis.estimates.shares_over_days import days_watched
from analysis.estimates.standings import BANDS, band_names, bands_on, opens_in, standings, tells_standings
from analysis.estimates.word_shares import outcome_shares
from sim.files import list_scenarios, load_scenario, vary
from sim.run import run_many
from tests.analysis.estimates.made_runs import HORIZON, runs_of
from tests.generate import few

FROM_OUTCOMES = {
    "deal": {"deal"},
    "truce": {"truce"},
    "blow_up": {"blow_up"},
    "no_deal": {"in_touch"},
    "no_contact": {"asked", "nothing"},
}


def end_as_counted(table: pd.DataFrame, found: pd.DataFrame) -> None:
    """Bands of the last day are the outcome classes, with the same interval where a class is one band."""
    last = found[found["day"] == found["day"].max()].set_index("state")
    for row in outcome_shares(table).itertuples():
        bands = last.loc[sorted(FROM_OUTCOMES[row.outcome])]
        assert bands["share"].sum() == pytest.approx(row.share)
        if len(bands) == 1:
            assert tuple(bands.iloc[0][["low", "high"]]) == pytest.approx((row.low, row.high))
    assert last.loc["truce_before", "share"] == 0


@few
@given(runs_of(alike=True))
def test_bands_sum_to_1_and_end_as_the_outcomes(table: pd.DataFrame) -> None:
    found = standings(table)
    assert found.groupby("day")["share"].sum().to_numpy() == pytest.approx(np.ones(found["day"].nunique()))
    end_as_counted(table, found)


@few
@given(runs_of())
def test_a_band_says_of_each_run_what_it_means(table: pd.DataFrame) -> None:
    days = days_watched(HORIZON, 1.0)
    for run, bands in zip(table.itertuples(), bands_on(table, days), strict=True):
        for day, band in zip(days, (BANDS[place] for place in bands), strict=True):
            for_good = day >= run.outcome_day
            if band in ("deal", "truce", "blow_up"):
                assert for_good
                assert run.outcome == band
            elif band == "truce_before":
                assert run.truce_day <= day
                assert not (for_good and run.outcome in FROM_OUTCOMES and run.outcome != "no_contact")
            elif band == "in_touch":
                assert run.first_contact_day <= day or (for_good and run.outcome == "no_deal")
            else:
                assert not run.first_contact_day <= day
                assert not run.truce_day <= day
                assert (run.first_ask_day <= day) == (band == "asked")


@few
@given(runs_of())
def test_who_is_in_contact_is_in_touch_or_beyond(table: pd.DataFrame) -> None:
    days = days_watched(HORIZON, 1.0)
    beyond = ~np.isin(bands_on(table, days), [BANDS.index("asked"), BANDS.index("nothing")])
    contact = table["first_contact_day"].to_numpy()[:, None] <= days
    assert (beyond | ~contact).all()
    settled = table["outcome"].isin(["deal", "truce", "blow_up", "no_deal"]).to_numpy()[:, None]
    by_envoys = settled | table["truce_day"].notna().to_numpy()[:, None]
    assert (contact == beyond)[~np.broadcast_to(by_envoys, beyond.shape)].all()


@pytest.mark.parametrize("name", list_scenarios())
def test_real_runs_begin_alike_and_end_as_counted(name: str) -> None:
    scenario = load_scenario(name)
    table = run_many(scenario, runs=80).table()
    found = standings(table, opens_in(scenario))
    end_as_counted(table, found)
    first = found[found["day"] == 0].set_index("state")["share"]
    assert first[opens_in(scenario)] > 0.9, "but for what happens at the very first hour"


def test_where_the_two_were_in_touch_before_they_begin_so_until_they_lose_touch() -> None:
    scenario = load_scenario("two-leaders")
    dates = [scenario.start - dt.timedelta(days=age) for age in (10, 100)]
    near, far = (vary(scenario, {"at_start.contact": {"date": date.isoformat(), "level": "call"}}) for date in dates)
    assert (opens_in(near), opens_in(far), opens_in(scenario)) == ("in_touch", "nothing", "nothing")
    table = pd.DataFrame(
        {"outcome": ["no_contact"], "outcome_day": [20.0], "first_ask_day": [5.0]}
        | {name: [np.nan] for name in ("first_contact_day", "truce_day")}
    )
    told = [BANDS[place] for place in bands_on(table, np.array([0.0, 19.0, 20.0]), "in_touch")[0]]
    assert told == ["in_touch", "in_touch", "asked"]


def test_a_table_that_keeps_less_tells_none_and_bands_have_names() -> None:
    table = run_many(load_scenario("two-leaders"), runs=3).table()
    assert tells_standings(table)
    assert not tells_standings(table.drop(columns="truce_day"))
    assert not tells_standings(table.assign(outcome_day=np.nan))
    assert not tells_standings(table.head(0))
    assert tuple(band_names()) == BANDS
    assert len(set(band_names().values())) == len(BANDS)

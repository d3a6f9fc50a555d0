"""Both sides, both at once and nobody make up every day, and each share never falls."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from analysis.estimates.first_asks import first_asks, tells_first_asks
from sim.files import load_scenario
from sim.run import run_many
from tests.analysis.estimates.made_runs import runs_of
from tests.generate import few

SIDES = ("cn", "us")


@few
@given(runs_of(alike=True))
def test_shares_sum_to_1_and_never_fall(table: pd.DataFrame) -> None:
    found = first_asks(table, SIDES)
    wide = found.pivot(index="day", columns="state", values="share")
    assert wide.sum(axis=1).to_numpy() == pytest.approx(np.ones(len(wide)))
    assert (wide[["cn", "us", "both"]].diff().dropna() >= -1e-12).all(axis=None)
    for who in (*SIDES, "both"):
        assert wide[who].iloc[-1] == pytest.approx((table["first_ask_by"] == who).mean())


def test_days_that_nobody_is_watched_to_alike_are_left_out() -> None:
    table = pd.DataFrame(
        {"first_ask_day": [3.0, 30.0], "first_ask_by": ["us", "cn"], "horizon_days": [10.0, 60.0], "run": [0, 1]}
    ).assign(seed=0)
    found = first_asks(table, SIDES)
    assert found["day"].max() == 10
    last = found[found["day"] == 10].set_index("state")["share"]
    assert dict(last) == {"cn": 0, "us": 0.5, "both": 0, "nobody": 0.5}


def test_real_runs_agree_with_their_table() -> None:
    table = run_many(load_scenario("two-leaders"), runs=60).table()
    found = first_asks(table, ("aldmark", "verenia"))
    last = found[found["day"] == found["day"].max()].set_index("state")["share"]
    assert last["verenia"] == pytest.approx((table["first_ask_by"] == "verenia").mean())
    assert last["nobody"] == pytest.approx(table["first_ask_day"].isna().mean())
    assert tells_first_asks(table)
    assert not tells_first_asks(table.assign(first_ask_day=np.nan))
    assert not tells_first_asks(table.drop(columns="first_ask_by"))

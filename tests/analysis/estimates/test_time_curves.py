"""Curves as tables: do they rise to the share that got there, each luck counted once?"""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.estimates.time_curves import time_curves
from tests.analysis.synthetic import runs_table

TABLE = runs_table(500)


def test_curves_of_contact_rise_to_the_share_with_contact() -> None:
    curves = time_curves(TABLE, "first_contact_day", 180, by="mediator")
    assert set(curves["group"]) == {"singapore"}
    whole = time_curves(TABLE, "first_contact_day", 180)
    assert whole["reached"].iloc[-1] == pytest.approx(TABLE["first_contact_day"].notna().mean())
    assert whole["day"].iloc[-1] == 180
    assert (whole["reached"].diff().dropna() >= -1e-12).all()


def test_variants_that_share_their_luck_do_not_pass_for_more_runs() -> None:
    few = TABLE.head(40)
    alone, many = (
        time_curves(few, "first_contact_day", 180),
        time_curves(pd.concat([few] * 16), "first_contact_day", 180),
    )
    assert many["reached"].tolist() == pytest.approx(alone["reached"].tolist())
    assert (many["low"] <= alone["low"] + 1e-9).all()
    assert (many["high"] >= alone["high"] - 1e-9).all()

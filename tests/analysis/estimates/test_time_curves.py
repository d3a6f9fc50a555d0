"""Curves as tables: do they rise to the share that got there, each luck counted once?"""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.estimates import kaplan_meier
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


def test_a_curve_is_kaplan_and_meier_s_turned_round_group_by_group() -> None:
    table = TABLE.assign(kind=["late", "early"] * 250)
    found = time_curves(table, "first_contact_day", 180, by="kind")
    assert found.index.tolist() == list(range(len(found)))
    assert found["group"].drop_duplicates().tolist() == ["early", "late"]
    for group, rows in table.groupby("kind"):
        curve = kaplan_meier(rows["first_contact_day"].to_numpy(), 180).curve
        mine = found[found["group"] == group].reset_index(drop=True)
        assert mine["day"].tolist() == curve["day"].tolist()
        assert mine["reached"].tolist() == (1 - curve["survival"]).tolist()
        assert mine["low"].tolist() == (1 - curve["high"]).tolist()
        assert mine["high"].tolist() == (1 - curve["low"]).tolist()
        assert mine["at_risk"].tolist() == curve["at_risk"].tolist()

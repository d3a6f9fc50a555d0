"""Summaries of a table of runs against numbers counted by hand."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from analysis.estimates import MeasureError, kaplan_meier, newcombe_paired, wilson
from analysis.estimates.headlines import (
    by_settings,
    compare,
    headlines,
    outcome_shares,
    time_curves,
    which_mediator,
    who_asks_first,
)
from tests.analysis.synthetic import runs_table

TABLE = runs_table(500)


def test_each_headline_holds_its_estimate() -> None:
    found = headlines(TABLE, 180).set_index("measure")
    finite = found[np.isfinite(found["estimate"])]
    assert (finite["low"] <= finite["estimate"]).all()
    assert (finite["estimate"] <= finite["high"]).all()
    assert (found["runs"] + found["missing"] == 500).all()
    assert found.loc["contact", "estimate"] == pytest.approx(1 - math.exp(-2), abs=0.05)
    assert found.loc["first_contact_days", "estimate"] == pytest.approx(90 * math.log(2), rel=0.15)
    assert found.loc["truce_days", "estimate"] == math.inf


def test_shares_add_up_and_carry_wilsons_interval() -> None:
    shares = outcome_shares(TABLE)
    assert shares["runs"].sum() == 500
    assert shares["share"].sum() == pytest.approx(1)
    row = shares.iloc[0]
    assert (row["low"], row["high"]) == wilson(row["runs"], 500)[1:]
    assert who_asks_first(TABLE)["runs"].sum() == TABLE["first_contact_day"].notna().sum()
    assert which_mediator(TABLE)["share"].sum() == pytest.approx(1)
    assert outcome_shares(TABLE.iloc[:0])["share"].isna().all()


def test_curves_of_contact_rise_to_the_share_with_contact() -> None:
    curves = time_curves(TABLE, "first_contact_day", 180, by="mediator")
    assert set(curves["group"]) == {"singapore"}
    whole = time_curves(TABLE, "first_contact_day", 180)
    assert whole["reached"].iloc[-1] == pytest.approx(TABLE["first_contact_day"].notna().mean())
    assert whole["day"].iloc[-1] == 180
    assert (whole["reached"].diff().dropna() >= -1e-12).all()


def test_the_same_luck_narrows_a_comparison_row_31() -> None:
    """Peer fault 31: the variance ratio of common luck is reported, and above 1."""
    slower = TABLE.assign(first_contact_day=(TABLE["first_contact_day"] + 5).where(lambda days: days <= 180))
    found = compare(TABLE, slower.sample(frac=1, random_state=1), 180).set_index("measure")
    days = found.loc["first_contact_days"]
    assert 0 < days["low"] < days["difference"] < days["high"] <= 5
    assert days["variance_ratio"] > 10
    assert found.loc["outcome_deal", "difference"] == 0


def test_tables_without_a_common_run_are_refused() -> None:
    with pytest.raises(ValueError, match="share no"):
        compare(TABLE, TABLE.assign(seed=9))
    with pytest.raises(ValueError, match="several variants"):
        compare(TABLE, pd.concat([TABLE, TABLE]))


def test_an_empty_side_column_does_not_invent_a_measure() -> None:
    few = TABLE.drop(columns=["truce_day"])
    assert "truce_days" not in set(headlines(few, 180)["measure"])
    assert isinstance(headlines(few, 180), pd.DataFrame)


def test_each_combination_of_settings_has_its_line() -> None:
    table = TABLE.assign(ego=[0.1, 0.9] * 250, clock=["a"] * 250 + ["b"] * 250)
    found = by_settings(table, ["ego", "clock"], "outcome_deal")
    assert found[["ego", "clock"]].to_numpy().tolist() == [[0.1, "a"], [0.1, "b"], [0.9, "a"], [0.9, "b"]]
    assert found["runs"].tolist() == [125] * 4
    first = table[(table["ego"] == 0.1) & (table["clock"] == "a")]
    assert found.loc[0, "estimate"] == (first["outcome"] == "deal").mean()
    assert by_settings(table, ["ego"], "first_contact_days", 180)["estimate"].notna().all()
    for settings in (["none"], []):
        with pytest.raises(MeasureError):
            by_settings(table, settings, "outcome_deal")


def test_variants_that_share_their_luck_do_not_pass_for_more_runs() -> None:
    few = TABLE.head(20)
    many = pd.concat([few] * 30, ignore_index=True)
    alone, pooled = (headlines(table, 180).set_index("measure") for table in (few, many))
    for name in ("outcome_deal", "trough_us"):
        assert pooled.loc[name, "estimate"] == pytest.approx(alone.loc[name, "estimate"])
        width = pooled.loc[name, "high"] - pooled.loc[name, "low"]
        assert width == pytest.approx(alone.loc[name, "high"] - alone.loc[name, "low"], rel=0.35)
    assert np.isnan(pooled.loc["first_contact_days", "low"])
    assert outcome_shares(many)["low"].between(0, 1).all()
    assert who_asks_first(many)["share"].sum() == pytest.approx(1)


def test_what_the_second_setting_has_more_of_is_a_difference_above_zero() -> None:
    """Counted by hand: of ten pairs, two have it under both, four under the second alone, one under the first alone."""
    first, second = TABLE.head(10).copy(), TABLE.head(10).copy()
    first["ever_truce"] = [True] * 3 + [False] * 7
    second["ever_truce"] = [True, True, False] + [True] * 4 + [False] * 3
    found = compare(first, second, 180).set_index("measure").loc["ever_truce"]
    assert (found["first"], found["second"], found["pairs"]) == (0.3, 0.6, 10)
    assert tuple(found[["difference", "low", "high"]]) == newcombe_paired(2, 1, 4, 3)
    assert found["difference"] == pytest.approx(0.3)
    later = compare(first, first.assign(trough_us=first["trough_us"] + 0.1), 180).set_index("measure").loc["trough_us"]
    assert later["difference"] == pytest.approx(0.1)


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

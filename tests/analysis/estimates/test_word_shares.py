"""Shares by a word against numbers counted by hand, and each luck counted once."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.estimates import OUTCOMES, wilson
from analysis.estimates.catalogue import outcome_words
from analysis.estimates.word_shares import outcome_shares, which_mediator, who_asks_first
from tests.analysis.synthetic import runs_table

TABLE = runs_table(500)


def test_shares_add_up_and_carry_wilsons_interval() -> None:
    shares = outcome_shares(TABLE)
    assert shares["runs"].sum() == 500
    assert shares["share"].sum() == pytest.approx(1)
    row = shares.iloc[0]
    assert (row["share"], row["low"], row["high"]) == wilson(row["runs"], 500).numbers
    assert who_asks_first(TABLE)["runs"].sum() == TABLE["first_contact_day"].notna().sum()
    assert which_mediator(TABLE)["share"].sum() == pytest.approx(1)
    assert outcome_shares(TABLE.iloc[:0])["share"].isna().all()


@pytest.mark.parametrize("table", [outcome_shares, who_asks_first, which_mediator])
def test_variants_that_share_their_luck_do_not_pass_for_more_runs(table: object) -> None:
    assert callable(table)
    alone, many = table(TABLE), table(pd.concat([TABLE] * 16))
    assert many["share"].tolist() == pytest.approx(alone["share"].tolist())
    assert many["lucks"].tolist() == alone["lucks"].tolist()
    assert (many["low"] <= alone["low"] + 1e-9).all()
    assert (many["high"] >= alone["high"] - 1e-9).all()


def test_shares_of_four_runs_by_hand() -> None:
    table = TABLE.head(4).assign(
        outcome=["deal", "no_contact", "truce", "deal"],
        first_contact_day=[10.0, None, 30.0, 20.0],
        first_contact_asked_by=["us", "us", "both", None],
        mediator=["oslo", None, "", "bern"],
    )
    ends = outcome_shares(table).set_index("outcome")
    assert ends["runs"].to_dict() == dict.fromkeys(OUTCOMES, 0) | {"deal": 2, "no_contact": 1, "truce": 1}
    assert ends.loc["deal", ["share", "low", "high"]].tolist() == list(wilson(2, 4).numbers)
    assert ends["title"].to_dict() == outcome_words()
    asked = who_asks_first(table)
    assert asked["first_contact_asked_by"].tolist() == ["cn", "us", "both", "nobody"]
    assert asked["runs"].tolist() == [0, 1, 1, 1], "the run without contact was asked by nobody that counts"
    third = which_mediator(table)
    assert third[["mediator", "runs", "share"]].to_numpy().tolist() == [
        ["bern", 1, 0.25], ["oslo", 1, 0.25], ["nobody", 2, 0.5],
    ]  # fmt: skip
    assert third["lucks"].tolist() == [4, 4, 4]


def test_an_unknown_outcome_is_in_no_class() -> None:
    table = TABLE.head(4).assign(outcome=pd.array(["deal", None, "truce", None], dtype="string"))
    assert outcome_shares(table).set_index("outcome")["runs"].sum() == 2

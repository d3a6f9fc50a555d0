"""Shares by a word against numbers counted by hand, and each luck counted once."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.estimates import wilson
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

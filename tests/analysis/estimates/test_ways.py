"""Branches sum to what they grow from: runs, shares and runs out of a hundred."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given

from analysis.estimates.shares import share
from analysis.estimates.ways import paths_of, ways
from sim.files import load_scenario
from sim.narrative.case_words import words_of
from sim.run import run_many
from tests.analysis.estimates.made_runs import runs_of
from tests.generate import few


def sums(found: pd.DataFrame, runs: int) -> None:
    for parent, grown in found.groupby("parent"):
        root = parent == ""
        whole = found.set_index("branch").loc[parent] if not root else None
        assert grown["runs"].sum() == (runs if root else whole["runs"])
        assert grown["hundred"].sum() == (100 if root else whole["hundred"])
        assert grown["share"].sum() == pytest.approx(1 if root else whole["share"])


@few
@given(runs_of())
def test_branches_sum_to_what_they_grow_from(table: pd.DataFrame) -> None:
    found = ways(Counter(paths_of(table)))
    sums(found, len(table))
    for outcome, leaves in found[found["depth"] == 3].groupby(found["branch"].str.split("/").str[-1]):
        assert leaves["runs"].sum() == (table["outcome"] == outcome).sum()
    first = found[found["branch"] == "contact"]
    if len(first):
        made = share(table["first_contact_day"].notna().astype(float), table["run"])
        assert tuple(first.iloc[0][["share", "low", "high"]]) == pytest.approx(made.numbers)
        assert abs(first.iloc[0]["hundred"] - 100 * made.value) < 1


def test_real_runs_in_words_of_their_case() -> None:
    scenario = load_scenario("us-china-2025")
    table = run_many(scenario, runs=100).table()
    found = ways(Counter(paths_of(table)), words_of(scenario))
    sums(found, 100)
    assert found.iloc[0]["title"] == "contact of the leaders"
    assert found["parent"].tolist()[1:3] == ["contact", "contact/agreed"], "what grows from a branch stands after it"

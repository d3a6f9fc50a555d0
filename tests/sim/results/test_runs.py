"""Does a table of runs say in words and days what the engine counted in codes?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sim.files import ScenarioError, load_scenario, vary
from sim.results.runs import Variants, joined
from sim.run import run_many, run_one
from sim.state.summary_columns import HEAD, Kind
from sim.vocabulary import actions as a
from sim.vocabulary import outcomes
from sim.vocabulary.milestones import EVER
from tests.agreement.tables import digest

BASE = load_scenario("us-dprk-2019")
RUNS = run_many(BASE, seed=1, runs=200)


def test_codes_become_words() -> None:
    table = RUNS.columns()
    assert set(table["outcome"]) <= set(outcomes.WORDS)
    assert set(table["first_contact_asked_by"]) <= {*BASE.leaders, *BASE.mediators, "both", ""}
    assert set(table["mediator"]) <= {*BASE.mediators, ""}
    assert {"letter", "call", "summit", "talks"} >= set(table["first_contact_level"]) - {""}
    for name in (name for name, kind in HEAD if kind is Kind.day):
        assert not (table[name] < 0).any()
    for name in EVER:
        assert table[f"ever_{name}"].dtype == bool


def test_days_that_never_came_are_missing() -> None:
    table = RUNS.columns()
    assert np.isnan(table["deal_day"]).tolist() == (table["outcome"] != "deal").tolist()
    assert (
        np.isnan(table["first_contact_day"]).tolist() == (table["first_contact_asked_by"] == "").tolist()
        or (table["first_contact_level"][np.isnan(table["first_contact_day"])] == "").all()
    )


def test_pandas_and_arrow_hold_the_same_table() -> None:
    arrow = pytest.importorskip("pyarrow")
    table, other = RUNS.table(), RUNS.arrow()
    assert isinstance(other, arrow.Table)
    assert list(table) == other.column_names
    assert len(table) == other.num_rows == len(RUNS)
    assert {f"{action}_count_us" for action in a.WORDS} <= set(table)


def test_rows_of_different_casts_share_a_table() -> None:
    other = load_scenario("two-leaders")
    runs = run_many([BASE, other], seed=1, runs=5)
    table = runs.table()
    assert table[table["row"] == 1]["trough_us"].isna().all()
    assert table[table["row"] == 0]["trough_aldmark"].isna().all()
    assert runs[7].equals(run_one(other, seed=1, run=2, parameters="drawn"))
    assert set(table[table["row"] == 1]["first_contact_asked_by"]) <= {*other.leaders, *other.mediators, "both", ""}


def test_it_can_be_walked_and_named() -> None:
    few = run_many(BASE, seed=1, runs=3)
    assert [told.run for told in few] == [0, 1, 2]
    assert repr(few) == "<Runs of us-dprk-2019: 3 entries, seed=1, drawn>"
    assert few[-1].run == 2


def test_variants_are_made_when_they_are_asked_for() -> None:
    variants = Variants(BASE, {"leaders.us.ego": [0.1, 0.9]})
    assert len(variants) == 2
    assert variants[1] == vary(BASE, {"leaders.us.ego": 0.9})
    assert variants[0:2] == [variants[0], variants[1]]
    with pytest.raises(ScenarioError, match="ego"):
        variants.check({"leaders.us.ego": 7.0})


def test_parts_of_one_question_are_joined_in_order() -> None:
    whole = run_many("us-dprk-2019", seed=2, runs=12, pictures=True)
    parts = [
        run_many("us-dprk-2019", seed=2, runs=count, first_run=first, pictures=True)
        for first, count in ((0, 5), (5, 1), (6, 6))
    ]
    assert digest(joined(parts)) == digest(whole)
    assert joined(parts[:1]) is parts[0]
    assert not joined(parts).partial
    assert joined([parts[0], replace(parts[1], partial=True)]).partial

"""Pictures of many runs say what their tables say, in the words and names of the case, with dates."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest

from analysis.documents.many_worlds import (
    asking_picture,
    contact_title,
    dots_picture,
    standing_picture,
    told_day,
    ways_picture,
)
from analysis.documents.wording import with_interval
from analysis.estimates.first_asks import first_asks
from analysis.estimates.standings import opens_in, standings
from analysis.estimates.ways import paths_of, ways
from analysis.estimates.word_shares import outcome_shares
from sim.files import list_scenarios, load_scenario
from sim.narrative.case_words import words_of
from sim.run import run_many
from sim.scenario import Scenario


@pytest.fixture(scope="module", params=list_scenarios())
def case(request: pytest.FixtureRequest) -> tuple[Scenario, pd.DataFrame]:
    scenario = load_scenario(request.param)
    return scenario, run_many(scenario, runs=60).table()


def test_the_title_of_the_areas_is_the_share_of_an_outcome(case: tuple[Scenario, pd.DataFrame]) -> None:
    scenario, table = case
    words = words_of(scenario)
    found = standing_picture(standings(table, opens_in(scenario)), words, scenario.start.isoformat())
    shares = outcome_shares(table, words).set_index("outcome")
    top = max(("deal", "truce", "blow_up"), key=lambda name: shares.loc[name, "share"])
    row = shares.loc[top]
    assert found.figure.title.startswith(with_interval("share", row["share"], row["low"], row["high"]))
    assert found.figure.start == scenario.start.isoformat()
    assert len(found.numbers.rows) == 7
    assert all(gap not in found.told for gap in "{}")


def test_dots_sum_to_a_hundred_and_are_named(case: tuple[Scenario, pd.DataFrame]) -> None:
    scenario, table = case
    found = dots_picture(outcome_shares(table), words_of(scenario), "lucks")
    dots = pd.DataFrame(found.figure.shares)
    assert dots["hundred"].sum() == 100
    assert ((dots["hundred"] - 100 * dots["share"]).abs() < 1).all()
    assert found.figure.title.startswith(f"Of 100 lucks, {dots['hundred'].max()} end ")


def test_the_tree_speaks_of_its_own_numbers(case: tuple[Scenario, pd.DataFrame]) -> None:
    scenario, table = case
    branches = ways(Counter(paths_of(table)), words_of(scenario))
    found = ways_picture(branches, words_of(scenario))
    first = branches.loc[branches["branch"] == "contact", "hundred"].sum()
    assert found.figure.title.startswith(f"Of 100 runs {first} see contact of the leaders")
    assert len(found.numbers.rows) == len(branches)


def test_who_asks_first_is_called_by_name_and_makes_up_all_with_nobody() -> None:
    table = run_many(load_scenario("us-china-2025"), runs=80).table()
    found = asking_picture(first_asks(table, ("china", "us")), {"us": "United States", "china": "China"})
    assert found.figure.title.startswith("The United States asks first in ")
    assert set(pd.DataFrame(found.figure.curves)["group"]) <= {"United States", "China", "both at once"}
    curves = pd.DataFrame(found.figure.curves)
    assert set(curves.loc[curves["group"] == "United States", "place"]) == {1}
    assert sum(found.numbers.column("share")) == pytest.approx(1)
    assert "nobody" in found.numbers.column("")


def test_where_no_run_settles_nothing_is_claimed() -> None:
    table = run_many(load_scenario("two-leaders"), runs=4).table().assign(outcome="no_contact")
    table = table.assign(first_contact_day=float("nan"), truce_day=float("nan"))
    assert standing_picture(standings(table)).figure.title == "No run ends with a deal or a truce, or broken off"


def test_contact_is_told_by_date_with_its_interval() -> None:
    told = contact_title((30.0, 25.0, float("inf")), 0.4, start="2025-04-18")
    assert told == "In half of the runs the leaders are in contact by 18 May 2025 (13 May 2025 to never)"
    assert contact_title((float("inf"),) * 3, 0.4) == "The leaders are in contact in no more than 40% of runs"
    assert told_day("", 12.4) == "day 12"

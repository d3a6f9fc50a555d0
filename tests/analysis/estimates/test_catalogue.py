"""Which measures a table gives, and that they hang together."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.estimates import OUTCOMES, Kind, MeasureError, headline_names, measure, measures, sides
from analysis.estimates.catalogue import day_column, measures_of, outcome_clauses, outcome_verbs
from sim.files import load_scenario
from sim.narrative.case_words import words_of
from sim.run import run_many
from sim.vocabulary.wording import Wording
from tests.analysis.synthetic import runs_table

TABLE = runs_table(300)


def test_every_measure_has_words_and_one_number_a_run() -> None:
    for name, found in measures(TABLE).items():
        values = found.values(TABLE)
        assert found.name == name
        assert found.title
        assert found.unit
        assert found.meaning.endswith(".")
        assert values.dtype == np.float64
        assert values.shape == (300,)
        if found.kind is Kind.share:
            assert set(np.unique(values[~np.isnan(values)])) <= {0.0, 1.0}
        assert np.isinf(values).sum() == 0


def test_outcomes_share_out_all_runs_and_asking_first_all_contacts() -> None:
    outcomes = sum(measure(TABLE, f"outcome_{name}").values(TABLE) for name in OUTCOMES)
    assert (outcomes == 1).all()
    asked = sum(measure(TABLE, f"asks_first_{who}").values(TABLE) for who in (*sides(TABLE), "both", "mediator"))
    met = measure(TABLE, "contact").values(TABLE) == 1
    assert (asked[met] == 1).all()
    assert np.isnan(asked[~met]).all()


def test_sides_mediators_and_issues_are_recognised() -> None:
    assert sides(TABLE) == ["cn", "us"]
    assert {"mediator_singapore", "settlement_tariffs", "trough_us", "peak_pressure_cn"} <= set(measures(TABLE))
    assert {"outcome_no_contact", "first_contact_days", "contact"} <= set(headline_names(TABLE))


def test_a_misspelt_measure_is_answered_with_near_ones() -> None:
    with pytest.raises(MeasureError, match="did you mean outcome_deal"):
        measure(TABLE, "outcome_deals")
    with pytest.raises(MeasureError, match="it has outcome_deal"):
        measure(TABLE, "zzz")


def test_a_scenario_has_the_measures_of_its_runs() -> None:
    scenario = load_scenario("us-china-2025")
    table = run_many(scenario, runs=3).table()
    assert list(measures_of(scenario)) == list(measures(table, scenario.mediators))
    assert day_column("first_contact_days") == "first_contact_day"


def test_either_side_is_known_by_any_of_its_columns() -> None:
    assert sides(TABLE[["trough_us", "trough_cn"]]) == ["cn", "us"]


@pytest.mark.parametrize("name", list(measures(TABLE)))
def test_every_measure_has_its_words(name: str) -> None:
    found = measures(TABLE)[name]
    assert found.title
    assert found.unit
    assert found.meaning.endswith(".")
    assert found.label({"us": "America"}).count("{}") == 0
    assert found.subject[:1].islower()


def test_a_blank_names_no_mediator() -> None:
    table = runs_table(3).assign(mediator=["oslo", "", None])
    assert measure(table, "mediated").values(table).tolist() == [1.0, 0.0, 0.0]
    assert measure(table, "mediator_oslo").values(table).tolist() == [1.0, 0.0, 0.0]


@pytest.mark.parametrize("case", ["us-china-2025", "two-leaders", "camp-david-1978"])
def test_every_measure_makes_a_clause_that_has_the_amount_once_and_no_gap(case: str) -> None:
    scenario = load_scenario(case)
    for found in measures_of(scenario).values():
        said = found.said("AMOUNT", dict.fromkeys(scenario.leaders, "Atlantis"))
        assert said.count("AMOUNT") == 1
        assert not {"{", "}"} & set(said), said
        assert found.about not in scenario.leaders or "Atlantis" in said
        assert (found.unit == "share of runs") == said.endswith("in AMOUNT of runs")


def test_clauses_are_in_words_of_the_case() -> None:
    scenario = load_scenario("two-leaders")
    words = type(words_of(scenario))(given={"summit": Wording("parley"), "deal": Wording("treaty")})
    table = runs_table(3)
    said = [found.said("1", {}) for found in measures(table, words=words).values()]
    assert not [text for text in said if "summit" in text.split() or "deal" in text.split()]
    assert any("treaty" in text for text in said)


def test_what_is_broken_off_is_so_and_the_rest_ends_so() -> None:
    assert outcome_clauses()["deal"] == "it ended with a deal"
    assert outcome_clauses()["blow_up"] == "it was broken off at the end"
    assert outcome_verbs()["truce"] == "end with a truce in force"
    assert outcome_verbs()["blow_up"] == "are broken off at the end"
    assert measure(runs_table(3), "outcome_blow_up").said("5%", {}) == "it was broken off at the end in 5% of runs"

"""Measures in sentences."""

from __future__ import annotations

from analysis.documents.spoken import phrase, setting, unit, value
from analysis.estimates import measures
from tests.analysis.synthetic import runs_table

KNOWN = measures(runs_table(10))


def test_phrases_values_and_units() -> None:
    assert phrase(KNOWN["outcome_deal"]) == "the share of runs that end with a deal"
    assert phrase(KNOWN["ever_summit"]) == "the share of runs in which the leaders met in person"
    assert value(KNOWN["outcome_deal"], 0.41) == "41%"
    assert value(KNOWN["first_contact_days"], 41.2) == "41 days"
    assert value(KNOWN["peak_pressure_us"], 41.23) == "41.2 points"
    assert unit(KNOWN["first_contact_days"]).startswith("days, ")
    assert (setting(0.6000000000000001), setting("all"), setting(3)) == ("0.6", "all", "3")

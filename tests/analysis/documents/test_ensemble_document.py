"""Is an ensemble told within 80 columns and on a whole page, whatever it holds and whatever its names are?"""

from __future__ import annotations

import pytest
from hypothesis import given

from analysis.documents.cells import cell
from analysis.documents.document import POINTS, Quantity
from analysis.documents.ensemble_document import ensemble_document, heading
from analysis.documents.html_writing import html_page
from analysis.documents.terminal_writing import section_lines
from analysis.figures.characters import Canvas
from analysis.figures.told_shares import interval_told
from sim.files import list_scenarios, load_scenario
from sim.narrative.case_words import PLAIN
from sim.scenario import Scenario
from sim.vocabulary import milestones
from sim.vocabulary.outcomes import HEADING, OutcomeClass
from tests.analysis.documents.page_reader import read
from tests.analysis.estimates.examples import found_in
from tests.generate import few, scenarios


@pytest.mark.parametrize("name", list_scenarios())
def test_shipped_scenarios_fit(name: str) -> None:
    scenario = load_scenario(name)
    found = found_in(scenario)
    lines = [*heading(found, scenario), *section_lines(ensemble_document(found, scenario).sections)]
    assert not [line for line in lines if len(line) > 80]
    assert "stopped early: 60 of 120 runs" in " ".join(lines[:3])
    parts = (
        HEADING,
        milestones.HEADING,
        "Who asks first",
        "Who brings them together",
        "Worst market fall",
        "by day (Kaplan-Meier)",
    )
    for part in (
        *parts,
        *(PLAIN[row].noun for row in OutcomeClass),
        *(PLAIN.fill(row.phrase) for row in milestones.ROWS),
    ):
        assert any(part in line for line in lines), part


@few
@given(scenario=scenarios(8))
def test_any_scenario_is_told(scenario: Scenario) -> None:
    lines = list(section_lines(ensemble_document(found_in(scenario, 4), scenario).sections, Canvas(ascii_only=True)))
    names = [
        scenario.title,
        *(m.name for m in scenario.mediators.values()),
        *(i.name for i in scenario.issues.values()),
    ]
    plain = all(name.isascii() and name.isprintable() for name in names)
    assert not plain or not [line for line in lines if len(line) > 80 and line.isascii()]


@pytest.mark.parametrize("name", list_scenarios())
def test_the_page_says_what_the_terminal_says(name: str) -> None:
    scenario = load_scenario(name)
    found = found_in(scenario)
    document = ensemble_document(found, scenario, on_page=True)
    text = html_page(document)
    page = read(text)
    said = " ".join(page.text)
    assert page.tags.count("table") >= 4
    asks = zip(found["first_asks"]["state"], found["first_asks"]["share"], strict=True)
    has_asks = any(share for who, share in asks if who != "nobody")
    assert page.tags.count("figure") == 7 + has_asks
    assert "60 runs, stopped early of 120 asked, seed 0" in said
    assert not {"script", "link"} & set(page.tags)
    for share in found["outcomes"].values():
        assert interval_told(share[end] for end in ("share", "low", "high")) in said
    for row in found["peak_pressure"].values():
        assert cell(Quantity(POINTS, row["mean"], row["low"], row["high"]), is_page=True) in said
        assert cell(Quantity(POINTS, None, row["p05"], row["p95"]), is_page=True) in said


@few
@given(scenario=scenarios(8))
def test_any_scenario_makes_a_whole_page(scenario: Scenario) -> None:
    page = read(html_page(ensemble_document(found_in(scenario, 4), scenario)))
    assert all(address.startswith("#") for address in page.addresses)


def test_no_deal_is_said() -> None:
    scenario = load_scenario("two-leaders")
    found = found_in(scenario)
    found["outcomes"]["deal"] = {**found["outcomes"]["deal"], "runs": 0}
    document = ensemble_document(found, scenario)
    assert "No run ended in a deal." in list(section_lines(document.sections))
    assert "<p>No run ended in a deal.</p>" in html_page(document)

"""Every document that is made keeps to what must be true of pages; and a page that does not is found out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("altair")
pytest.importorskip("scipy")

from analysis.documents import Counterfactual, run_document, study_document
from analysis.documents.cells import cell, row_cells
from analysis.documents.compared_document import compared_document
from analysis.documents.document import (
    PART,
    POINTS,
    SHARE,
    Document,
    Form,
    Picture,
    Prose,
    Quantity,
    Section,
    Table,
)
from analysis.documents.ensemble_document import ensemble_document
from analysis.documents.wording import with_interval
from analysis.estimates.paired_runs import Parted, differences, median_days, run_pairs
from analysis.figures.figure import ShareBars
from sim.files import list_scenarios, load_scenario, vary
from sim.run import run_many, run_one
from sim.scenario import Scenario
from tests.analysis.documents.made import CHOICE, FACTORS, made_study
from tests.analysis.documents.page_truths import untruths
from tests.analysis.documents.test_compared_document import HEAD
from tests.analysis.estimates.examples import found_in
from tests.generate import few, scenarios

CASE = load_scenario("two-leaders")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("grid", {}),
        ("lhs", {"points": 64}),
        pytest.param("saltelli", {"base": 32}, marks=pytest.mark.nightly),
        ("morris", {"trajectories": 12}),
    ],
)
def test_reports_on_studies_of_every_design(kind: str, options: dict[str, int]) -> None:
    folder = made_study(kind, **options)
    assert untruths(study_document(folder), folder.study.recipe.scenario) == []


def test_a_report_on_a_study_of_named_settings() -> None:
    folder = made_study("grid", (FACTORS[0], CHOICE))
    assert untruths(study_document(folder), folder.study.recipe.scenario) == []


@pytest.mark.slow
def test_a_report_on_a_run() -> None:
    assert untruths(run_document(run_one(CASE, seed=1)), CASE) == []


@pytest.mark.nightly
@pytest.mark.parametrize("case", ["two-leaders", "us-china-2025"])
def test_reports_on_a_run_beside_other_lucks_and_settings(case: str) -> None:
    scenario = load_scenario(case)
    without = vary(scenario, {"mediators": {}})
    others, changed = (run_many(one, seed=1, runs=20, pictures=True) for one in (scenario, without))
    instead = Counterfactual(("mediators={}",), run_one(without, seed=1), changed)
    assert untruths(run_document(run_one(scenario, seed=1), others, instead), scenario) == []


def test_a_comparison_of_two_settings() -> None:
    scenario = load_scenario("us-dprk-2019")
    pair = vary(scenario, {"leaders.us.ego": 0.1}), scenario
    pairs = run_pairs(pair, 0, 60, "drawn", None, lambda _: None)
    found, parted = differences(pairs, float(scenario.horizon_days)), Parted(60, 0.9, 1.0, 7.0, 30.0, 4)
    assert untruths(compared_document(found, median_days(pairs, 0), parted, pair, HEAD), scenario) == []


@pytest.mark.parametrize("case", list_scenarios())
def test_many_runs_of_every_shipped_case(case: str) -> None:
    scenario = load_scenario(case)
    assert untruths(ensemble_document(found_in(scenario), scenario), scenario) == []


@pytest.mark.nightly
@settings(few, max_examples=20)
@given(scenarios())
def test_many_runs_of_any_case(scenario: Scenario) -> None:
    assert untruths(ensemble_document(found_in(scenario, runs=8), scenario), scenario) == []


def page_of(*blocks: object, title: str = "A page") -> Document:
    return Document("a page", title, "", (), (Section("A section", tuple(blocks)),), "", "")


def of(text: str) -> list[str]:
    return untruths(page_of(Prose((text,))), CASE)


@pytest.mark.parametrize(
    "text",
    [
        "The leaders meet in 41% (39% to 43%) of runs, 12 days (9 to 14) sooner.",
        "It rises by 0.012 (0.009 to 0.015).",
        "Deals fall by 12 points (-18 to -6); markets by 100%.",
        "Make it again with climbdown sweep two-leaders --set leaders.verenia.ego=1.",
        "Verenia asks first; the well-known two-leaders; and/or; page.html; 4,170 (2,600 to 5,800).",
    ],
)
def test_what_is_true_passes(text: str) -> None:
    assert of(text.replace("-18 to -6", "6 to 18")) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("They meet in 41.3% (20.1% to 60.2%) of runs.", "finer than its interval"),
        ("It takes 12.25 days (9.11 to 14.32).", "finer than its interval"),
        ("It takes 22 days (9 to 14).", "outside its interval"),
        ("All of 100.4% of runs.", "above 100%"),
        ("It is leaders.verenia.ego that counts.", "a path"),
        ("It is face_need that counts.", "an identifier"),
        ("Most often asks verenia.", "an id"),
    ],
)
def test_what_is_not_true_is_found(text: str, fault: str) -> None:
    assert [found.partition(":")[0] for found in of(text)] == [fault]
    assert len(untruths(page_of(title=text), CASE)) == 1, "titles are read too"
    assert len(untruths(page_of(Table((text,), ((text,),))), CASE)) == 1, "and tables"


def test_bars_without_intervals_are_found() -> None:
    shares = {"title": ["deal"], "share": [0.4], "runs": [4]}
    (found,) = untruths(page_of(Picture(ShareBars(shares, "How?"))))
    assert found.startswith("no interval in what is drawn from")
    whole = ShareBars({**shares, "low": [0.2], "high": [0.6]}, "How?")
    assert untruths(page_of(Picture(whole))) == []
    (found,) = untruths(page_of(Picture(whole, numbers=Table(("title", "share"), (("deal", 0.4),)))))
    assert found.startswith("no interval in what is told")


@pytest.mark.parametrize(
    ("title", "told", "faults"),
    [
        ("40% (21% to 60%) of runs end with a deal", "It is 40% (21% to 60%).", 0),
        ("In 40% of runs it ends with a deal, in 60% (44% to 74%) it does not", "", 0),
        ("In 73% (52% to 88%) the leaders meet", "", 0),
        ("41% of runs end with a deal", "", 1),
        ("A deal", "In 40% (20% to 60%) of runs it ends with a deal.", 1),
        ("A deal", "In 40% (44% to 74%) of runs.", 2),
        ("A deal", "Intervals are 95% intervals.", 0),
    ],
)
def test_a_share_that_is_not_that_of_its_picture_is_found(title: str, told: str, faults: int) -> None:
    shares = {"title": ["deal", "none"], "share": [0.4, 0.6], "low": [0.2081, 0.4416], "high": [0.5984, 0.7412]}
    beside = Table(("", "share"), (("a meeting", "73% (52% to 88%)"),))
    found = untruths(page_of(Picture(ShareBars(shares, title), told), beside))
    assert len(found) == faults, found
    assert all(fault.startswith(("in no row of its picture", "outside its interval")) for fault in found)


def test_a_difference_that_is_not_what_stands_beside_it_is_found() -> None:
    heads = ("", "A", "B", "B - A", "95% interval")
    assert untruths(page_of(Table(heads, (("deal", "18%", "3%", "-15*", "-19 to -11"),)))) == []
    (found,) = untruths(page_of(Table(heads, (("deal", "18%", "3%", "-14*", "-19 to -11"),))))
    assert "is not -14" in found


NUMBERS = st.floats(-1e5, 1e5, allow_subnormal=False).map(lambda number: round(number, 6))
SHARES = st.tuples(*[st.floats(0, 1)] * 3).map(sorted)


@given(SHARES)
def test_any_share_with_its_interval_is_told_in_digits_that_it_deserves(three: list[float]) -> None:
    low, value, high = three
    assert of(with_interval("share", value, low, high)) == []
    for form in (SHARE, Form(".1%", ".2%")):
        assert of(cell(Quantity(form, value, low, high), is_page=True)) == []
    told = row_cells(Table(("", "share", "low", "high"), ()), ("deal", value, low, high))
    assert of(f"{told[1]} ({told[2]} to {told[3]})") == []


@given(st.tuples(*[NUMBERS] * 3).map(sorted))
def test_any_amount_with_its_interval_is_told_in_digits_that_it_deserves(three: list[float]) -> None:
    low, value, high = three
    for kind in ("amount", "days"):
        assert of(with_interval(kind, value, low, high)) == []
    for form in (POINTS, PART):
        assert of(cell(Quantity(form, value, low, high), is_page=True).replace("--", "- -")) == []
    told = row_cells(Table(("", "estimate", "low", "high"), ()), ("days", value, low, high))
    assert of(f"{told[1]} ({told[2]} to {told[3]})") == []

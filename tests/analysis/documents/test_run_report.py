"""The report on a run: how it went, why, and what one change does; every number from the record."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.documents import Counterfactual, page, run_document
from analysis.documents.differing import every_difference
from analysis.documents.document import Commands, Diary, Document, Note, Picture, Table
from analysis.documents.html_writing import html_page
from analysis.estimates.measure_differences import measure_differences
from analysis.figures.figure import FanChart, ShareBars
from sim.files import load_scenario, vary
from sim.narrative.case_words import PLAIN
from sim.narrative.cast import Cast
from sim.run import run_many, run_one
from tests.analysis.synthetic import runs_table

CHANGE = "leaders.verenia.ego=0.1"


@pytest.fixture(scope="module")
def told() -> object:
    return run_one("two-leaders", seed=3)


@pytest.fixture(scope="module")
def document(told: object) -> Document:
    changed = run_one(vary(load_scenario("two-leaders"), {"leaders.verenia.ego": 0.1}), seed=3)
    return run_document(told, None, Counterfactual((CHANGE,), changed), "two-leaders")


def blocks(document: Document, kind: type) -> list:
    return [block for section in document.sections for block in section.blocks if isinstance(block, kind)]


def test_the_outcome_comes_first(told: object, document: Document) -> None:
    assert PLAIN.fill(told.outcome.outcome_class.ending) in document.answer[0]
    first = told.outcome.first_contact
    asker = Cast(told.scenario).anyone(first.asked_by)
    assert f"asked for by {asker}" in document.answer[1]
    assert f"{asker} asked for a call rather than" in document.answer[1], "who asked, and why"
    assert sum(map(len, document.answer)) < 600, "an answer is read at a glance"
    assert "ego of Teodor Vask at 0.1" in document.answer[-1]
    assert "model's world" in document.caveat
    assert [section.heading for section in document.sections][:3] == [
        "How it went", "Why: the decisions behind it", "What one change does under the same luck",
    ]  # fmt: skip
    assert blocks(document, Diary)


def test_the_commands_make_it_again(document: Document) -> None:
    (commands,) = blocks(document, Commands)
    assert commands.lines[1] == "climbdown run two-leaders --seed 3 --run 0 --parameters central"
    assert commands.lines[2].endswith(f"--set {CHANGE}")


def test_the_page_holds_it_all(document: Document) -> None:
    text = page(document)
    assert len(text) < 3_000_000
    assert text.count("<figure") == len(blocks(document, Picture)) >= 3


@pytest.mark.parametrize("seed", range(6))
def test_any_run_can_be_reported(seed: int) -> None:
    document = run_document(run_one("us-dprk-2019", seed=seed))
    assert document.answer[0].startswith("Where it stands")
    assert blocks(document, Picture)


def test_differences_of_shares_are_points() -> None:
    first, scenario = runs_table(200), load_scenario("us-dprk-2019")
    found = measure_differences(first, first.assign(outcome="deal"), 180)
    table: Table = every_difference(found, (scenario, scenario))
    row = next(row for row in table.rows if row[0] == "Ends in: deal")
    assert row[1] == "percentage points"
    assert row[3] == "100%"
    assert row[4].startswith("+")


@pytest.fixture(scope="module")
def with_lucks(told: object) -> Document:
    return run_document(told, run_many("two-leaders", 3, 20, pictures=True), None, "two-leaders")


def test_what_the_table_tells_has_no_figure_of_its_own_and_that_is_said(with_lucks: Document) -> None:
    figures = [block.figure for block in blocks(with_lucks, Picture)]
    fans = [figure for figure in figures if isinstance(figure, FanChart)]
    assert [all(name.endswith(".pressure") for name in figure.names) for figure in fans] == [True]
    assert not [figure for figure in figures if isinstance(figure, ShareBars)]
    notes = [block.text for block in blocks(with_lucks, Note)]
    assert sum("market falls is told in the table of every measure" in text for text in notes) == 1


def test_long_tables_are_opened_when_asked_for_and_name_the_command_that_gives_them(with_lucks: Document) -> None:
    folded = [block for block in blocks(with_lucks, Table) if len(block.rows) > 12]
    assert {block.folded.split(" --")[0] for block in folded} == {
        "climbdown ensemble two-leaders -n 20", "climbdown show two-leaders",
    }  # fmt: skip
    text = html_page(with_lucks, draw=lambda _block, _place: iter(()))
    assert text.count('class="on-paper"') == len(folded)

"""Conditions are sought for an outcome that is neither rare nor usual, and told with their numbers."""

from __future__ import annotations

import pytest

pytest.importorskip("scipy")

from analysis.discovery import Plan, discover
from analysis.documents.conditions import conditions, path_figure, small
from analysis.documents.document import Picture, Prose, Table
from analysis.documents.factor_names import FactorNames
from analysis.figures.figure import BoxPath
from tests.analysis.documents.made import made_study

STUDY = made_study("lhs", points=60, replications=12)
NAMES = FactorNames.of_study(STUDY.study)


def test_the_box_that_was_put_in_is_found_and_drawn() -> None:
    found = conditions(STUDY.table_of_rows, ["ego", "caution"], names=NAMES)
    assert found.section is not None
    assert found.section.heading == "When runs end with no contact"
    assert "sense of own greatness" in found.answer[0] or "ego" in found.answer[0]
    assert found.answer[0].startswith("It ended with no contact in ")
    picture, box, tree = (block for block in found.section.blocks if isinstance(block, Picture | Table))
    assert isinstance(picture.figure, BoxPath)
    assert picture.figure.title + "." != found.answer[0]
    assert any(NAMES.of("ego") in limit for limit in box.column("limit"))
    assert tree.heads == ("when", "runs", "share of cases", "part of all cases", "apart from all runs")
    assert "yes" in tree.column("apart from all runs")


def test_a_figure_of_a_search_says_what_its_text_says() -> None:
    found = discover(STUDY.table_of_rows, ["ego", "caution"], "outcome == 'no_contact'", 1, Plan(shuffles=19))
    (finding,) = found.findings
    figure = path_figure(found, finding, NAMES)
    held = figure.steps[figure.steps["half"] == "held out"]
    assert len(held) == len(finding.steps)
    assert (held["low"] <= held["density"]).all()
    assert figure.chosen["density"] == [finding.held.density.value]
    assert f"{finding.held.density.value:.0%}" in figure.title
    assert (figure.band["coverage"] > 0).all()


def test_too_few_lucks_are_said_in_place_of_a_box() -> None:
    found = conditions(made_study("lhs", points=100).table_of_rows, ["ego", "caution"])
    assert found.section is not None
    (said,) = found.section.blocks
    assert isinstance(said, Prose)
    assert "No conditions are given: the study has 4 lucks" in said.paragraphs[0]
    assert found.answer == ()


def test_nothing_to_ask_gives_no_section() -> None:
    rows = made_study("grid").table_of_rows
    assert conditions(rows.assign(outcome="deal"), ["ego"]) == (None, ())
    assert conditions(rows.assign(ego=0.5), ["ego"]) == (None, ())


def test_small_chances() -> None:
    assert (small(0.0), small(0.0123)) == ("below 0.0001", "0.0123")

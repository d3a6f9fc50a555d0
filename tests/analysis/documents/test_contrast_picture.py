"""Does the figure of a contrast show both sides along the factor that matters, with the numbers of the answer?"""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.documents.contrast_answer import FoundContrast, found_contrast
from analysis.documents.contrast_picture import contrast_picture, factor_across, title
from analysis.documents.document import Picture
from analysis.estimates import measure
from analysis.studies.contrast import AskedContrast, Side
from analysis.studies.study import Study
from tests.analysis.documents.made import CHOICE, FACTORS, MadeFolder, made_study

EGOS = AskedContrast(Side("with a large ego", {"ego": 1.0}), Side("with a small one", {"ego": 0.0}))
FOLDER = made_study("grid", replications=40)


def drawn(folder: MadeFolder, asked: AskedContrast, name: str = "contact") -> tuple[Picture, FoundContrast]:
    study = folder.study._replace(measure=name, contrast=asked)
    rows, found = folder.table_of_rows, measure(folder.table_of_rows, name)
    made = found_contrast(study, found, [rows])
    return contrast_picture(made, study, found, [rows], {}), made


def across(folder: MadeFolder, asked: AskedContrast) -> str | None:
    study: Study = folder.study._replace(contrast=asked)
    factor = factor_across(study)
    return factor.name if factor else None


def test_the_numbers_at_the_setting_asked_for_are_those_of_the_answer() -> None:
    asked = EGOS._replace(where=Side("in bold company", {"caution": 0.0}))
    picture, made = drawn(FOLDER, asked)
    rows = {(side, setting): (value, low, high) for side, setting, value, low, high, _ in picture.numbers.rows}
    assert rows["with a large ego", "0"] == pytest.approx(made.first.numbers)
    assert rows["with a small one", "0"] == pytest.approx(made.second.numbers)
    assert len(rows) == 10
    assert "The answer is the pair at 0." in picture.told
    assert picture.figure.across == "caution, Teodor Vask"


def test_the_title_is_the_finding_without_intervals() -> None:
    picture, made = drawn(FOLDER, EGOS)
    text = title(made, measure(FOLDER.table_of_rows, "contact"), {})
    assert picture.figure.title == text
    assert text.startswith("With a large ego the leaders were in contact in ")
    assert " to " not in text
    same = EGOS._replace(second=Side("with a large ego and caution", {"ego": 1.0, "caution": 1.0}))
    picture, made = drawn(FOLDER, same._replace(first=Side("with bold pride", {"ego": 1.0, "caution": 0.0})))
    assert picture.figure.title.endswith(": not told apart") == (not made.differs)


def test_what_goes_across_is_what_both_hold_or_else_what_neither_does() -> None:
    assert across(FOLDER, EGOS) == "caution"
    both = AskedContrast(Side("a", {"ego": 1.0, "caution": 1.0}), Side("b", {"ego": 0.0, "caution": 0.0}))
    assert across(FOLDER, both) is None
    assert across(made_study("lhs", points=30), EGOS) is None
    three = made_study("grid", (*FACTORS, CHOICE), replications=2)
    assert across(three, EGOS) == "caution"
    assert across(three, EGOS._replace(where=Side("there", {"host": "one"}))) == "host"


def test_without_one_the_two_sides_stand_alone_and_shares_go_to_a_hundred() -> None:
    both = AskedContrast(Side("a", {"ego": 1.0, "caution": 1.0}), Side("b", {"ego": 0.0, "caution": 0.0}))
    picture, _ = drawn(FOLDER, both)
    assert picture.figure.unit == "share"
    assert picture.numbers.heads == ("side", "estimate", "low", "high", "runs")
    assert len(picture.numbers.rows) == 2


def test_what_varies_unseen_and_days_that_never_came_are_told() -> None:
    three = made_study("grid", (*FACTORS, CHOICE), replications=2)
    picture, _ = drawn(three, EGOS, "first_contact_days")
    assert "All settings of host are in both." in picture.told
    assert "count as all days watched" in picture.told

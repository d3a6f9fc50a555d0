"""Tests for analysis.classroom.paper.papers: every paper that a page offers is made, and its style alone is allowed."""

from __future__ import annotations

import base64
import hashlib

import pytest

from analysis.classroom.paper.papers import CSV, HTML, JSON, SORTS, Asked, style_policy
from analysis.classroom.views.ticket import FOR_STUDENTS, PAPERS
from tests.analysis.classroom.paper.taught import RUNS, taught
from tests.analysis.classroom.session.teaching import lesson


def test_there_is_every_paper_that_pages_offer_and_students_are_offered_what_is_theirs() -> None:
    assert set(SORTS) == set(PAPERS)
    assert {name for name, sort in SORTS.items() if sort.is_for_all} == set(FOR_STUDENTS)
    assert len({sort.ending for sort in SORTS.values()}) == len(SORTS)


@pytest.mark.parametrize("name", SORTS)
def test_each_is_made_as_what_its_type_says(name: str) -> None:
    found = taught()
    sort = SORTS[name]
    text = sort.make(Asked(found.session, lesson(), RUNS, found.facts))
    assert text.startswith({HTML: "<!doctype html>", CSV: "step,", JSON: "{"}[sort.media_type])


def test_the_policy_allows_the_styles_of_the_page_and_no_other() -> None:
    found = taught()
    page = SORTS["student"].make(Asked(found.session, lesson(), RUNS, found.facts))
    policy = style_policy(page)
    style = page.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy
    assert "style-src 'none'" in style_policy("<p>plain</p>")

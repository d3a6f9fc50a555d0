"""Tests for analysis.classroom.paper.ticket_sheet: every question with lines, no key, names as the session wants."""

from __future__ import annotations

import pytest

from analysis.classroom.lessons.reading import list_lessons, read_lesson
from analysis.classroom.paper.ticket_sheet import FEWEST, ticket_sheet
from analysis.classroom.session.state import WorldChoice
from analysis.classroom.views.naming import Naming
from tests.analysis.classroom.paper.taught import RUNS


@pytest.mark.parametrize("name", list_lessons())
def test_every_question_has_lines_and_no_key(name: str) -> None:
    lesson = read_lesson(name)
    page = ticket_sheet(lesson, Naming(lesson.scenario, RUNS.scenario(lesson, WorldChoice(), True)))
    assert page.count('<div class="ticket">') == len(lesson.ticket)
    assert page.count("<p></p>") >= FEWEST * len(lesson.ticket)
    for item in lesson.ticket:
        assert item.key[:30] not in page
        assert item.rubric[:30] not in page


def test_names_are_off_where_the_session_has_them_off() -> None:
    lesson = read_lesson("waiting")
    page = ticket_sheet(lesson, Naming(lesson.scenario, RUNS.scenario(lesson, WorldChoice(), False)))
    assert not any(leader.name in page for leader in lesson.scenario.leaders.values())

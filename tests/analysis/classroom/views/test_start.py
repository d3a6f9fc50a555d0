"""Is one first lesson offered, are files that do not check named, and is there a way back into a lesson?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.classroom.views.start import FIRST, start_view
from tests.analysis.classroom.lessons.made import small

LESSONS = [replace(small(), id=name, title=name.capitalize()) for name in ("host", FIRST, "own")]


@pytest.mark.parametrize(("asked", "offered"), [("", FIRST), ("own", "own"), ("gone", FIRST)])
def test_the_lesson_asked_for_is_offered_else_the_usual_first(asked: str, offered: str) -> None:
    assert start_view(LESSONS, {}, asked)["first"] == offered


def test_another_is_offered_where_the_usual_first_does_not_check() -> None:
    assert start_view(LESSONS[::2], {})["first"] == "host"
    assert start_view([], {})["first"] == ""


def test_what_a_lesson_is_and_what_is_wrong_with_a_file() -> None:
    found = start_view(LESSONS[:1], {"bad.yaml": "bad.yaml:3:1: no such key"}, resume={"title": "Host", "minute": 7})
    assert found["lessons"] == [
        {
            "id": "host",
            "title": "Host",
            "minutes": 48,
            "question": "Who will call first?",
            "run_sheet": "/paper/run_sheet?lesson=host",
        },
    ]
    assert found["broken"] == [{"name": "bad.yaml", "message": "bad.yaml:3:1: no such key"}]
    assert found["resume"] == {"title": "Host", "minute": 7}

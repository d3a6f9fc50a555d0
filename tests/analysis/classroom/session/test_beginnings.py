"""Where a step begins."""

from __future__ import annotations

from analysis.classroom.lessons.lesson import Step
from analysis.classroom.session.beginnings import beginning, settings_of
from tests.analysis.classroom.session.teaching import COMPARE, lesson


def test_only_what_differs_from_the_file_is_a_setting() -> None:
    step = Step("watch", 5, settings={"ego": 0.5, "host": "nobody"})
    assert settings_of(lesson(), step) == {"host": "nobody"}
    assert settings_of(lesson(), Step("watch", 5)) == {}


def test_a_step_begins_with_the_first_luck() -> None:
    assert beginning(lesson(), COMPARE) == {"luck": 3, "screen": "compare", "settings": {"host": "nobody"}}

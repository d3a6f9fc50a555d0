"""Where a step of a lesson begins: its luck, its screen, and the sliders that do not stand as in the file."""

from __future__ import annotations

from typing import Any

from analysis.classroom.lessons.lesson import Lesson, Setting, Step


def settings_of(lesson: Lesson, step: Step) -> dict[str, Setting]:
    """Return the sliders that a step puts elsewhere than the file does."""
    return lesson.moved(step.settings or {})


def beginning(lesson: Lesson, step: int) -> dict[str, Any]:
    """Return where a step begins, as a fact has it."""
    one = lesson.steps[step]
    return {"luck": lesson.first_luck, "screen": one.screen, "settings": settings_of(lesson, one)}

"""The start: which lessons there are, the one to begin with, which files do not check, and what was going on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.views.shapes import StartView

FIRST = "waiting"
"""The lesson that is offered first; another only where it is not there."""


def start_view(
    lessons: Sequence[Lesson], broken: Mapping[str, str], first: str = "", resume: dict[str, Any] | None = None
) -> StartView:
    """Return what there is to begin with.

    Parameters
    ----------
    lessons : sequence of Lesson
        Those that check.
    broken : mapping of str to str
        Files that do not, with what is wrong with each.
    first : str
        The lesson asked for when the server was started; empty for none in particular.
    resume : dict, optional
        The lesson that was going on before: its ``title`` and ``minute``.
    """
    known = [lesson.id for lesson in lessons]
    offered = next((name for name in (first, FIRST, *known) if name in known), "")
    return {
        "lessons": [_told(lesson) for lesson in lessons],
        "broken": [{"name": name, "message": wrong} for name, wrong in broken.items()],
        "first": offered,
        "resume": resume,
        "papers": [],
        "more": [],
    }


def _told(lesson: Lesson) -> dict[str, Any]:
    """A lesson as the start shows it; its run sheet is printed before it begins."""
    return {
        "id": lesson.id,
        "title": lesson.title,
        "minutes": lesson.minutes,
        "question": next((step.question.text for step in lesson.steps if step.question.text), ""),
        "run_sheet": f"/paper/run_sheet?lesson={lesson.id}",
    }

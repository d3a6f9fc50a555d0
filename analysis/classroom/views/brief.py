"""The brief: the question of the lesson and what is known; what students learn is not told before they look for it."""

from __future__ import annotations

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.views.controls import control, lesson_controls, next_step
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.shapes import BriefView
from analysis.classroom.views.showing import Showing


def brief_view(showing: Showing, lesson: Lesson, naming: Naming) -> BriefView:
    """Return what a class knows before it begins."""
    session = showing.session
    names = control("names", "lesson.names", pressed=session.names, real=not session.names)
    return {
        "question": naming.said(lesson.steps[session.step].question.text),
        "facts": [naming.said(fact) for fact in lesson.facts],
        "controls": [next_step(session, lesson)],
        "more": [names, *lesson_controls(showing, onwards=False)],
    }

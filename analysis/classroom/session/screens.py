"""Which screen is shown."""

from __future__ import annotations

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.state import Session

START, WATCH, COMPARE, PREDICT, DEBRIEF = "start", "watch", "compare", "predict", "debrief"


def screen_of(session: Session, lesson: Lesson | None) -> str:
    """Return the screen that a session shows: its step's, ``start`` without a lesson or once it has ended.

    A world that is watched may be shown beside another and the other way round, whatever its step began with.
    """
    if not session.lesson or session.ended or lesson is None:
        return START
    screen = lesson.steps[session.step].screen
    if screen in (WATCH, COMPARE):
        return COMPARE if session.watching.beside else WATCH
    return screen

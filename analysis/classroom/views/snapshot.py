"""All that a surface shows, from what the session has come to and the runs: the same arguments, the same picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.screens import START, screen_of
from analysis.classroom.session.state import WorldChoice
from analysis.classroom.views.brief import brief_view
from analysis.classroom.views.compare import compare_view
from analysis.classroom.views.controls import back_to_the_lesson
from analysis.classroom.views.debrief import debrief_view
from analysis.classroom.views.lesson_bar import alert, lesson_view
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.predict import predict_view
from analysis.classroom.views.shapes import Snapshot
from analysis.classroom.views.showing import Runs, Showing
from analysis.classroom.views.ticket import papers_shown, ticket_view
from analysis.classroom.views.watch import watch_view

LANGUAGE = "en"
"""In which sentences about the world are written."""

Screen = Callable[[Showing, Lesson, Runs, Naming], Any]

SCREENS: Mapping[str, Screen] = {
    "brief": lambda showing, lesson, _, naming: brief_view(showing, lesson, naming),
    "watch": watch_view,
    "compare": compare_view,
    "predict": predict_view,
    "debrief": debrief_view,
    "ticket": lambda showing, lesson, _, naming: ticket_view(showing, lesson, naming),
}
"""What makes the view of each screen."""


def snapshot(showing: Showing, runs: Runs) -> Snapshot:
    """Return all that a surface shows.

    Nothing is in it that the surface may not show: of a world nothing later than the day shown, of a forecast nothing
    before its phase, on the wall nothing that is for the teacher.
    """
    session, lesson = showing.session, showing.lesson
    screen = screen_of(session, lesson)
    picture: Snapshot = {
        "number": showing.number,
        "session": showing.name,
        "surface": "desk" if showing.surface == "desk" else "wall",
        "screen": screen,
        "controls": showing.has_controls,
        "language": LANGUAGE,
        "lesson": None,
        "view": showing.start,
        "alert": None,
    }
    if lesson is None or screen == START:
        if showing.start is not None and session.ended:
            picture["view"] = {**showing.start, "papers": papers_shown(showing), "more": [back_to_the_lesson()]}
        return picture
    naming = Naming(lesson.scenario, runs.scenario(lesson, WorldChoice(), session.names))
    picture["lesson"] = lesson_view(showing, lesson, naming)
    picture["alert"] = alert(showing, lesson)
    picture["view"] = SCREENS[screen](showing, lesson, runs, naming)
    return picture

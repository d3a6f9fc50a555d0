"""Whether a session fits its lesson as the lesson's file is now, which may be another than when it was taught."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.screens import PREDICT
from analysis.classroom.session.state import Place, Session, WorldChoice
from sim.files import ScenarioError


def misfit(session: Session, lesson: Lesson) -> str:
    """Return what of a session, or of what can be undone in it, the lesson no longer has; empty where it has all.

    Parameters
    ----------
    session : Session
        A session of that lesson.
    lesson : Lesson
        The lesson as its file is now.
    """
    stages = [session, *(past.session for past in session.past)]
    faults = (fault for stage in stages if stage.lesson for fault in (_steps(stage, lesson), _worlds(stage, lesson)))
    return next(filter(None, faults), "")


def _steps(session: Session, lesson: Lesson) -> str:
    for step in (session.step, *session.dropped, *session.left, *session.forecasts):
        if step not in range(len(lesson.steps)):
            return f"it has {len(lesson.steps)} steps, and the session was at another"
    for step in session.forecasts:
        if lesson.steps[step].screen != PREDICT:
            return f"step {step + 1} asks for no forecast"
    return ""


def _worlds(session: Session, lesson: Lesson) -> str:
    for choice in _choices(session):
        try:
            lesson.world(choice.settings)
        except (KeyError, ScenarioError) as error:
            return f"its sliders do not allow what was chosen ({error})"
    return ""


def _choices(session: Session) -> Iterator[WorldChoice]:
    places: list[Session | Place] = [session, *session.left.values()]
    for place in places:
        yield from filter(None, (place.world, place.other, place.before))

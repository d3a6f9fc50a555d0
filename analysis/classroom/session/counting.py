"""Which worlds are to be counted next for the forecasts of a lesson, and what a count that arrives comes to.

Counting begins ahead of the step that needs it, so that a class does not wait; nothing of it is shown before its time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.beginnings import settings_of
from analysis.classroom.session.moment import News
from analysis.classroom.session.screens import PREDICT
from analysis.classroom.session.state import Counted, Forecast, Session, WorldChoice


class Wanted(NamedTuple):
    """Worlds to be counted.

    Attributes
    ----------
    key : str
        What the count is called; the same worlds have the same key.
    choice : WorldChoice
        Which sliders stand where; lucks are counted from 0.
    measure : str
        A measure of the catalogue.
    runs : int
        How many worlds.
    """

    key: str
    choice: WorldChoice
    measure: str
    runs: int


def wanted(session: Session, lesson: Lesson) -> Wanted | None:
    """Return what is to be counted next: for the step at hand, else for the first one after it that lacks its count.

    None while nothing is to be counted: before a lesson has begun, after its end, when all is counted, and where the
    teacher has just called the counting off.
    """
    if session.ended or session.lesson != lesson.id or not session.forecasts.get(session.step, Forecast()).runs:
        return None
    if session.clock.started is None and lesson.steps[session.step].screen != PREDICT:
        return None
    return next(_missing(session, lesson), None)


def _missing(session: Session, lesson: Lesson) -> Iterator[Wanted]:
    for place, step in enumerate(lesson.steps[session.step :], session.step):
        forecast = session.forecasts.get(place, Forecast())
        if step.screen == PREDICT and step.question.measure and forecast.counted is None and forecast.runs:
            key = f"{lesson.id}/{place}/{forecast.runs}"
            yield Wanted(key, WorldChoice(0, settings_of(lesson, step)), step.question.measure, forecast.runs)


def counted_news(session: Session, key: str, found: Counted) -> News:
    """Return what a count that arrives comes to; nothing where nobody waits for it any more."""
    lesson, _, rest = key.rpartition("/")[0].rpartition("/")
    if lesson != session.lesson or not rest.isdecimal():
        return []
    step = int(rest)
    if session.forecasts.get(step, Forecast()).counted is not None:
        return []
    return [("counted", {"step": step} | _as_json(found))]


def _as_json(found: Counted) -> dict[str, object]:
    lists = {"firsts": list(found.firsts), "endings": list(found.endings)}
    return {
        "runs": found.runs, "happened": found.happened, "low": found.low, "high": found.high, **lists,
        "whole": found.whole,
    }  # fmt: skip

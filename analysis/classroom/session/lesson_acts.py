"""Acts on the lesson as a whole: open, go, leave out, the clock, undo, the debrief, notes, the end."""

from __future__ import annotations

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session import asked
from analysis.classroom.session.beginnings import beginning
from analysis.classroom.session.facts import Refused
from analysis.classroom.session.lesson_clock import planned_start
from analysis.classroom.session.moment import Moment, News
from analysis.classroom.session.screens import DEBRIEF as DEBRIEF_SCREEN
from analysis.classroom.session.state import CARDS, DEBRIEF, Session

SURFACES = ("mirrored", "second")
"""One screen, or a desk of its own beside the wall."""

LONGEST_NOTE, MOST_NOTES = 500, 40
"""Characters of a note, and notes of a lesson."""


def open_lesson(moment: Moment) -> News:
    """Open a lesson; one that has begun must be ended first."""
    asked.only(moment.what, "lesson", "surface")
    name, surface = moment.what.get("lesson"), asked.word(moment.what, "surface", SURFACES)
    session, lesson = moment.session, moment.known
    if session.lesson and not session.ended and session.clock.started is not None:
        raise Refused(409, "refused.lesson_open")
    if not isinstance(name, str) or lesson is None or lesson.id != name:
        raise Refused(422, "refused.no_lesson", name=str(name)[:60])
    return [("opened", {"lesson": lesson.id, "surface": surface} | beginning(lesson, 0))]


def names(moment: Moment) -> News:
    """Show real names or not."""
    asked.only(moment.what, "real")
    real = asked.truth(moment.what, "real")
    return [] if real == moment.session.names else [("names_set", {"real": real})]


def go(moment: Moment) -> News:
    """Show a step of the lesson; back at the first with nothing done in any, the lesson has not begun after all."""
    asked.only(moment.what, "step")
    step = asked.whole(moment.what, "step", 0, len(moment.lesson.steps) - 1)
    if step == moment.session.step:
        return []
    only_looked = step == 0 and moment.session.clock.tentative and _untouched(moment.session)
    reset: News = [("clock_reset", {})] if only_looked else []
    return [("went", {"step": step} | beginning(moment.lesson, step)), *reset]


def _untouched(session: Session) -> bool:
    """Whether no world was watched yet, no hand counted and nothing noted."""
    watched = [session.watching.day, *(place.watching.day for place in session.left.values())]
    counted = [forecast.first for forecast in session.forecasts.values()]
    return not any(watched) and not any(counted) and not session.notes


def drop(moment: Moment) -> News:
    """Leave out a step that is to come and may be left out."""
    asked.only(moment.what, "step")
    lesson, session = moment.lesson, moment.session
    step = asked.whole(moment.what, "step", 0, len(lesson.steps) - 1)
    if not lesson.steps[step].droppable:
        raise Refused(409, "refused.not_droppable")
    if step <= session.step:
        raise Refused(409, "refused.step_shown")
    return [] if step in session.dropped else [("dropped", {"step": step})]


def clock(moment: Moment) -> News:
    """Begin the lesson, stop its clock, let it go on, or give the step a minute more."""
    asked.only(moment.what, "do")
    do = asked.word(moment.what, "do", ("pause", "resume", "minute"))
    now = moment.session.clock
    if now.started is None:
        return _before_it_began(moment, do)
    if do == "minute":
        return [("minute_added", {})]
    if (do == "pause") == (now.paused_at is not None):
        return []
    return [("clock_stopped" if do == "pause" else "clock_resumed", {})]


def _before_it_began(moment: Moment, do: str) -> News:
    if do != "resume":
        raise Refused(409, "refused.not_begun")
    return begin(moment.lesson, moment.session.step)


def begin(lesson: Lesson, step: int, tentative: bool = False) -> News:
    """Begin the lesson's clock at the minute at which that step is planned; `tentative` if by going there."""
    return [("clock_started", {"minute": planned_start(lesson, step), "tentative": tentative})]


def undo(moment: Moment) -> News:
    """Take back the last thing that can be."""
    asked.only(moment.what)
    if not moment.session.past:
        raise Refused(409, "refused.nothing_to_undo")
    return [("undone", {"kind": moment.session.past[-1].kind})]


def debrief(moment: Moment) -> News:
    """Show a step of the debrief, and of its cards one."""
    asked.only(moment.what, "to", "card")
    moment.on(DEBRIEF_SCREEN)
    to = asked.word(moment.what, "to", DEBRIEF)
    card = asked.whole(moment.what, "card", 0, CARDS - 1) if "card" in moment.what else 0
    what = {"to": to, "card": card}
    return [] if (to, card) == (moment.session.debrief, moment.session.card) else [("debrief_moved", what)]


def note(moment: Moment) -> News:
    """Keep a note for the handout."""
    asked.only(moment.what, "text")
    if len(moment.session.notes) >= MOST_NOTES:
        raise Refused(409, "refused.notes_full", n=MOST_NOTES)
    return [("noted", {"text": asked.text(moment.what, "text", LONGEST_NOTE)})]


def end(moment: Moment) -> News:
    """End the lesson."""
    asked.only(moment.what)
    return [("ended", {})]

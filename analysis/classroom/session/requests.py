"""What an act of the teacher comes to: the facts that it adds, or why it cannot be done.

Nothing is changed here. An act that asks for what is so already comes to no facts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session import forecast_acts, lesson_acts, watch_acts, world_acts
from analysis.classroom.session.facts import Act, Refused
from analysis.classroom.session.moment import Moment, News
from analysis.classroom.session.screens import COMPARE, WATCH, screen_of
from analysis.classroom.session.showing import Runs
from analysis.classroom.session.state import Session

ACTS: Mapping[str, Callable[[Moment], News]] = {
    "open": lesson_acts.open_lesson,
    "names": lesson_acts.names,
    "go": lesson_acts.go,
    "drop": lesson_acts.drop,
    "clock": lesson_acts.clock,
    "undo": lesson_acts.undo,
    "debrief": lesson_acts.debrief,
    "note": lesson_acts.note,
    "end": lesson_acts.end,
    "play": watch_acts.play,
    "pause": watch_acts.pause,
    "step": watch_acts.step,
    "back": watch_acts.back,
    "event": watch_acts.event,
    "jump": watch_acts.jump,
    "speed": watch_acts.speed,
    "stops": watch_acts.stops,
    "why": watch_acts.why,
    "flip": watch_acts.flip,
    "numbers": watch_acts.numbers,
    "set": world_acts.set_slider,
    "again": world_acts.again,
    "file": world_acts.take_file,
    "luck": world_acts.luck,
    "compare": world_acts.compare,
    "chart": world_acts.chart,
    "lucks": world_acts.lucks,
    "hands": forecast_acts.hands,
    "phase": forecast_acts.phase,
    "reveal": forecast_acts.reveal,
    "cancel": forecast_acts.cancel,
    "count": forecast_acts.count,
}
"""What a browser may ask for, by the word it uses."""

WITHOUT_A_LESSON = ("open", "names")
"""Acts for which no lesson need be open."""

AFTER_THE_END = ("open", "names", "undo", "note")
"""Acts that are left when a lesson has ended."""

BEGINNING = ("go", "play", "step", "event", "jump", "set", "compare", "hands", "phase", "debrief")
"""Acts that begin a lesson, if nobody has: no clock needs to be thought of."""


def facts_of(session: Session, act: Act, lesson: Lesson | None, runs: Runs) -> News:
    """Return what an act comes to, as kinds of facts with their particulars, in order.

    Parameters
    ----------
    session : Session
        The session as it stands.
    act : Act
        What is asked for.
    lesson : Lesson or None
        The session's lesson; for ``open`` the one that the act names, None where it cannot be had.
    runs : Runs
        Runs, for acts that depend on what happens in a world; this may take as long as a run or two.

    Raises
    ------
    Refused
        With status 409 for what comes at the wrong time, 422 for what may not be said.
    """
    _check_word(session, act.word)
    news = ACTS[act.word](Moment(session, lesson, runs, act.what))
    if not news or lesson is None or session.clock.started is not None or act.word not in BEGINNING:
        return news
    step = news[0][1].get("step", session.step)
    return [*lesson_acts.begin(lesson, step, tentative=act.word == "go"), *news]


def _check_word(session: Session, word: str) -> None:
    """Refuse what nobody can ask for, or not now."""
    if word not in ACTS:
        raise Refused(422, "refused.act", act=word[:40])
    if word not in WITHOUT_A_LESSON and not session.lesson:
        raise Refused(409, "refused.no_lesson_open")
    if session.ended and word not in AFTER_THE_END:
        raise Refused(409, "refused.ended")


def next_week(session: Session, lesson: Lesson, runs: Runs) -> News:
    """Return what one tick of a playing world comes to: a week more, and a halt before a decision or at the end.

    Where the lesson's file was changed while it was taught, the step at hand may show no world any more: it stands.
    """
    if not session.watching.playing:
        return []
    if screen_of(session, lesson) not in (WATCH, COMPARE):
        return [("halted", {})]
    return watch_acts.step(Moment(session, lesson, runs, {}))


def interruption(session: Session, since: float) -> News:
    """Return what a sleep of the computer, or a while without a server, comes to; `since` is its begin in seconds."""
    clock = session.clock
    stands = clock.started is None or clock.paused_at is not None
    if not session.lesson or session.ended or (stands and not session.watching.playing):
        return []
    return [("interrupted", {"since": since})]

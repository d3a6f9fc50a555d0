"""What a server begins with: its folder, a session that is new or goes on, and the lessons to choose from."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, NamedTuple

from analysis.classroom.session.folding import replayed
from analysis.classroom.session.lesson_clock import SECONDS, running
from analysis.classroom.web.assembly import classroom_parts, lesson_shelf
from analysis.classroom.web.course import LESSON_FILE, UNKNOWN, Course, seen_alive
from analysis.classroom.web.event_log import EventLog
from analysis.classroom.web.kept_sessions import Kept, KeptSessions
from analysis.classroom.web.lesson_shelf import Shelf
from analysis.classroom.web.live import Live


class CannotResume(Exception):
    """There is a session to go on with, and yet it cannot be had; the message says why."""


class Opening(NamedTuple):
    """A classroom that is ready to be served.

    Attributes
    ----------
    live : Live
        The classroom.
    resumed : bool
        Whether it goes on with a session of before.
    deleted : int
        How many sessions were deleted for their age.
    faults : str
        What is wrong with the file of the lesson that was asked for; empty where nothing is.
    damaged : tuple of Path
        Files of later sessions, which cannot be read.
    """

    live: Live
    resumed: bool
    deleted: int
    faults: str
    damaged: tuple[Path, ...]


def opened(folder: Path, lesson: str | None, resume: bool) -> Opening:
    """Open a classroom.

    Parameters
    ----------
    folder : Path
        Where sessions are kept.
    lesson : str, optional
        The lesson to offer first.
    resume : bool
        Whether to go on with the last session, if there is one.

    Raises
    ------
    CannotResume
        When it is open elsewhere, of another version, or its lesson can no longer be read or is another by now.
    OSError, NotWritten
        When the folder cannot be used.
    """
    kept = KeptSessions(folder)
    deleted = kept.delete_old(time.time())
    before, damaged = kept.latest(), tuple(kept.damaged)
    if resume:
        _check_free(kept, before)
    shelf = _shelf(lesson, before)
    live = _live(kept, before if resume else None, shelf)
    if before is not None and not resume:
        shelf.resume = _offer(before, shelf)
    if lesson is None:
        return Opening(live, live.course.number > 0, deleted, "", damaged)
    if Path(lesson).is_file():
        live.course.log.keep({LESSON_FILE: str(Path(lesson).resolve())})
    return Opening(live, live.course.number > 0, deleted, shelf.faults(lesson), damaged)


def _check_free(kept: KeptSessions, before: Kept | None) -> None:
    """Refuse to begin anew without a word where what is to go on is in other hands."""
    if before is None and kept.is_any_open():
        raise CannotResume("the last lesson is open in another climbdown serve; stop that one first")


def _shelf(lesson: str | None, before: Kept | None) -> Shelf:
    named = before.about.get(LESSON_FILE) if before else None
    shelf = lesson_shelf(lesson, [named] if named else [])
    shelf.load()
    return shelf


def _live(kept: KeptSessions, before: Kept | None, shelf: Shelf) -> Live:
    def changed() -> None:
        live.from_worker()

    parts = classroom_parts(changed)
    log = EventLog(before.file) if before else kept.new()
    try:
        course = Course(log, parts.fold)
    except UNKNOWN as error:
        log.close()
        raise CannotResume(f"{log.file}: was kept by another version of climbdown ({error})") from error
    fault = shelf.fault(course.session)
    if fault:
        log.close()
        raise CannotResume(fault)
    live = Live(course, kept, parts, shelf)
    return live


def _offer(before: Kept, shelf: Shelf) -> dict[str, Any] | None:
    """What the start says of a session that could go on; nothing where it has ended or cannot be had."""
    try:
        session = replayed(before.facts)
    except UNKNOWN:
        return None
    lesson = shelf.lesson(session.lesson)
    if lesson is None or session.ended or shelf.fault(session):
        return None
    until = seen_alive(before.about, before.facts)
    return {"title": lesson.title, "minute": int(running(session.clock, until) / SECONDS)}

"""The session at hand and its log, kept in step: what is folded has been written, and what was written is folded."""

from __future__ import annotations

import math
import secrets
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from analysis.classroom.session.facts import Fact
from analysis.classroom.session.state import Session
from analysis.classroom.web.event_log import EventLog

Fold = Callable[[Session, Fact], Session]

KEY, ALIVE, LESSON_FILE = "key", "alive", "lesson_file"
"""What is kept beside the facts: the host's key, until when the server was seen alive, where a lesson's file lies."""

UNKNOWN = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What facts of another version may come to."""


def seen_alive(about: Mapping[str, str], facts: Sequence[Fact]) -> float:
    """Return until when, in seconds since a session began, a server was seen to run it; the last fact counts too."""
    last = facts[-1].at if facts else 0.0
    try:
        beat = float(about.get(ALIVE, 0))
    except ValueError:
        return last
    return max(beat, last) if math.isfinite(beat) else last


class Course:
    """A session as it goes.

    Attributes
    ----------
    session : Session
        What it has come to.
    number : int
        That of the last fact; 0 before the first.
    moved : int
        The number of the last fact that put another lesson, step or end before the class. What was pressed on a page
        that shows less comes too late.

    Parameters
    ----------
    log : EventLog
        Where it is kept; its facts, if it has any, are done again.
    fold : callable
        What a session comes to with one more fact.
    key : str, optional
        The host's key, in place of the one that is kept with the log.
    now : callable, optional
        Seconds on a clock that only goes forward.

    Raises
    ------
    NoLog
        When the log is damaged.
    ArithmeticError, AttributeError, LookupError, TypeError, ValueError
        When it has facts that this version does not know.
    """

    def __init__(self, log: EventLog, fold: Fold, key: str = "", now: Callable[[], float] = time.monotonic) -> None:
        self.log, self._fold, self._now = log, fold, now
        self.session, self.number, self.moved = Session(), 0, 0
        self._keys: dict[str, int] = {}
        self.facts: list[Fact] = []
        about = log.about()
        for fact in log.facts():
            self._take(fact)
        self.key = key or about.get(KEY) or secrets.token_urlsafe(18)
        self._began = now() - seen_alive(about, self.facts)
        if self.key != about.get(KEY):
            log.keep({KEY: self.key})

    @property
    def name(self) -> str:
        """What pages call this session, to know it from another."""
        return self.log.file.name.partition(".")[0]

    def at(self) -> float:
        """Return the seconds since the session began; time in which no server ran is left out."""
        return max(self._now() - self._began, self.facts[-1].at if self.facts else 0.0)

    def done_by(self, key: str) -> int | None:
        """Return the number of the last fact of the act with this key, if that act was done already."""
        return self._keys.get(key) if key else None

    def facts_of(self, wanted: Iterable[tuple[str, Mapping[str, Any]]], key: str) -> list[Fact]:
        """Return kinds and particulars as the next facts of the log, brought about by the act with that key."""
        at = round(self.at(), 3)
        return [Fact(number, at, kind, what, key) for number, (kind, what) in enumerate(wanted, self.number + 1)]

    def take(self, facts: Iterable[Fact], key: str) -> None:
        """Go on by facts that have been written; an act that came to nothing is done as well."""
        for fact in facts:
            self._take(fact)
        if key:
            self._keys.setdefault(key, self.number)

    def beat(self) -> None:
        """Write down that the session still goes on; errors as for the log."""
        self.log.keep({ALIVE: repr(round(self.at(), 3))})

    def _take(self, fact: Fact) -> None:
        before, self.session = self.session, self._fold(self.session, fact)
        self.number = fact.number
        self.facts.append(fact)
        if _place(before) != _place(self.session):
            self.moved = fact.number
        if fact.key:
            self._keys[fact.key] = fact.number


def _place(session: Session) -> tuple[str, int, bool]:
    return session.lesson, session.step, session.ended

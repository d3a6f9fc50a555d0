"""The lessons that a class can open; one whose file does not check is shown with its faults, and stops no other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.fitting import misfit
from analysis.classroom.session.state import Session
from analysis.classroom.views.shapes import StartView
from analysis.classroom.views.start import start_view
from sim.files import ScenarioError

FAULTS_SHOWN = 5
"""Faults of a file that are shown; `climbdown check` shows all."""


class Shelf:
    """Lessons by id, and files that are none.

    Parameters
    ----------
    names : callable
        Returns names or paths of lessons, in the order in which they are offered.
    read : callable
        Reads one; raises ScenarioError.
    first : str or Path, optional
        The one that is offered first; it need not be among the names.
    others : sequence of str or Path
        More of them.
    """

    def __init__(
        self,
        names: Callable[[], Sequence[str]],
        read: Callable[[str | Path], Lesson],
        first: str | Path | None = None,
        others: Sequence[str | Path] = (),
    ) -> None:
        self._names, self._read, self._first, self._others = names, read, first, others
        self._lessons: dict[str, Lesson] = {}
        self._broken: dict[str, str] = {}
        self._loading = threading.Lock()
        self.resume: dict[str, Any] | None = None

    def load(self) -> None:
        """Read every lesson anew; those that do not check are listed with file, line and what is wrong."""
        wanted = (self._first, *self._names(), *self._others)
        names = dict.fromkeys(name for name in wanted if name is not None)
        lessons: dict[str, Lesson] = {}
        broken: dict[str, str] = {}
        for name in names:
            try:
                lesson = self._read(name)
            except ScenarioError as error:
                broken[str(name)] = "\n".join(map(str, error.problems[:FAULTS_SHOWN]))
            else:
                lessons.setdefault(lesson.id, lesson)
        with self._loading:
            self._lessons, self._broken = lessons, broken

    def lesson(self, name: str) -> Lesson | None:
        """Return the lesson of that id."""
        return self._lessons.get(name)

    def faults(self, name: str | Path) -> str:
        """Return what is wrong with a lesson's file; empty where nothing is."""
        return self._broken.get(str(name), "")

    def fault(self, session: Session) -> str:
        """Return why a session cannot go on with the lessons that there are; empty where it can."""
        if not session.lesson:
            return ""
        lesson = self.lesson(session.lesson)
        if lesson is None:
            return f"the lesson {session.lesson} of that session can no longer be read"
        changed = misfit(session, lesson)
        return f"the lesson {session.lesson} was changed since that session: {changed}" if changed else ""

    def start(self) -> StartView:
        """Return what the start offers."""
        first = Path(self._first).stem if self._first is not None else ""
        return start_view(list(self._lessons.values()), self._broken, first, self.resume)

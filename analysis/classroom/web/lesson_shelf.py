"""The lessons that a class can open; one whose file does not check is shown with its faults, and stops no other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.views.shapes import StartView
from sim.files import ScenarioError

FIRST = "waiting"
"""The shipped lesson that a class is offered first."""

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
        self._broken: list[dict[str, Any]] = []
        self._loading = threading.Lock()
        self.resume: dict[str, Any] | None = None
        self.first = ""

    def load(self) -> None:
        """Read every lesson anew; those that do not check are listed with file, line and what is wrong."""
        wanted = (self._first, *self._names(), *self._others)
        names = dict.fromkeys(name for name in wanted if name is not None)
        lessons, broken = {}, []
        for name in names:
            try:
                lesson = self._read(name)
            except ScenarioError as error:
                broken.append({"name": str(name), "message": "\n".join(map(str, error.problems[:FAULTS_SHOWN]))})
            else:
                lessons[lesson.id] = lesson
        with self._loading:
            self._lessons, self._broken = lessons, broken
            self.first = self._chosen_first()

    def _chosen_first(self) -> str:
        wanted = Path(self._first or FIRST).stem
        return wanted if wanted in self._lessons else next(iter(self._lessons), "")

    def lesson(self, name: str) -> Lesson | None:
        """Return the lesson of that id."""
        return self._lessons.get(name)

    def start(self) -> StartView:
        """Return what the start offers."""
        lessons = [
            {"id": lesson.id, "title": lesson.title, "minutes": lesson.minutes, "goals": list(lesson.goals)}
            for lesson in self._lessons.values()
        ]
        return {"lessons": lessons, "broken": list(self._broken), "first": self.first, "resume": self.resume}

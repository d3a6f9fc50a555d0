"""What an act is judged by: the session, its lesson, its runs, and the act's own particulars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.facts import Refused
from analysis.classroom.session.screens import screen_of
from analysis.classroom.session.showing import Runs, World, world_of
from analysis.classroom.session.state import Session, Watching

News = list[tuple[str, dict[str, Any]]]
"""Facts to be: kinds with their particulars."""


class Moment(NamedTuple):
    """The moment at which an act comes."""

    session: Session
    known: Lesson | None
    runs: Runs
    what: Mapping[str, Any]

    @property
    def lesson(self) -> Lesson:
        """The lesson; refused where its file can no longer be read."""
        if self.known is None:
            raise Refused(409, "refused.lesson_gone")
        return self.known

    @property
    def watching(self) -> Watching:
        """How far the world is shown."""
        return self.session.watching

    def world(self) -> World:
        """Return the world that is watched."""
        return world_of(self.session, self.lesson, self.runs)

    def on(self, *screens: str) -> None:
        """Refuse an act that belongs to other screens."""
        if screen_of(self.session, self.lesson) not in screens:
            raise Refused(409, "refused.other_screen")

"""What the server puts together and does not know from within: how a session goes on, and what a page shows of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.facts import Act, Fact
from analysis.classroom.session.moment import News
from analysis.classroom.session.state import Counted, Session, WorldChoice
from analysis.classroom.views.shapes import Snapshot
from analysis.classroom.views.showing import Showing


class Wanted(Protocol):
    """Worlds that are to be counted."""

    @property
    def key(self) -> str:
        """What the count is called."""

    @property
    def choice(self) -> WorldChoice:
        """Which worlds."""

    @property
    def measure(self) -> str:
        """What is counted in them."""

    @property
    def runs(self) -> int:
        """How many."""


class Worker(Protocol):
    """Whoever counts many worlds, in a process of its own; nothing here waits for it."""

    @property
    def state(self) -> dict[str, Any]:
        """How far it is."""

    def start(self) -> None:
        """Get ready."""

    def count(self, key: str, lesson: Lesson, choice: WorldChoice, measure: str, runs: int = ...) -> None:
        """Begin to count."""

    def take(self) -> tuple[str, Counted] | None:
        """Return a result that nobody has taken."""

    def cancel(self) -> None:
        """Stop counting."""

    def close(self) -> None:
        """End."""


class Parts(NamedTuple):
    """The parts of a classroom; all but `fold` and `wanted` may take their time.

    Attributes
    ----------
    fold : callable
        What a session comes to with one more fact.
    facts_of : callable
        What an act comes to; raises Refused.
    next_week : callable
        What one more week of watching comes to.
    interruption : callable
        What it comes to that nothing ran since a moment (in seconds since the session began).
    wanted : callable
        Which worlds are to be counted.
    counted : callable
        What a count that arrives under its key comes to.
    snapshot : callable
        What a surface shows.
    paper : callable
        What stands on a paper (:data:`analysis.classroom.paper.papers.SORTS`) of that name.
    worker : Worker
        Counts many worlds.
    """

    fold: Callable[[Session, Fact], Session]
    facts_of: Callable[[Session, Act, Lesson | None], News]
    next_week: Callable[[Session, Lesson], News]
    interruption: Callable[[Session, float], News]
    wanted: Callable[[Session, Lesson], Wanted | None]
    counted: Callable[[Session, str, Counted], News]
    snapshot: Callable[[Showing], Snapshot]
    paper: Callable[[str, Session, Lesson, Sequence[Fact]], str]
    worker: Worker

"""All that a picture of a surface is made of, and what is asked of the runs for it."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.showing import Halt
from analysis.classroom.session.state import Session, WorldChoice
from analysis.classroom.views.shapes import StartView
from sim.results.trajectory import Trajectory
from sim.scenario import Scenario


class Showing(NamedTuple):
    """All that a snapshot is made of, besides the runs.

    Attributes
    ----------
    session : Session
        What the session has come to.
    lesson : Lesson or None
        Its lesson; None before one is open, and where its file can no longer be read.
    surface : str
        ``wall`` or ``desk``.
    clock_now : float
        Seconds since the session began.
    number : int
        Of the last fact.
    worker : dict
        What the worker is doing (:class:`analysis.classroom.worlds.ensembles.Ensembles`).
    start : StartView or None
        What there is to begin with.
    name : str
        What pages call the session.
    """

    session: Session
    lesson: Lesson | None
    surface: str
    clock_now: float
    number: int
    worker: dict[str, Any]
    start: StartView | None
    name: str

    @property
    def has_controls(self) -> bool:
        """Whether things are pressed here: at the desk, and at the wall where it is the only screen."""
        return self.surface == "desk" or self.session.surface != "second"


class Runs(Protocol):
    """What is asked of the runs (:class:`analysis.classroom.worlds.world_runs.WorldRuns`)."""

    def scenario(self, lesson: Lesson, choice: WorldChoice, names: bool) -> Scenario:
        """Return the scenario of a world."""
        ...

    def trajectory(self, lesson: Lesson, choice: WorldChoice, names: bool) -> Trajectory:
        """Return the record of a world."""
        ...

    def flip(self, lesson: Lesson, choice: WorldChoice, names: bool, decision: int) -> tuple[str, ...]:
        """Return what would have turned a decision, in sentences."""
        ...

    def halts(self, lesson: Lesson, choice: WorldChoice, names: bool) -> tuple[Halt, ...]:
        """Return the decisions before which a world stops, in order."""
        ...

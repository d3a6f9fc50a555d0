"""What a session has come to: everything that its facts add up to, and nothing that could be worked out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.classroom.lessons.lesson import Setting

BINS = 5
"""Hands are counted in fifths of the way from 0 to 100 per cent."""

PHASES = ("first", "talk", "second", "ten", "hundred", "scores")
"""How a forecast goes: count hands, talk, count again, ten worlds one by one, a hundred, scores."""

CHARTS = ("asking", "markets", "face", "groundwork")
"""Charts by name, in their order on the wall."""

DEBRIEF = ("feel", "happened", "why", "so_what")
"""The four steps of a debrief."""

CARDS = 3
"""Cards of data that there may be."""

Count = tuple[int, int, int, int, int]

WORLDS, FEWER_WORLDS = 1000, 100
"""How many worlds a forecast is held against, and how many where that takes too long."""

SINGLE_WORLDS = 10
"""How many worlds are shown one by one before all of them are."""


@dataclass(frozen=True)
class WorldChoice:
    """Which world is looked at: the number of its luck, and the sliders that stand elsewhere than in the file."""

    luck: int = 0
    settings: Mapping[str, Setting] = field(default_factory=dict)


@dataclass(frozen=True)
class Clock:
    """The lesson's clock as the facts say; :mod:`analysis.classroom.session.lesson_clock` reads it.

    Attributes
    ----------
    started : float or None
        When the lesson began, in seconds since the session began (below 0 for one that began at a later minute of its
        plan); None while it has not.
    step_started : float
        How many seconds the clock had run when the step at hand began.
    paused_at : float or None
        Since when the clock stands, in seconds since the session began.
    lost : float
        Seconds that it stood before.
    extra : float
        Minutes that the teacher added to the step at hand.
    tentative : bool
        Whether it began only because somebody went to another step, perhaps to look ahead.
    """

    started: float | None = None
    step_started: float = 0.0
    paused_at: float | None = None
    lost: float = 0.0
    extra: float = 0.0
    tentative: bool = False


@dataclass(frozen=True)
class Watching:
    """Where watching stands.

    Attributes
    ----------
    day : float
        The last day that is shown; 0 shows the opening only.
    playing : bool
        Whether days go on by themselves.
    speed : float
        Weeks in a second.
    stops : bool
        Whether it halts before decisions.
    stop : int or None
        The number of the decision before which it stands: nothing of that decision's day from its own events on is
        shown.
    passed : int
        The number of the last decision that is behind, of those before which it may stand; -1 for none.
    over : bool
        Whether the run's end is shown.
    beside : bool
        Whether the other world is shown beside this one.
    why : int or None
        The number of the decision whose reasons are shown.
    flip : bool
        Whether what would have turned that decision is asked for.
    numbers : bool
        Whether reasons are shown with their numbers.
    chart : str
        The chart chosen in a comparison.
    lucks : bool
        Whether the ten small worlds are shown.
    """

    day: float = 0.0
    playing: bool = False
    speed: float = 1.0
    stops: bool = True
    stop: int | None = None
    passed: int = -1
    over: bool = False
    beside: bool = False
    why: int | None = None
    flip: bool = False
    numbers: bool = False
    chart: str = CHARTS[0]
    lucks: bool = False


@dataclass(frozen=True)
class Counted:
    """What the worker counted of many worlds.

    Attributes
    ----------
    runs : int
        How many worlds.
    happened : int
        In how many of them it happened.
    low, high : float
        The 95% interval of the share (0 to 1).
    firsts : tuple of bool
        Whether it happened in each of the first hundred (or fewer), in the order of their lucks.
    endings : tuple of str
        The outcome class of each of those.
    whole : bool
        Whether all worlds asked for were counted.
    """

    runs: int
    happened: int
    low: float
    high: float
    firsts: tuple[bool, ...]
    endings: tuple[str, ...]
    whole: bool = True

    @property
    def share(self) -> float:
        """The share of worlds in which it happened (0 to 1)."""
        return self.happened / self.runs


@dataclass(frozen=True)
class Forecast:
    """A forecast of the class at one step.

    Attributes
    ----------
    phase : str
        One of :data:`PHASES`.
    first, second : Count or None
        Hands by bin, before and after the talk; None while not counted.
    counted : Counted or None
        What the worlds say; nothing of it may be shown before the phase ``ten``.
    shown : int
        How many single worlds are shown in the phase ``ten``.
    runs : int
        How many worlds are to be counted; 0 after the teacher called the counting off.
    """

    phase: str = "first"
    first: Count | None = None
    second: Count | None = None
    counted: Counted | None = None
    shown: int = 0
    runs: int = WORLDS


@dataclass(frozen=True)
class Place:
    """Where a step of the lesson was left: its worlds, and how far they were shown."""

    world: WorldChoice
    other: WorldChoice
    before: WorldChoice | None
    watching: Watching


@dataclass(frozen=True)
class Session:
    """A session as it stands.

    Attributes
    ----------
    lesson : str
        Id of the lesson; empty before one is chosen.
    surface : str
        ``mirrored`` (the wall shows what the teacher's screen shows) or ``second`` (a screen of its own).
    names : bool
        Whether leaders and sides have their real names.
    step : int
        The step of the lesson that is shown.
    dropped : tuple of int
        Steps left out.
    clock : Clock
    world, other : WorldChoice
        The world that is watched, and the one beside it in a comparison.
    before : WorldChoice or None
        The world as it was before the last change of a slider; None where nothing was changed under this luck.
    watching : Watching
    left : mapping of int to Place
        Where the steps that were left stand, so that one finds them again.
    forecasts : mapping of int to Forecast
        By step.
    debrief : str
        The step of the debrief (:data:`DEBRIEF`).
    card : int
        Which of its cards of data is shown, from 0.
    notes : tuple of str
        What the teacher wrote down.
    ended : bool
        Whether the lesson is over.
    past : tuple of Past
        What can be undone, the latest last.
    """

    lesson: str = ""
    surface: str = ""
    names: bool = True
    step: int = 0
    dropped: tuple[int, ...] = ()
    clock: Clock = Clock()
    world: WorldChoice = WorldChoice()
    other: WorldChoice = WorldChoice()
    before: WorldChoice | None = None
    watching: Watching = Watching()
    left: Mapping[int, Place] = field(default_factory=dict)
    forecasts: Mapping[int, Forecast] = field(default_factory=dict)
    debrief: str = DEBRIEF[0]
    card: int = 0
    notes: tuple[str, ...] = ()
    ended: bool = False
    past: tuple[Past, ...] = ()


class Past(NamedTuple):
    """A session before a fact of that kind; its own `past` is empty."""

    kind: str
    session: Session

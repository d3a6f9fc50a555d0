"""What a session comes to when one more fact is added: pure, and without a single run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import reduce
from typing import Any

from analysis.classroom.session import folding_forecasts as forecasts
from analysis.classroom.session import folding_lesson as lesson
from analysis.classroom.session import folding_worlds as worlds
from analysis.classroom.session.facts import Fact
from analysis.classroom.session.state import Past, Session

Handler = Callable[[Session, Mapping[str, Any], float], Session]

HANDLERS: Mapping[str, Handler] = {
    "opened": lesson.opened,
    "names_set": lesson.names_set,
    "clock_started": lesson.clock_started,
    "clock_reset": lesson.clock_reset,
    "clock_stopped": lesson.clock_stopped,
    "clock_resumed": lesson.clock_resumed,
    "minute_added": lesson.minute_added,
    "interrupted": lesson.interrupted,
    "went": lesson.went,
    "dropped": lesson.dropped,
    "debrief_moved": lesson.debrief_moved,
    "noted": lesson.noted,
    "ended": lesson.ended,
    "undone": lesson.undone,
    "played": worlds.played,
    "halted": worlds.halted,
    "speed_set": worlds.speed_set,
    "stops_set": worlds.stops_set,
    "shown": worlds.shown,
    "why_asked": worlds.why_asked,
    "flip_asked": worlds.flip_asked,
    "numbers_set": worlds.numbers_set,
    "slider_set": worlds.slider_set,
    "restarted": worlds.restarted,
    "file_taken": worlds.file_taken,
    "luck_taken": worlds.luck_taken,
    "compared": worlds.compared,
    "chart_chosen": worlds.chart_chosen,
    "lucks_shown": worlds.lucks_shown,
    "hands_counted": forecasts.hands_counted,
    "phase_begun": forecasts.phase_begun,
    "world_revealed": forecasts.world_revealed,
    "counted": forecasts.counted,
    "count_called_off": forecasts.count_called_off,
    "count_asked": forecasts.count_asked,
}
"""What each kind of fact does."""

UNDONE_BY_ONE = (
    "opened", "went", "dropped", "debrief_moved", "ended", "slider_set", "restarted", "file_taken", "luck_taken",
    "compared", "hands_counted", "phase_begun", "world_revealed",
)  # fmt: skip
"""Kinds that can be undone."""

DRAGGED = ("slider_set",)
"""Kinds that come in rows, as a slider is moved: they are undone together."""

KEPT = 20
"""How many facts can be undone, one after the other."""


def fold(session: Session, fact: Fact) -> Session:
    """Return what a session comes to with one more fact.

    Raises
    ------
    ValueError
        For a kind of fact that this version does not know.
    """
    if fact.kind not in HANDLERS:
        raise ValueError(f"fact {fact.number} is of a kind that this version does not know: {fact.kind!r}")
    after = HANDLERS[fact.kind](session, fact.what, fact.at)
    if fact.kind not in UNDONE_BY_ONE or _goes_on(session, fact.kind):
        return after
    return replace(after, past=(*session.past, Past(fact.kind, replace(session, past=())))[-KEPT:])


def _goes_on(session: Session, kind: str) -> bool:
    """Whether a fact goes on with what the last one that can be undone began."""
    return kind in DRAGGED and bool(session.past) and session.past[-1].kind == kind


def replayed(facts: Iterable[Fact]) -> Session:
    """Return what a list of facts comes to."""
    return reduce(fold, facts, Session())

"""Who asked and when they spoke or met, as marks over the days of a run: each in a lane, with a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sim.results.record_rows import Event, events
from sim.results.trajectory import Trajectory
from sim.vocabulary import events as e
from sim.vocabulary import levels

ASKED = {
    e.WORDS[e.LETTER_SENT]: levels.WORDS[levels.LETTER],
    e.WORDS[e.CALL_REQUESTED]: levels.WORDS[levels.CALL],
    e.WORDS[e.SUMMIT_PROPOSED]: levels.WORDS[levels.SUMMIT],
}
"""What a leader asks the other for, by kind of event."""
HELD = {
    e.WORDS[e.MEDIATION_HELD]: levels.WORDS[levels.TALKS],
    e.WORDS[e.CALL_HELD]: levels.WORDS[levels.CALL],
    e.WORDS[e.SUMMIT_HELD]: levels.WORDS[levels.SUMMIT],
}
"""At what level they are in touch, by kind of event; the level is the form of its mark."""
REFUSALS = (e.WORDS[e.REQUEST_DECLINED], e.WORDS[e.REQUEST_LAPSED])

TOGETHER, ASK, IN_VAIN = "together", "ask", "ask in vain"


class Mark(NamedTuple):
    """One mark: its day, its lane, and its form."""

    day: float
    lane: str
    form: str


def reaching_marks(trajectory: Trajectory, names: dict[str, str]) -> dict[str, list[Any]]:
    """Return the marks of a run as columns ``day``, ``lane``, ``form``.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    names : dict of str to str
        What readers call each side: the lane of what it asks. What both do stands in a lane of its own.
    """
    log = events(trajectory)
    marks = sorted([*_asks(log, names), *_meetings(log)])
    return {name: [getattr(mark, name) for mark in marks] for name in Mark._fields}


def _asks(log: Sequence[Event], names: dict[str, str]) -> Iterator[Mark]:
    refused = {event.request for event in log if event.kind in REFUSALS}
    for event in log:
        if event.kind in ASKED and event.actor in names:
            yield Mark(event.day, names[event.actor], IN_VAIN if event.event in refused else ASK)


def _meetings(log: Sequence[Event]) -> Iterator[Mark]:
    for event in log:
        if event.kind in HELD:
            yield Mark(event.day, TOGETHER, HELD[event.kind])

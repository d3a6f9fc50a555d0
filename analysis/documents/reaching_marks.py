"""Who asked and when they spoke or met, as marks over the days of a run: each in a lane, with a form and a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sim.narrative.cast import Cast
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
LETTERS_A_WIDTH = 90
"""Letters of a label that go side by side over all days of a figure."""
BLANKS = 2
"""Between two labels."""


class Mark(NamedTuple):
    """One mark: its day, its lane, its form, and the label above it (empty where there is no room)."""

    day: float
    lane: str
    form: str
    label: str


def reaching_marks(trajectory: Trajectory, names: dict[str, str]) -> dict[str, list[Any]]:
    """Return the marks of a run as columns ``day``, ``lane``, ``form``, ``label``.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    names : dict of str to str
        What readers call each side: the lane of what it asks. What both do stands in a lane of its own.
    """
    log, cast = events(trajectory), Cast(trajectory.scenario)
    marks = sorted([*_asks(log, cast, names), *_meetings(log, cast)])
    days = trajectory.columns["steps"]["day"]
    kept = list(_with_room(marks, (days[-1] - days[0]) / LETTERS_A_WIDTH))
    return {name: [getattr(mark, name) for mark in kept] for name in Mark._fields}


def _asks(log: Sequence[Event], cast: Cast, names: dict[str, str]) -> Iterator[Mark]:
    refused = {event.request for event in log if event.kind in REFUSALS}
    first = "first ask: "
    for event in log:
        if event.kind in ASKED and event.actor in names:
            form = IN_VAIN if event.event in refused else ASK
            yield Mark(event.day, names[event.actor], form, f"{first}{cast.words[ASKED[event.kind]]}")
            first = ""


def _meetings(log: Sequence[Event], cast: Cast) -> Iterator[Mark]:
    for event in log:
        if event.kind in HELD:
            yield Mark(event.day, TOGETHER, HELD[event.kind], str(cast.words[HELD[event.kind]]))


def _with_room(marks: Sequence[Mark], days_a_letter: float) -> Iterator[Mark]:
    """Drop the labels that would run into the one before them in their lane; each stands over its mark's middle."""
    ends: dict[str, float] = {}
    for mark in marks:
        half = (len(mark.label) + BLANKS) * days_a_letter / 2
        has_room = mark.day - half >= ends.get(mark.lane, mark.day - half)
        if has_room:
            ends[mark.lane] = mark.day + half
        yield mark if has_room else mark._replace(label="")

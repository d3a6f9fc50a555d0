"""Which decisions a report on a run looks at: those that led to the first contact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.results.record_rows import Decision, Event, decisions, events
from sim.vocabulary import events as e

if TYPE_CHECKING:
    from sim.results.outcome import First
    from sim.results.trajectory import Trajectory

DECISIONS_SHOWN = 2

ASKING = tuple(e.WORDS[kind] for kind in (e.CALL_REQUESTED, e.SUMMIT_PROPOSED, e.LETTER_SENT))


def decisive(trajectory: Trajectory) -> list[Decision]:
    """Return the decisions that led to the first contact: to ask, and to say yes; else the first of any weight."""
    log, choices = events(trajectory), {choice.decision: choice for choice in decisions(trajectory)}
    first = trajectory.outcome.first_contact
    steps = [event for event in log if event.kind in ASKING] if first is None else _way_to(first, log)
    numbers = dict.fromkeys(event.decision for event in steps if event.decision in choices)
    return [choices[number] for number in numbers][:DECISIONS_SHOWN]


def _way_to(first: First, log: Sequence[Event]) -> list[Event]:
    """The contact and what it came from, event by event, beginning with the request (or what came of itself)."""
    held = next((event for event in log if event.day == first.day and event.level == first.level), None)
    way = [] if held is None else [held]  # none: a record that somebody has edited
    while way and way[-1].cause >= 0:
        way.append(log[way[-1].cause])
    return way[::-1]

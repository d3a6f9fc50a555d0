"""What was already under way on the day of a forecast: contact, a truce, an announced meeting, a mediator who failed.

Read off the known events first (:func:`start_state`), then written in the words of the scenario format
(:func:`start_blocks`): only the second half needs to change with the format.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from analysis.evidence.casebook.casebook_form import DEADLINE, EVENT, EventType
from analysis.evidence.casebook.known import BOTH_SIDES, Known, KnownEvent

SUSPENDED = 0.6
"""Share of its pressure that a side suspends under a truce whose terms are not coded."""

LEVELS = {EventType.letter: "letter", EventType.call: "call", EventType.summit: "summit"}
"""Events that are contact of the leaders, and the level of each."""

_TERM = re.compile(r"\b(\d+) days\b")
_ANNOUNCED = re.compile(r"\b(announce[ds]?|confirmed|venue|invitation|accept(?:s|ed)?)\b", re.IGNORECASE)
_MEETING = re.compile(r"\b(meeting|summit|visit)\b", re.IGNORECASE)
_ANNOUNCING = (EventType.signal, EventType.envoy, EventType.mediation, EventType.call, EventType.agreement)


class Contact(NamedTuple):
    """The latest known contact of the leaders."""

    date: dt.date
    level: str


class Truce(NamedTuple):
    """A truce in force: since when, until when, and which sides suspended pressure."""

    since: dt.date
    until: dt.date
    sides: tuple[str, ...]


class StartState(NamedTuple):
    """What was under way at the origin; None for what was not."""

    contact: Contact | None
    truce: Truce | None
    meeting_on: dt.date | None
    failed_on: dt.date | None


def start_state(known: Known) -> StartState:
    """Return what was under way at the origin."""
    return StartState(_contact(known), _truce(known), _meeting(known), _failed(known))


def start_blocks(state: StartState, sides: Mapping[str, str], points: Mapping[str, float]) -> dict[str, Any]:
    """Return the block ``at_start`` of a scenario.

    Parameters
    ----------
    state : StartState
        What was under way.
    sides : mapping of str to str
        By side (``A``, ``B``), its id in the scenario.
    points : mapping of str to float
        By side, its pressure before any truce (:func:`in_force` is what is left).
    """
    found: dict[str, Any] = {}
    if state.contact is not None:
        found["contact"] = state.contact._asdict()
    if state.truce is not None:
        suspended = {sides[side]: round(points[side] - in_force(state, side, points[side]), 2) for side in BOTH_SIDES}
        found["truce"] = {"since": state.truce.since, "until": state.truce.until, "suspended": suspended}
    if state.meeting_on is not None:
        found["meeting_on"] = state.meeting_on
    return {"at_start": found} if found else {}


def in_force(state: StartState, side: str, points: float) -> float:
    """Return what of a side's pressure is in force: all of it, or what a truce has left."""
    is_suspended = state.truce is not None and side in state.truce.sides
    return points * (1 - SUSPENDED) if is_suspended else points


def _contact(known: Known) -> Contact | None:
    """The latest letter, call or meeting since the start; one that is coded without its event counts as a letter.

    The format wants it before the first day: one of that very day counts as of its eve.
    """
    eve = known.origin - dt.timedelta(days=1)
    found = [
        Contact(min(event.date, eve), LEVELS[event.type])
        for event in known.of(*LEVELS)
        if event.actor in (*BOTH_SIDES, "both") and event.date >= known.start
    ]
    if found:
        return found[-1]
    return Contact(eve, "call" if known.voice else "letter") if known.contact else None


def _truce(known: Known) -> Truce | None:
    """The latest pause with a stated term that no escalation followed and that has not run out."""
    found = None
    for event in known.of(EventType.agreement, EventType.deescalation):
        if _TERM.search(event.magnitude) and event.actor in (*BOTH_SIDES, "both"):
            sides = tuple(side for side in BOTH_SIDES if event.is_of(side))
            found = Truce(event.date, event.date + dt.timedelta(days=_term(event)), sides)
    return None if found is None or _is_over(found, known) else found


def _is_over(truce: Truce, known: Known) -> bool:
    """Whether a truce has run out or an escalation has followed it."""
    breaking = known.of(EventType.escalation, EventType.breakdown)
    return truce.until <= known.origin or any(event.date > truce.since for event in breaking)


def _term(event: KnownEvent) -> int:
    found = _TERM.search(event.magnitude)
    return int(found[1]) if found else 0


def _meeting(known: Known) -> dt.date | None:
    """The day of an announced meeting: the last but one that is watched, since a horizon set by it lies just after."""
    if known.rule not in (EVENT, DEADLINE):
        return None
    said = [event for event in known.of(*_ANNOUNCING) if _ANNOUNCED.search(event.text)]
    if known.rule == DEADLINE:
        said = [event for event in said if _MEETING.search(event.text)]
    return max(known.end - dt.timedelta(days=1), known.origin + dt.timedelta(days=1)) if said else None


def _failed(known: Known) -> dt.date | None:
    """The day on which a mediator gave up, if nobody has mediated since."""
    failures = [event.date for event in known.of(EventType.breakdown) if event.actor == "mediator"]
    if not failures or any(event.date > failures[-1] for event in known.of(EventType.mediation)):
        return None
    return failures[-1]

"""Whether the outcome follows from the log of events, and whether the log holds together.

The outcome is worked out here a second time, from the event table alone, so that a test can compare the two.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence

from sim.results.outcome import First
from sim.results.record_rows import Decision, Event, decisions, events
from sim.results.trajectory import Trajectory
from sim.vocabulary import events as e
from sim.vocabulary.milestones import EVER
from sim.vocabulary.outcomes import OutcomeClass

TOLERANCE = 1e-9
"""How far a sum of probabilities may be from 1, or of components from the utility, in floating point."""

LEADERS_MEET = tuple(row.word for row in e.ROWS if row.contact in ("call", "summit"))

EVER_BY = {name: tuple(row.word for row in e.ROWS if row.ever == name) for name in EVER}
"""The kinds of event behind each answer of `Outcome.ever`."""

BREAKS = ("blow_up", "meeting_withdrawn", "truce_breached")
MENDS = ("call_scheduled", "summit_scheduled", "call_held", "summit_held", "truce_agreed", "truce_renewed", "deal")
TRUCE_BEGINS, TRUCE_ENDS = ("truce_in_force", "truce_agreed", "truce_renewed"), ("truce_breached", "truce_lapsed")
AGREEMENTS = ("truce_in_force", "truce_agreed", "ratification_failed")
EARLIER = ("earlier_contact", "earlier_talks_failed", "truce_in_force")
OUT_OF_TOUCH = 90


def last_of(log: Sequence[Event], kinds: Sequence[str]) -> Event | None:
    """Return the last event of these kinds, or None."""
    return next((event for event in reversed(log) if event.kind in kinds), None)


def last_act(log: Sequence[Event]) -> Event | None:
    """Return the last thing that happened between the leaders: a break, a contact, a date or an agreement."""
    acts = [event for event in log if event.kind in BREAKS + MENDS or _letter_answered(event)]
    return acts[-1] if acts else None


def touches(log: Sequence[Event]) -> list[float]:
    """Return the days on which leaders had contact, envoys talked or something was agreed; below 0 before the start."""
    days = [event.day - event.amount for event in log if event.kind in EARLIER]
    return days + [event.day for event in log if event.kind in TOUCHES or _letter_answered(event)]


AFTERWARDS = 1e-9
"""Days; more than rounding takes from a difference of days, less than between any two events."""

TOUCHES = (*LEADERS_MEET, "mediation_held", "truce_agreed", "truce_renewed", "deal")


def outcome_class(log: Sequence[Event], day: float) -> OutcomeClass:
    """Return where it stands on a day, from what the log has up to then, read backwards."""
    truce, act = last_of(log, TRUCE_BEGINS + TRUCE_ENDS), last_act(log)
    if last_of(log, ("deal",)):
        return OutcomeClass.deal
    if truce and truce.kind in TRUCE_BEGINS:
        return OutcomeClass.truce
    if act and act.kind in BREAKS:
        return OutcomeClass.blow_up
    if first_contact(log) or last_of(log, AGREEMENTS) or day - max(touches(log), default=-math.inf) <= OUT_OF_TOUCH:
        return OutcomeClass.no_deal
    return OutcomeClass.no_contact


def stands_since(log: Sequence[Event], day: float) -> float:
    """Return the day since which it stands so on a day, by judging after every event and every loss of touch before."""
    now, since = outcome_class(log, day), day
    lost = [touch + OUT_OF_TOUCH for touch in touches(log) if 0 <= touch + OUT_OF_TOUCH < day]
    judged = [(0.0, 0, 0.0), *((event.day, place, event.day) for place, event in enumerate(log, start=1))]
    judged += [(late, sum(event.day <= late for event in log), late + AFTERWARDS) for late in lost]
    for moment, told, after in sorted(judged, reverse=True):
        if outcome_class(log[:told], after) is not now:
            return since
        since = moment
    return since


def first_contact(log: Sequence[Event]) -> First | None:
    """Return the first answered letter, call or meeting of the leaders."""
    return _first(log, [e for e in log if e.kind in LEADERS_MEET or _letter_answered(e)])


def first_voice(log: Sequence[Event]) -> First | None:
    """Return the first time the leaders spoke, on the line or in a room."""
    return _first(log, [e for e in log if e.kind in LEADERS_MEET])


def first_in_person(log: Sequence[Event]) -> First | None:
    """Return the first time the leaders met."""
    return _first(log, [e for e in log if e.kind == "summit_held"])


def ever(log: Sequence[Event]) -> dict[str, bool]:
    """Return what happened at least once."""
    kinds = {event.kind for event in log}
    return {name: not kinds.isdisjoint(behind) for name, behind in EVER_BY.items()}


def problems(trajectory: Trajectory) -> list[str]:
    """Return everything in a record that contradicts itself, in words; empty when it holds together."""
    log, choices = events(trajectory), decisions(trajectory)
    return [*_outcome_problems(trajectory, log), *_link_problems(log, choices), *_decision_problems(choices)]


def _letter_answered(event: Event) -> bool:
    return event.kind in ("request_accepted", "requests_crossed") and event.level == "letter"


def _first(log: Sequence[Event], found: Sequence[Event]) -> First | None:
    if not found:
        return None
    event = found[0]
    return First(event.day, event.date, event.level, asked_by(log, event))


def asked_by(log: Sequence[Event], event: Event) -> str:
    """Return who asked for what an event carries out: a side, a mediator, `both`, or nobody.

    A meeting that was agreed on at a table has no single asker: at mediated talks it is the mediator, on a call both;
    so it is when requests crossed.
    """
    if event.kind == "requests_crossed":
        return "both"
    by_id = {entry.event: entry for entry in log}
    arranged = by_id.get(event.request)
    if arranged is None:
        return ""
    if arranged.kind not in ARRANGED:
        return arranged.actor
    return arranged.mediator or _single_asker(by_id.get(arranged.request))


def _single_asker(request: Event | None) -> str:
    """Whoever made a request; `both` when what led to the meeting was no request."""
    return request.actor if request is not None and request.kind in ASKED else "both"


ARRANGED = (e.WORDS[e.CALL_SCHEDULED], e.WORDS[e.SUMMIT_SCHEDULED])
ASKED = (e.WORDS[e.CALL_REQUESTED], e.WORDS[e.SUMMIT_PROPOSED])


def _outcome_problems(trajectory: Trajectory, log: Sequence[Event]) -> Iterator[str]:
    told, end, touched = trajectory.outcome, trajectory.columns["steps"]["day"][-1], max(touches(log), default=-1.0)
    since = stands_since(log, end)
    followed = {
        "outcome_class": outcome_class(log, end),
        "day": since,
        "date": (trajectory.scenario.start + dt.timedelta(days=int(since))).isoformat(),
        "last_touch_day": touched if touched >= 0 else None,
        "first_contact": first_contact(log),
        "first_voice": first_voice(log),
        "first_in_person": first_in_person(log),
        "ever": ever(log),
    }
    for name, value in followed.items():
        if getattr(told, name) != value:
            yield f"outcome.{name} is {getattr(told, name)!r}, but the events say {value!r}"


def _link_problems(log: Sequence[Event], choices: Sequence[Decision]) -> Iterator[str]:
    known = {choice.decision for choice in choices}
    for place, event in enumerate(log):
        if event.event != place:
            yield f"event in row {place} has number {event.event}"
        yield from _origin_problems(event, place)
        if event.decision != -1 and event.decision not in known:
            yield f"event {place} ({event.kind}): there is no decision {event.decision}"
        if place and event.day < log[place - 1].day:
            yield f"event {place} ({event.kind}) is dated before the one above it"


def _origin_problems(event: Event, place: int) -> Iterator[str]:
    for name in ("cause", "request"):
        origin = getattr(event, name)
        if not -1 <= origin < place:
            yield f"event {place} ({event.kind}): its {name} {origin} does not come before it"


def _decision_problems(choices: Sequence[Decision]) -> Iterator[str]:
    for choice in choices:
        total = math.fsum(option.probability for option in choice.options)
        if abs(total - 1) > TOLERANCE:
            yield f"decision {choice.decision}: probabilities sum to {total!r}"
        for option in choice.options:
            weighed = math.fsum(option.components.values())
            if abs(weighed - option.utility) > TOLERANCE:
                yield f"decision {choice.decision}, {option.name}: components make {weighed!r}, not {option.utility!r}"

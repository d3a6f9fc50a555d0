"""What lies ahead of a leader at the table: meetings that have a date, and what was asked and is not answered yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from sim.narrative.amounts import inside, listed
from sim.narrative.cast import Cast, short_date
from sim.narrative.request_fates import Fate, threads
from sim.narrative.scenes import MEETINGS
from sim.narrative.wrapping import wrapped
from sim.results.record_rows import Event
from sim.vocabulary import events as e

CONVENED = e.WORDS[e.MEDIATION_CONVENED]
OVER = frozenset({*MEETINGS, e.WORDS[e.MEETING_WITHDRAWN]})
"""Kinds of events with which a meeting that had a date is past."""

MEETING = {
    e.WORDS[e.CALL_SCHEDULED]: ("{call.a}", "call_lead_days"),
    e.WORDS[e.SUMMIT_SCHEDULED]: ("{summit.a}", "summit_lead_days"),
    CONVENED: ("{talks} arranged by {host}", "convene_days"),
}
"""By kind of event that sets a date: what is to come, and how long it takes from then on."""

ASKED = {
    e.WORDS[e.LETTER_SENT]: "your {letter}",
    e.WORDS[e.CALL_REQUESTED]: "your asking for {call.a}",
    e.WORDS[e.SUMMIT_PROPOSED]: "your proposal of {summit.a}",
}
"""By kind of request, what waits for an answer."""


def ahead(cast: Cast, side: str, log: Sequence[Event]) -> list[str]:
    """Return what lies ahead as lines of at most 80 columns; none when nothing does.

    Parameters
    ----------
    cast : Cast
        Names and words.
    side : str
        Whose leader is told.
    log : sequence of Event
        All events so far.
    """
    lines: list[str] = []
    dates = [*_dates(cast, log), *_term(cast, log)]
    for heading, parts in (("Ahead", dates), ("Not answered yet", list(_asked(cast, side, log)))):
        if parts:
            lines += wrapped(f"{heading}: {listed(parts)}.", first="  ")
    return lines


def _dates(cast: Cast, log: Sequence[Event]) -> Iterator[str]:
    """Yield each meeting to come with its day, which is sure but for a later withdrawal."""
    past = {event.request for event in log if event.kind in OVER}
    last = cast.scenario.start + dt.timedelta(days=cast.scenario.horizon_days)
    for event in log:
        if event.kind in MEETING and event.event not in past:
            day = _day_of(cast, event)
            late = " (after the last day of this game)" if day >= last else ""
            host = inside(cast.mediator(event.mediator)) if event.mediator else cast.words["host"].a
            what = cast.fill(MEETING[event.kind][0], host=host)
            yield f"{what} on {short_date(day.isoformat()).strip()}{late}"


def _day_of(cast: Cast, event: Event) -> dt.date:
    """The day of a meeting whose date was set by an event; one agreed before the first day has its own."""
    scenario, (_, lead) = cast.scenario, MEETING[event.kind]
    agreed_before = scenario.at_start.meeting_on if event.kind == SUMMIT and event.day <= 0 else None
    return agreed_before or scenario.start + dt.timedelta(days=int(event.day + getattr(scenario.latencies, lead)))


SUMMIT = e.WORDS[e.SUMMIT_SCHEDULED]


def _term(cast: Cast, log: Sequence[Event]) -> Iterator[str]:
    """Yield the day on which the truce that holds runs out."""
    standing = [event for event in log if event.kind in TRUCES or event.kind in TRUCE_ENDS]
    if not standing or standing[-1].kind in TRUCE_ENDS:
        return
    scenario, begun = cast.scenario, standing[-1]
    until = scenario.start + dt.timedelta(days=int(begun.day + scenario.truce.term_days))
    if begun.kind == e.WORDS[e.TRUCE_IN_FORCE] and scenario.at_start.truce is not None:
        until = scenario.at_start.truce.until
    yield f"{cast.fill('the end of the {truce}')} on {short_date(until.isoformat()).strip()}, if it is not renewed"


TRUCES = frozenset(e.WORDS[kind] for kind in (e.TRUCE_AGREED, e.TRUCE_RENEWED, e.TRUCE_IN_FORCE))
TRUCE_ENDS = frozenset(e.WORDS[kind] for kind in (e.TRUCE_BREACHED, e.TRUCE_LAPSED))


def _asked(cast: Cast, side: str, log: Sequence[Event]) -> Iterator[str]:
    for thread in threads(log).values():
        request = thread.request
        if thread.fate is Fate.open and request.actor == side:
            yield f"{cast.fill(ASKED[request.kind])} of {short_date(request.date).strip()}"

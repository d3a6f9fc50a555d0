"""What became of each request: answered or not, and the meeting that came of it held, called off, or still to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from sim.narrative.scenes import ANSWERS, ASKS, DATES, MEETINGS, REQUESTS
from sim.results.record_rows import Event
from sim.vocabulary import events as e


class Fate(Enum):
    """How a request ended."""

    refused = auto()
    unanswered = auto()
    open = auto()
    crossed = auto()
    answered = auto()
    held = auto()
    withdrawn = auto()
    to_come = auto()
    overtaken = auto()


FATES: Mapping[str, Fate] = {
    e.WORDS[e.REQUEST_ACCEPTED]: Fate.answered,
    e.WORDS[e.REQUEST_DECLINED]: Fate.refused,
    e.WORDS[e.REQUEST_LAPSED]: Fate.unanswered,
    e.WORDS[e.REQUESTS_CROSSED]: Fate.crossed,
}
"""What an answer makes of a request; after a yes to an ask, its date decides."""


class Thread(NamedTuple):
    """A request and what became of it: the answer, the date that was set, and the meeting or its end."""

    request: Event
    answer: Event | None
    date: Event | None
    end: Event | None
    fate: Fate


def threads(log: Sequence[Event]) -> dict[int, Thread]:
    """Return every letter and every ask of a log with what became of it, by number of the request."""
    answers = _answers(log)
    ends = {event.request: event for event in log if event.kind in MEETINGS or event.kind == WITHDRAWN}
    over = any(event.kind == e.WORDS[e.DEAL] for event in log)
    found = {}
    for request in log:
        if request.kind in REQUESTS:
            answer = answers.get(request.event)
            date = _date_of(request, answer, log)
            end = ends.get(date.event) if date is not None else None
            found[request.event] = Thread(request, answer, date, end, _fate(request, answer, date, end, over))
    return found


def open_dates(log: Sequence[Event]) -> list[Event]:
    """Return the dates of calls and meetings that were still to come when the log ended."""
    ended = {event.request for event in log if event.kind in MEETINGS or event.kind == WITHDRAWN}
    return [event for event in log if event.kind in DATES and event.event not in ended]


WITHDRAWN = e.WORDS[e.MEETING_WITHDRAWN]


def _answers(log: Sequence[Event]) -> dict[int, Event]:
    """The answer to each request; requests that cross answer one another."""
    found: dict[int, Event] = {}
    waiting: dict[tuple[str, str], int] = {}
    for event in log:
        if event.kind in REQUESTS:
            waiting[event.actor, event.level] = event.event
        elif event.kind in ANSWERS:
            found[event.request] = event
            waiting.pop((event.target, event.level), None)
        elif event.kind == e.WORDS[e.REQUESTS_CROSSED]:
            crossing = [key for key in waiting if key[1] == event.level]
            found.update({waiting.pop(key): event for key in crossing})
    return found


def _date_of(request: Event, answer: Event | None, log: Sequence[Event]) -> Event | None:
    """The date that a yes brought at the same moment; None where one was set already."""
    if answer is None or request.kind not in ASKS:
        return None
    return next((event for event in log if event.kind in DATES and event.cause == answer.event), None)


def _fate(request: Event, answer: Event | None, date: Event | None, end: Event | None, over: bool) -> Fate:
    if answer is None:
        return Fate.open
    fate = FATES[answer.kind]
    if request.kind not in ASKS or fate in (Fate.refused, Fate.unanswered):
        return fate
    if end is not None:
        return Fate.withdrawn if end.kind == WITHDRAWN else Fate.held
    if date is None or over:
        return Fate.overtaken
    return Fate.to_come

"""Which events every story tells, however short it is, and how much the others matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sim.narrative.deciding import deciding_event
from sim.narrative.items import Rank
from sim.narrative.request_fates import Fate
from sim.narrative.scenes import ASKS, MEETINGS, REQUESTS, VISITS, Scene, words
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import Event
from sim.vocabulary import events as e

ALWAYS = frozenset(row.word for row in e.ROWS if row.always)
"""Kinds of which every single one is told in every story."""

FIRST_OF = words(e.CALL_HELD, e.MEDIATION_HELD)
"""Kinds of which the first is told in every story: they are milestones."""

TELLING = MEETINGS | ASKS | words(e.MARKET_SHOCK, e.INSULT, e.GOODWILL, e.VALUE_SET)
PRESSURE = words(e.ESCALATE, e.EASE)
GESTURES = words(e.SIGNAL, e.RALLY, e.COURT_PARTNERS)
ERRANDS = VISITS | words(e.ENVOY_SENT, e.ENVOY_APPOINTED, e.MEDIATOR_REFUSED)


BY_KIND = {Rank.telling: TELLING, Rank.pressure: PRESSURE, Rank.errand: ERRANDS, Rank.gesture: GESTURES}
"""How much a kind matters where it is not told always; all others are minor."""


def always_told(run: ToldRun) -> frozenset[int]:
    """Return the numbers of the events that every story of a run tells."""
    found = {event.event for event in run.log if event.kind in ALWAYS}
    deciding = deciding_event(run.trajectory, run.log)
    found |= {deciding.event} if deciding is not None else set()
    found.update(_firsts(run.log))
    found.update(_contacts(run))
    return frozenset(found)


def _firsts(log: Sequence[Event]) -> Iterator[int]:
    """The first of some kinds, and the first ask: of both leaders where they asked on one day."""
    for kind in FIRST_OF:
        yield from _numbers([event for event in log if event.kind == kind][:1])
    asks = [event for event in log if event.kind in ASKS]
    yield from _numbers([event for event in asks if event.day == asks[0].day])


def _numbers(found: Sequence[Event]) -> list[int]:
    return [event.event for event in found]


def _contacts(run: ToldRun) -> Iterator[int]:
    """The three firsts of the outcome, each with the request behind it."""
    outcome, by_number = run.trajectory.outcome, {event.event: event for event in run.log}
    for first in (outcome.first_contact, outcome.first_voice, outcome.first_in_person):
        if first is None:
            continue
        held = next((event for event in run.log if _is_contact(event, first.day, first.level)), None)
        if held is None:
            continue
        yield held.event
        yield from (event.event for event in _behind(held, by_number))


def _is_contact(event: Event, day: float, level: str) -> bool:
    contact = e.BY_WORD[event.kind].contact
    crossing = event.kind == e.WORDS[e.REQUESTS_CROSSED] and level == "letter"
    return event.day == day and event.level == level and (contact == level or crossing)


def _behind(event: Event, by_number: dict[int, Event]) -> Iterator[Event]:
    """The request from which a contact came, and the date before it."""
    number = event.request if event.request >= 0 else event.cause
    while number in by_number:
        found = by_number[number]
        yield found
        if found.kind in REQUESTS:
            return
        number = found.request


def rank_of(scene: Scene, always: frozenset[int], run: ToldRun) -> Rank:
    """Return how much a scene matters."""
    if not always.isdisjoint(scene.numbers):
        return Rank.always
    kind = scene.main.kind
    for rank, kinds in BY_KIND.items():
        if kind in kinds:
            return rank
    if kind in REQUESTS and run.threads[scene.main.event].fate in (Fate.unanswered, Fate.open):
        return Rank.telling
    return Rank.minor

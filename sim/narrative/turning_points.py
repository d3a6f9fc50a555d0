"""Which of a run's events matter to somebody who was not there, and which are told as a sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sim.results.record_rows import Event

ALWAYS = 0
OFTEN = 1
SELDOM = 2
LAST = 3
"""Order in which room is given: events of rank 0 are always told, those of rank 3 when there is room left."""

RANK: Mapping[str, int] = {
    "deal": ALWAYS,
    "no_deal": ALWAYS,
    "blow_up": ALWAYS,
    "ratification_failed": ALWAYS,
    "truce_agreed": ALWAYS,
    "truce_breached": ALWAYS,
    "truce_lapsed": ALWAYS,
    "summit_held": ALWAYS,
    "truce_renewed": OFTEN,
    "call_held": OFTEN,
    "mediation_failed": OFTEN,
    "meeting_withdrawn": OFTEN,
    "market_shock": OFTEN,
    "insult": OFTEN,
    "goodwill": OFTEN,
    "value_set": OFTEN,
    "requests_crossed": OFTEN,
    "mediation_held": SELDOM,
    "summit_scheduled": SELDOM,
    "signing_announced": SELDOM,
    "request_declined": SELDOM,
    "mediation_declined": SELDOM,
    "envoy_appointed": SELDOM,
    "request_accepted": LAST,
    "mediation_accepted": LAST,
    "envoy_received": LAST,
    "envoy_blocked": LAST,
    "request_lapsed": LAST,
    "ease": LAST,
}
"""By kind; what is not named is told as a sum only, but for the first time that a side does it."""

FIRST_TIMES = ("escalate", "ease", "envoy_blocked", "envoy_received", "request_lapsed", "call_requested")
"""Kinds of which the first by each side comes before the repetitions of others."""

CONTACTS = {"request_accepted": "letter", "call_held": "call", "summit_held": "summit"}
"""Kinds and levels of contact between the leaders; the first of each is always told."""

MEETINGS = ("call_held", "summit_held", "mediation_held")


def turning_points(log: Sequence[Event], room: int) -> list[Event]:
    """Return the events to be told one by one, in order, at most `room` unless more are of the first rank.

    A meeting brings the request or offer behind it along: who asked is half of the story.
    """
    ranks = {event.event: rank for event, rank in zip(log, _ranks(log), strict=True) if rank is not None}
    chosen: set[int] = set()
    for wanted in (ALWAYS, OFTEN, SELDOM, LAST):
        numbers = [number for number, rank in ranks.items() if rank == wanted]
        chosen.update(numbers if wanted == ALWAYS else _spread(numbers, room - len(chosen)))
    return [event for event in log if event.event in chosen]


def _ranks(log: Sequence[Event]) -> Iterable[int | None]:
    """Yield each event's rank: first contacts and whoever asked for a meeting come first."""
    requests = _requests_behind(log)
    met: set[str] = set()
    seen: set[tuple[str, str]] = set()
    for event in log:
        if CONTACTS.get(event.kind) == event.level and event.level not in met:
            met.add(event.level)
            yield ALWAYS
        elif event.event in requests or (event.kind in FIRST_TIMES and (event.kind, event.actor) not in seen):
            yield OFTEN
        else:
            yield RANK.get(event.kind)
        seen.add((event.kind, event.actor))


def _requests_behind(log: Sequence[Event]) -> set[int]:
    """Return the numbers of the requests and offers from which a meeting came."""
    requests = {event.event: event.request for event in log}
    arranged = [event.request for event in log if event.kind in MEETINGS]
    return {requests[number] for number in arranged if number in requests}


def _spread(numbers: Sequence[int], free: int) -> list[int]:
    """Return at most `free` of the numbers, evenly spread and with the first among them."""
    if free <= 0:
        return []
    if len(numbers) <= free:
        return list(numbers)
    return [numbers[place * len(numbers) // free] for place in range(free)]

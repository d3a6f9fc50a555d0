"""Which of a run's events matter to somebody who was not there, and which are told as a sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sim.results.rows import Event

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
    "truce_renewed": ALWAYS,
    "truce_lapsed": ALWAYS,
    "summit_held": ALWAYS,
    "call_held": OFTEN,
    "mediation_held": OFTEN,
    "mediation_failed": OFTEN,
    "mediation_convened": OFTEN,
    "meeting_withdrawn": OFTEN,
    "summit_scheduled": OFTEN,
    "signing_announced": OFTEN,
    "market_shock": OFTEN,
    "insult": OFTEN,
    "goodwill": OFTEN,
    "value_set": OFTEN,
    "requests_crossed": OFTEN,
    "request_accepted": SELDOM,
    "request_declined": SELDOM,
    "mediation_accepted": SELDOM,
    "mediation_declined": SELDOM,
    "envoy_appointed": SELDOM,
    "envoy_received": LAST,
    "envoy_blocked": LAST,
    "request_lapsed": LAST,
    "call_requested": LAST,
    "summit_proposed": LAST,
    "mediator_invited": LAST,
    "mediation_offered": LAST,
    "ease": LAST,
}
"""By kind; what is not named is told as a sum only, but for the first time that a side does it."""

YESES = ("request_accepted", "mediation_accepted")

FIRST_TIMES = ("escalate", "ease", "envoy_blocked", "envoy_received", "signal", "request_lapsed", "call_requested")
"""Kinds of which the first by each side is told even if later ones are not."""


def turning_points(log: Sequence[Event], room: int) -> list[Event]:
    """Return the events to be told one by one, in order, at most `room` unless more are of the first rank.

    A call or meeting brings the request behind it along: who asked is half of the story.
    """
    ranks = {event.event: rank for event, rank in zip(log, _ranks(log), strict=True) if rank is not None}
    chosen: set[int] = set()
    for wanted in (ALWAYS, OFTEN, SELDOM, LAST):
        free = room - len(chosen)
        numbers = [number for number, rank in ranks.items() if rank == wanted]
        chosen.update(numbers if wanted == ALWAYS else _spread(numbers, free))
    return [event for event in log if event.event in chosen]


def _ranks(log: Sequence[Event]) -> Iterable[int | None]:
    """Yield each event's rank; a first time moves up, what led to a meeting moves with it."""
    fruitful = _fruitful(log)
    seen: set[tuple[str, str]] = set()
    for event in log:
        first = (event.kind, event.actor) not in seen and event.kind in FIRST_TIMES
        seen.add((event.kind, event.actor))
        yield OFTEN if first or event.event in fruitful else RANK.get(event.kind)


def _fruitful(log: Sequence[Event]) -> set[int]:
    """Return the numbers of the requests and offers from which a meeting came, and of the yeses to them."""
    requests = {event.event: event.request for event in log}
    arranged = {event.request for event in log if event.kind in ("call_held", "summit_held", "mediation_held")}
    asked = {requests[number] for number in arranged if number in requests}
    agreed = {event.event for event in log if event.kind in YESES and event.request in asked}
    return asked | agreed


def _spread(numbers: Sequence[int], free: int) -> list[int]:
    """Return at most `free` of the numbers, evenly spread and with the first among them."""
    if free <= 0:
        return []
    if len(numbers) <= free:
        return list(numbers)
    return [numbers[place * len(numbers) // free] for place in range(free)]

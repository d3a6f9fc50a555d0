"""What belongs together: a request with its answer, a meeting with what came of it.

Every event of a log stands in exactly one scene, so that whatever tells all scenes tells everything, and nothing twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sim.results.record_rows import Event
from sim.vocabulary import events as e


def words(*kinds: int) -> frozenset[str]:
    """Return the words of some kinds of event."""
    return frozenset(e.WORDS[kind] for kind in kinds)


ANSWERS = words(e.REQUEST_ACCEPTED, e.REQUEST_DECLINED, e.REQUEST_LAPSED)
ASKS = words(e.CALL_REQUESTED, e.SUMMIT_PROPOSED)
REQUESTS = ASKS | words(e.LETTER_SENT)
MEETINGS = words(e.CALL_HELD, e.SUMMIT_HELD, e.MEDIATION_HELD)
DATES = words(e.CALL_SCHEDULED, e.SUMMIT_SCHEDULED)
VISITS = words(e.ENVOY_RECEIVED, e.ENVOY_BLOCKED)

ANSWERING = ANSWERS | words(e.MEDIATION_ACCEPTED, e.MEDIATION_DECLINED, e.MEDIATION_LAPSED, e.MEDIATION_CONVENED)
"""Kinds that stand with the request or offer that they answer, whenever they come."""

FOLLOWING = DATES | words(
    e.REQUESTS_CROSSED, e.SIGNING_ANNOUNCED, e.MEDIATOR_REFUSED, e.MEDIATION_OFFERED, e.MEDIATION_FAILED,
    e.DEAL, e.NO_DEAL, e.BLOW_UP, e.RATIFICATION_FAILED, e.TRUCE_AGREED, e.TRUCE_BREACHED,
)  # fmt: skip
"""Kinds that stand with what caused them at the same moment."""

BROUGHT_ALONG = frozenset(
    (e.WORDS[kind], e.WORDS[before])
    for kind, before in (
        (e.ENVOY_RECEIVED, e.ENVOY_SENT),
        (e.ENVOY_BLOCKED, e.ENVOY_SENT),
        (e.MEDIATION_HELD, e.MEDIATION_CONVENED),
    )
)
"""What comes later and takes over the scene in which it was prepared."""

AT_A_TABLE = MEETINGS | VISITS
"""Where a truce may be renewed before its term is over."""


class Scene(NamedTuple):
    """Events that are told in one breath; `main` dates them."""

    main: Event
    events: tuple[Event, ...]

    def has(self, *kinds: int) -> bool:
        """Return whether one of these kinds is among the events."""
        return self.one(*kinds) is not None

    def one(self, *kinds: int) -> Event | None:
        """Return the first event of these kinds, or None."""
        wanted = words(*kinds)
        return next((event for event in self.events if event.kind in wanted), None)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the events."""
        return tuple(event.event for event in self.events)


def scenes(log: Sequence[Event]) -> list[Scene]:
    """Return the log as scenes, in the order of their main events."""
    by_number = {event.event: event for event in log}
    home: dict[int, int] = {}
    for event in log:
        host = _host(event, by_number)
        home[event.event] = event.event if host is None else home[host]
        _bring_along(event, by_number, home)
        _let_cross(event, log, home)
    members: dict[int, list[Event]] = {}
    for event in log:
        members.setdefault(home[event.event], []).append(event)
    return [Scene(by_number[number], tuple(members[number])) for number in sorted(members)]


def _bring_along(event: Event, by_number: dict[int, Event], home: dict[int, int]) -> None:
    """Let an envoy's way stand with the arrival, and the offer of a third party with the talks that came of it."""
    before = by_number.get(event.request)
    if before is None or before.event >= event.event:
        return
    if (event.kind, before.kind) in BROUGHT_ALONG:
        _move(home, home[before.event], event.event)


def _let_cross(event: Event, log: Sequence[Event], home: dict[int, int]) -> None:
    """Let a request that crosses another stand with the one that came first."""
    if event.kind != e.WORDS[e.REQUESTS_CROSSED]:
        return
    *earlier, second = [before for before in log if before.event in home and _asks_at(before, event.level)] or [event]
    first = next((before for before in reversed(earlier) if before.actor != second.actor), None)
    if first is not None and second.event == event.cause:
        _move(home, home[event.cause], home[first.event])


def _asks_at(event: Event, level: str) -> bool:
    return event.kind in REQUESTS and event.level == level


def _move(home: dict[int, int], left: int, host: int) -> None:
    """Let a whole scene stand with another."""
    home.update({number: host for number, before in home.items() if before == left})


def _host(event: Event, by_number: dict[int, Event]) -> int | None:
    """The event with which another stands; None for what opens a scene of its own."""
    if event.kind in ANSWERING and event.request in by_number and event.request < event.event:
        return event.request
    cause = by_number.get(event.cause)
    if cause is None or cause.event >= event.event or cause.day != event.day:
        return None
    if event.kind in FOLLOWING or (event.kind == e.WORDS[e.TRUCE_RENEWED] and cause.kind in AT_A_TABLE):
        return cause.event
    return None

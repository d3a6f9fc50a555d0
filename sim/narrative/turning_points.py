"""Which of a run's events matter to somebody who was not there, and which are told as a sum."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sim.results.record_rows import Event
from sim.vocabulary import events as e

MEETINGS = frozenset(e.WORDS[kind] for kind in (e.CALL_HELD, e.SUMMIT_HELD, e.MEDIATION_HELD))


def turning_points(log: Sequence[Event], room: int) -> list[Event]:
    """Return the events to be told one by one, in order, at most `room` unless more are of the first rank.

    A meeting brings the request or offer behind it along: who asked is half of the story.
    """
    ranks = {event.event: rank for event, rank in zip(log, _ranks(log), strict=True) if rank is not None}
    chosen: set[int] = set()
    for wanted in (e.ALWAYS, e.OFTEN, e.SELDOM, e.LAST):
        numbers = [number for number, rank in ranks.items() if rank == wanted]
        chosen.update(numbers if wanted == e.ALWAYS else _spread(numbers, room - len(chosen)))
    return [event for event in log if event.event in chosen]


def _ranks(log: Sequence[Event]) -> Iterable[int | None]:
    """Yield each event's rank: first contacts and whoever asked for a meeting come first."""
    requests = _requests_behind(log)
    met: set[str] = set()
    seen: set[tuple[str, str]] = set()
    for event in log:
        kind = e.BY_WORD[event.kind]
        if kind.contact and kind.contact == event.level and event.level not in met:
            met.add(event.level)
            yield e.ALWAYS
        elif event.event in requests or (kind.first and (event.kind, event.actor) not in seen):
            yield e.OFTEN
        else:
            yield kind.rank
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

"""Where two runs under the same luck part: the first event that they do not share.

This is the one definition. The story, the figures, the reports and ``compare`` read it from here, and the compiled
engine compares what its runs did by the same function.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sim.results.record_rows import Event

GIST = ("day", "kind", "actor", "target", "level", "mediator", "envoy")
"""What makes two events the same. Amounts do not count: the same step on a slightly different ladder is no other
story."""


class Parting(NamedTuple):
    """The first event that two runs do not share.

    Attributes
    ----------
    place : int
        How many events the two share.
    date : str
        When they part: the calendar day of the earlier of the two events at that place, ISO 8601.
    day : float
        The same in days since the start.
    step : int
        Steps completed when that event happened.
    """

    place: int
    date: str
    day: float
    step: int


def parting(one: Sequence[Event], other: Sequence[Event]) -> Parting | None:
    """Return where two logs of events part, or None when they tell the same.

    A log that ends before the other does parts from it at the other's next event.
    """
    place = shared_events([gist(event) for event in one], [gist(event) for event in other])
    if place is None:
        return None
    first = min((log[place] for log in (one, other) if place < len(log)), key=lambda event: event.day)
    return Parting(place, first.date, first.day, first.step)


def gist(event: Event) -> tuple[object, ...]:
    """Return what an event is compared by."""
    return tuple(getattr(event, name) for name in GIST)


def shared_events(one: Sequence[tuple[object, ...]], other: Sequence[tuple[object, ...]]) -> int | None:
    """Return how many gists two logs share before they differ or one of them ends; None when they are equal."""
    for place, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return place
    return None if len(one) == len(other) else min(len(one), len(other))

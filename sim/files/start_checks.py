"""Whether what is so on the first day fits: pasts before the start, what is to come after it, points below ceilings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from sim.files.lowered import dotted
from sim.files.quantities import finite
from sim.files.scenario_slots import block, value_at
from sim.files.slots import Path
from sim.files.trees import Fault, calendar_date

TRUCE: Path = ("at_start", "truce")
ROUNDING = 1e-12
"""What a sum of two numbers of a file may be off by (0.1 + 0.2 is a little more than 0.3)."""


def start_faults(tree: Any) -> Iterator[Fault]:
    """Yield what does not fit between the start of a plain tree and what it says is so by then."""
    start = calendar_date(value_at(tree, ("start",)))
    if start is not None:
        yield from _date_faults(tree, start)
    yield from _point_faults(tree)


def _date_faults(tree: Any, start: dt.date) -> Iterator[Fault]:
    for path, fits, said in _dates(tree):
        date = calendar_date(value_at(tree, path))
        if date is not None and not fits(date, start):
            yield Fault(path, f"{dotted(path)} is {date} and the start {start}; {said}")


def _dates(tree: Any) -> Iterator[tuple[Path, Callable[[dt.date, dt.date], bool], str]]:
    """Every date of a start state, whether it fits a start, and what is allowed."""
    yield ("at_start", "contact", "date"), _before, "the last contact lies before the start"
    yield (*TRUCE, "since"), _not_after, "a truce in force was agreed by the start"
    yield (*TRUCE, "until"), _after, "its term ends after the start"
    yield ("at_start", "meeting_on"), _after, "the meeting is still to come"
    for mediator in block(tree, "mediators"):
        yield ("mediators", mediator, "failed_on"), _not_after, "talks that failed lie before the start"


def _before(date: dt.date, start: dt.date) -> bool:
    return date < start


def _not_after(date: dt.date, start: dt.date) -> bool:
    return date <= start


def _after(date: dt.date, start: dt.date) -> bool:
    return date > start


def _point_faults(tree: Any) -> Iterator[Fault]:
    """What is in force and what is suspended fit together below the ceiling, or a breach could not bring it back."""
    for side in block(tree, "leaders"):
        path: Path = (*TRUCE, "suspended", side)
        pressure: Path = ("leaders", side, "pressure")
        suspended = finite(value_at(tree, path))
        points, ceiling = (finite(value_at(tree, (*pressure, name))) for name in ("points", "ceiling"))
        if suspended is None or points is None or ceiling is None:
            continue
        if points <= ceiling < (points + suspended) * (1 - ROUNDING):
            said = f"{dotted(path)} is {suspended:g}, on top of {points:g} points in force"
            yield Fault(path, f"{said}; allowed: up to {ceiling - points:g}, the room below the ceiling of this side")

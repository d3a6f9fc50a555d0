"""A copy of everything in a world that a run may change, and how the world is brought back to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sim.state.plain_records import ledger_of
from sim.state.world import World

NO_STATE = ("events", "seats", "flat")
"""Parts of a world that hold no records of their own: the ledger is cut back by its length, the others are doors."""

Fields = Mapping[str, Any]


class WorldCopy(NamedTuple):
    """What a world held at a moment, as plain data that nobody changes.

    Attributes
    ----------
    parts : mapping of str to sequence
        By collection or sheet, a copy of its records (as mappings) or its numbers.
    events : tuple
        The events so far. An event does not change after the step in which it was written, so they are not copied.
    """

    parts: Mapping[str, Sequence[Any]]
    events: tuple[Any, ...]


def copy_world(world: World) -> WorldCopy:
    """Return a copy of a world whose records are plain objects or agents."""
    parts = {name: [_copied(item) for item in part] for name, part in _parts(world)}
    return WorldCopy(parts, tuple(ledger_of(world)[:]))


def put_back(world: World, copy: WorldCopy) -> None:
    """Bring a world, in place, back to what it was when it was copied; whoever holds its records keeps them."""
    for name, part in _parts(world):
        for row, kept in enumerate(copy.parts[name]):
            if isinstance(kept, Mapping):
                _restore(part[row], kept)
            else:
                part[row] = list(kept) if isinstance(kept, list) else kept
    ledger_of(world)[:] = copy.events


def _parts(world: World) -> list[tuple[str, Any]]:
    return [(name, part) for name, part in zip(world._fields, world, strict=True) if name not in NO_STATE]


def _copied(item: Any) -> Any:
    """A copy of a record, of a row of numbers, or of a number."""
    if isinstance(item, list):
        return list(item)
    if isinstance(item, int | float):
        return item
    return {name: list(value) if isinstance(value, list) else value for name, value in _fields(item)}


def _fields(record: Any) -> list[tuple[str, Any]]:
    """Every field of a record with its value, whether it keeps them in a dictionary or in slots."""
    if hasattr(record, "__dict__"):
        return list(vars(record).items())
    slots = (name for kind in type(record).__mro__ for name in getattr(kind, "__slots__", ()))
    return [(name, getattr(record, name)) for name in slots]


def _restore(record: Any, kept: Fields) -> None:
    fresh = {name: list(value) if isinstance(value, list) else value for name, value in kept.items()}
    if hasattr(record, "__dict__"):  # not by setattr: an agent of Mesa watches some of its attributes
        vars(record).clear()
        vars(record).update(fresh)
        return
    for name, value in fresh.items():
        setattr(record, name, value)

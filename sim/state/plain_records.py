"""What stands behind a world that is no compiled buffer.

Plain records, the growing ledger, places by number, blank sheets.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from sim.state.between import Event
from sim.state.buffer import fill_out
from sim.state.fields import fields_of
from sim.state.layout import COLLECTIONS
from sim.state.opening import Place
from sim.state.world import NEWS_STEPS, World
from sim.vocabulary import actions as a
from sim.vocabulary import components as c


def plain(collection: str, record: dict[str, Any]) -> SimpleNamespace:
    """A record of the world as a plain object."""
    return SimpleNamespace(**fill_out(COLLECTIONS[collection], record))


BLANK_EVENT = fill_out(fields_of(Event), {})


class Ledger(list[Any]):
    """The events of a run: reading the next free number makes room for it."""

    def __len__(self) -> int:
        """Room without end, as far as the rules are concerned."""
        return sys.maxsize

    def __getitem__(self, number: Any) -> Any:
        """The event of a number; the next free number is a blank event."""
        if number == self.written:
            self.append(SimpleNamespace(**BLANK_EVENT))
        return super().__getitem__(number)

    @property
    def written(self) -> int:
        """How many events there are."""
        return super().__len__()


def ledger_of(world: World) -> Ledger:
    """The ledger of a world of plain records, as the list that it is."""
    assert isinstance(world.events, Ledger), "a compiled world keeps its ledger elsewhere"
    return world.events


class Places:
    """Any number of the world by its position in the flat buffer, for values that a scenario sets at a date."""

    def __init__(self, places: Mapping[int, Place], collections: Mapping[str, Any]) -> None:
        self._places = places
        self._collections = collections

    def __setitem__(self, position: int, value: float) -> None:
        """Set the number at a position."""
        place = self._places[position]
        record = self._collections[place.collection][place.row]
        current = getattr(record, place.field)
        if isinstance(current, list):
            current[place.position] = value
        else:
            setattr(record, place.field, value)


def blank_rows(count: int) -> list[list[float]]:
    """So many rows of components, blank."""
    return [[0.0] * c.COUNT for _ in range(count)]


def blank_sheets() -> dict[str, Any]:
    """The sheets on which rules work out a decision, blank."""
    return {
        "sheet": blank_rows(a.COUNT),
        "allowed": [0] * a.COUNT,
        "utilities": [0.0] * a.COUNT,
        "nest_values": [0.0] * a.N_NESTS,
        "reply": blank_rows(2),
        "masses": [1.0] * a.COUNT,
        "odds": [0.0] * a.COUNT,
        "news": [[0.0] * NEWS_STEPS for _ in range(2)],
        "news_luck": [0.0] * NEWS_STEPS,
    }

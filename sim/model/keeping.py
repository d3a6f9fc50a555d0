"""What stands behind a world in Mesa that is no agent: plain records, the growing ledger, and places by number."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from sim.world.buffer import fill_out
from sim.world.layout import EVENT
from sim.world.opening import Place


def plain(collection: str, record: dict[str, Any]) -> SimpleNamespace:
    """A record of the world as a plain object."""
    return SimpleNamespace(**fill_out(collection, record))


class Ledger(list[Any]):
    """The events of a run: reading the next free number makes room for it."""

    _zero = {slot.name: 0.0 if slot.kind == "f" else 0 for slot in EVENT}

    def __len__(self) -> int:
        """Room without end, as far as the rules are concerned."""
        return sys.maxsize

    def __getitem__(self, number: Any) -> Any:
        """The event of a number; the next free number is a blank event."""
        if number == self.written:
            self.append(SimpleNamespace(**self._zero))
        return super().__getitem__(number)

    @property
    def written(self) -> int:
        """How many events there are."""
        return super().__len__()


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
            current[place.index] = value
        else:
            setattr(record, place.field, value)


class Seats:
    """Who decides: asking a seat puts the decision to the leader's agent (-1: leave it to the logit)."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def __getitem__(self, side: int) -> int:
        """The choice of a side for the decision that is open now."""
        return self._model.consult(side)  # type: ignore[no-any-return]

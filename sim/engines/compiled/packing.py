"""How a whole world lies in memory for compiled code: one row of eight-byte numbers, the fixed part of it one record.

The record comes first (addresses of what follows, sheets to work on, everything that every scenario has: leaders,
markets, weights), then the collections whose size depends on the scenario. A rule gets the record alone, one pointer,
and finds ``world.advisers`` through the address in it (:mod:`sim.engines.compiled.compiling`), so that no array is
passed around.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from sim.state.between import Event
from sim.state.buffer import Region, fill_out, width_of
from sim.state.fields import Field, fields_of
from sim.state.layout import COLLECTIONS, FIXED
from sim.state.opening import Opening, Record
from sim.state.world import NEWS_STEPS
from sim.vocabulary import actions as a
from sim.vocabulary import components as c

Buffer = npt.NDArray[np.float64]


def in_memory(fields: tuple[Field, ...]) -> np.dtype[Any]:
    """The structured type of a record with these fields: eight bytes a number."""
    kinds = {"f": "f8", "i": "i8"}
    return np.dtype([(f.name, kinds[f.kind], (f.width,)) if f.width > 1 else (f.name, kinds[f.kind]) for f in fields])


def record_type(collection: str) -> np.dtype[Any]:
    """The structured type of one record of a collection."""
    return in_memory(COLLECTIONS[collection])


EVENT_TYPE: np.dtype[Any] = in_memory(fields_of(Event))
VARYING: dict[str, np.dtype[Any]] = {name: record_type(name) for name in COLLECTIONS if name not in FIXED}
VARYING |= {"events": EVENT_TYPE, "flat": np.dtype("f8")}
"""What a world finds by address: collections of any size, the ledger, the flat buffer itself."""

_HEAD: list[Any] = [(f"{part}_{name}", "i8") for name in VARYING for part in ("at", "size")]
_SHEETS: list[Any] = [
    ("seats", "i8", (2,)),
    ("sheet", "f8", (a.COUNT, c.COUNT)),
    ("allowed", "i8", (a.COUNT,)),
    ("utilities", "f8", (a.COUNT,)),
    ("nest_values", "f8", (a.N_NESTS,)),
    ("reply", "f8", (2, c.COUNT)),
    ("masses", "f8", (a.COUNT,)),
    ("odds", "f8", (a.COUNT,)),
    ("news", "f8", (2, NEWS_STEPS)),
    ("news_luck", "f8", (NEWS_STEPS,)),
]
_STATE: list[Any] = [(name, record_type(name), (rows,)) for name, rows in FIXED.items()]
WORLD_TYPE: np.dtype[Any] = np.dtype(_HEAD + _SHEETS + _STATE)
"""The record that compiled rules get as ``world``."""

BEFORE_STATE = np.dtype(_HEAD + _SHEETS).itemsize // 8
"""Numbers before the state begins: the state is what is put back before each run."""


class Memory(NamedTuple):
    """A world in memory: the record (an array of one), the state as a flat row, and what it all lies in."""

    record: npt.NDArray[Any]
    state: Buffer
    events: npt.NDArray[Any]
    whole: Buffer


def allocate(template: Buffer, regions: Mapping[str, Region], room_for_events: int = 1) -> Memory:
    """Lay out a world of its own (for one thread), with addresses filled in and the state as in ``template``."""
    whole = np.zeros(BEFORE_STATE + len(template))
    state = whole[BEFORE_STATE:]
    state[:] = template
    record = whole[: WORLD_TYPE.itemsize // 8].view(WORLD_TYPE)
    events = np.zeros(room_for_events, dtype=EVENT_TYPE)
    found = {name: (state[regions[name].start :], regions[name].rows) for name in VARYING if name in regions}
    found |= {"events": (events, room_for_events), "flat": (state, len(state))}
    for name, (start, size) in found.items():
        record[f"at_{name}"] = start.ctypes.data
        record[f"size_{name}"] = size
    record["seats"] = -1
    record["masses"] = 1.0
    return Memory(record, state, events, whole)


def views_of(state: Buffer, regions: Mapping[str, Region]) -> dict[str, npt.NDArray[Any]]:
    """Every collection of a state as an array of records that shares its memory."""
    views = {}
    for name, region in regions.items():
        part = state[region.start : region.start + region.rows * region.width]
        views[name] = part.view(record_type(name))
    return views


def repacked(template: Buffer, regions: Mapping[str, Region], records: Mapping[str, Sequence[Record]]) -> Buffer:
    """A copy of a starting state with some fields of some records set anew; every other one stays as it is."""
    state = template.copy()
    views = views_of(state, regions)
    for name, rows in records.items():
        for row, record in enumerate(rows):
            for field, value in record.items():
                views[name][field][row] = value
    return state


def pack(opening: Opening, regions: Mapping[str, Region]) -> Buffer:
    """The starting state of an opened scenario as one row."""
    state = np.zeros(sum(region.rows * width_of(name) for name, region in regions.items()))
    for name, view in views_of(state, regions).items():
        for row, record in enumerate(opening.records[name]):
            for field, value in fill_out(COLLECTIONS[name], record).items():
                view[field][row] = value
    return state

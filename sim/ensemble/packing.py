"""How an opened scenario becomes one flat row of numbers, and how records are seen in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.world.buffer import COLLECTIONS, Region, fill_out, regions_of, width_of
from sim.world.opening import Opening

Buffer = npt.NDArray[np.float64]


def record_type(collection: str) -> np.dtype[Any]:
    """The structured type of one record: eight bytes a number, in the order of the layout."""
    kinds = {"f": "f8", "i": "i8"}
    fields: list[Any] = []
    for slot in COLLECTIONS[collection]:
        kind = kinds[slot.kind]
        fields.append((slot.name, kind) if slot.width == 1 else (slot.name, kind, (slot.width,)))
    return np.dtype(fields)


def views_of(buffer: Buffer, regions: Mapping[str, Region]) -> dict[str, npt.NDArray[Any]]:
    """Every collection as an array of records that shares the buffer's memory."""
    views = {}
    for name, region in regions.items():
        part = buffer[region.start : region.start + region.rows * region.width]
        views[name] = part.view(record_type(name))
    return views


def pack(opening: Opening) -> Buffer:
    """The starting numbers of an opened scenario as one row."""
    regions = regions_of(opening)
    total = sum(region.rows * width_of(name) for name, region in regions.items())
    buffer = np.zeros(total)
    for name, view in views_of(buffer, regions).items():
        for row, record in enumerate(opening.records[name]):
            for field, value in fill_out(name, record).items():
                view[field][row] = value
    return buffer

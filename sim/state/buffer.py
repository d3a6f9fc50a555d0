"""Where each field stands when a whole world is one flat row of eight-byte numbers, as in the compiled engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sim.scenario.weights import WEIGHTS
from sim.state.layout import RECORDS, Slot
from sim.state.opening import Opening, Place, Record

WEIGHT_SLOTS = tuple(Slot(weight.name, "f", 1) for weight in WEIGHTS)
FIXED = {"setting": 1, "dyad": 1, "leaders": 2, "images": 2, "publics": 2, "markets": 2, "weights": 1}
"""Collections whose size is the same in every scenario; they stand first in the buffer, in this order."""

_FIELDS = {**RECORDS, "weights": WEIGHT_SLOTS}
_ORDER = (*FIXED, *(name for name in _FIELDS if name not in FIXED))
COLLECTIONS: Mapping[str, tuple[Slot, ...]] = {name: _FIELDS[name] for name in _ORDER}
"""The fields of every collection of a world in the order of the buffer, the weights included."""


def width_of(collection: str) -> int:
    """How many numbers one record of a collection takes."""
    return sum(slot.width for slot in COLLECTIONS[collection])


class Region(NamedTuple):
    """The part of the buffer that a collection takes: first number, rows, numbers a row."""

    start: int
    rows: int
    width: int


def regions_of(opening: Opening) -> dict[str, Region]:
    """Where each collection of an opened scenario stands in the buffer."""
    regions = {}
    start = 0
    for name in COLLECTIONS:
        region = Region(start, len(opening.records[name]), width_of(name))
        regions[name] = region
        start += region.rows * region.width
    return regions


def offset_of(regions: Mapping[str, Region], place: Place) -> int:
    """The position of one number in the buffer."""
    offset = 0
    for slot in COLLECTIONS[place.collection]:
        if slot.name == place.field:
            break
        offset += slot.width
    region = regions[place.collection]
    return region.start + place.row * region.width + offset + place.position


def place_interventions(opening: Opening, regions: Mapping[str, Region]) -> dict[int, Place]:
    """Give every ``set`` intervention the position of its field; returns the places by position."""
    places = {}
    for item in opening.records["interventions"]:
        path = item.pop("path", None)
        if path is not None:
            place = opening.places[path]
            item["place"] = offset_of(regions, place)
            places[item["place"]] = place
    return places


def fill_out(collection: str, record: Record) -> Record:
    """A record with every field of its collection: what the scenario leaves open is zero."""
    full: Record = {}
    for slot in COLLECTIONS[collection]:
        zero = 0.0 if slot.kind == "f" else 0
        value = record.get(slot.name, zero if slot.width == 1 else [zero] * slot.width)
        full[slot.name] = list(value) if slot.width > 1 else value
    return full

"""Where each field stands when a whole world is one flat row of eight-byte numbers, as in the compiled engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sim.state.fields import Field
from sim.state.layout import COLLECTIONS
from sim.state.opening import Opening, Place, Record


def width_of(collection: str) -> int:
    """How many numbers one record of a collection takes."""
    return sum(field.width for field in COLLECTIONS[collection])


class Region(NamedTuple):
    """The part of the buffer that a collection takes: first number, rows, numbers per row."""

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
    for field in COLLECTIONS[place.collection]:
        if field.name == place.field:
            break
        offset += field.width
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


def fill_out(fields: Sequence[Field], record: Record) -> Record:
    """A record with every field: what the scenario leaves open is zero."""
    full: Record = {}
    for field in fields:
        zero = 0.0 if field.kind == "f" else 0
        value = record.get(field.name, zero if field.width == 1 else [zero] * field.width)
        full[field.name] = list(value) if field.width > 1 else value
    return full

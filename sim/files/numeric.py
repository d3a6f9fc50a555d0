"""Which numbers of a scenario can be turned, between which bounds, and what both ends mean: sliders, sweeps, lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from sim.files.scenario_slots import root
from sim.files.slots import Slot
from sim.scenario.scenario import Scenario


class NumericField(NamedTuple):
    """A number of a scenario that may take any value between its bounds."""

    path: str
    value: float
    low: float
    high: float
    unit: str
    at_low: str
    at_high: str
    meaning: str
    given: bool
    """Whether the scenario says the value itself, rather than leaving it at the default."""


def numeric_fields(scenario: Scenario) -> list[NumericField]:
    """Return every number of a scenario that has a range, in the order of the file format.

    Counts of days in whole numbers and the integration step are left out: they do not vary freely.
    """
    return list(_fields(scenario, root(), "", True))


def _fields(value: Any, slot: Slot, path: str, given: bool) -> Iterator[NumericField]:
    if slot.spreadable and value is not None:
        low, high = slot.range
        words = (slot.unit, slot.at_low, slot.at_high, slot.description)
        yield NumericField(path, float(value), low, high, *words, given)
        return
    for key, child, child_given in _children(value):
        below = slot.child(key)
        if below is not None:
            yield from _fields(child, below, f"{path}.{key}" if path else str(key), given and child_given)


def _children(value: Any) -> Iterator[tuple[str | int, Any, bool]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield name, getattr(value, name), name in value.model_fields_set
    elif isinstance(value, Mapping):
        for name, child in value.items():
            yield name, child, True
    elif isinstance(value, tuple):
        for place, child in enumerate(value):
            yield place, child, True

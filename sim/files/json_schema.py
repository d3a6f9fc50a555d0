"""The file format as a JSON Schema (2020-12): with it an editor completes, explains and checks what is typed.

The schema is made from the same types that check a file. What spans several fields (both sides named, dates within
the run) no schema can say; ``climbdown check`` does.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from sim.files.quantities import OPTIONAL, PARAMETERS
from sim.files.shipped import FOLDER
from sim.files.slots import SOURCED, Kind, Slot, slots
from sim.scenario.bounds import NAME_PATTERN
from sim.scenario.distributions import KINDS, MOST_CHOICES
from sim.scenario.provenance import Confidence
from sim.scenario.scenario import Scenario

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FILE: Path = FOLDER / "schema.json"

_TYPES = {Kind.number: "number", Kind.whole: "integer", Kind.switch: "boolean", Kind.text: "string"}
_ABOUT = {
    "source": {"type": "string", "description": "Where the value comes from."},
    "note": {"type": "string", "description": "How it was coded, or what to know about it."},
    "confidence": {"enum": [*Confidence], "description": "How sure the coder was."},
}
_EXTENDS = {
    "type": "string",
    "description": "A shipped scenario or a YAML file in this folder to build on; null removes one of its entries.",
}


def scenario_schema() -> dict[str, Any]:
    """Return the JSON Schema of a scenario file.

    A file that extends another names only what it changes, so every part is there twice: whole, and as changes.
    """
    whole, changes = _Builder(changes=False), _Builder(changes=True)
    whole_top, changes_top = whole.reference(Scenario), changes.reference(Scenario)
    changes.definitions["ScenarioChanges"]["properties"]["extends"] = _EXTENDS
    definitions = whole.definitions | changes.definitions
    return {
        "$schema": DIALECT,
        "title": "A climbdown scenario",
        "type": "object",
        "if": {"required": ["extends"]},
        "then": changes_top,
        "else": whole_top,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def schema_text() -> str:
    """Return the schema as it stands in ``scenarios/schema.json``."""
    return json.dumps(scenario_schema(), indent=1, ensure_ascii=False) + "\n"


class _Builder:
    """Turns slots into schemas and keeps the definitions that they refer to."""

    def __init__(self, *, changes: bool) -> None:
        self.changes = changes
        self.definitions: dict[str, Any] = {}

    def reference(self, part: type[BaseModel]) -> dict[str, Any]:
        name = part.__name__ + ("Changes" if self.changes else "")
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._part(part)
        return {"$ref": f"#/$defs/{name}"}

    def _part(self, part: type[BaseModel]) -> dict[str, Any]:
        fields = slots(part)
        schema: dict[str, Any] = {
            "type": "object",
            "description": (part.__doc__ or "").strip().splitlines()[0],
            "properties": {name: self._entry(slot) for name, slot in fields.items()},
            "additionalProperties": False,
        }
        required = [] if self.changes else [name for name, slot in fields.items() if slot.required]
        return schema | ({"required": required} if required else {})

    def _entry(self, slot: Slot) -> dict[str, Any]:
        """What stands behind a key: in changes, null removes it."""
        schema = self._slot(slot)
        if not (self.changes or slot.optional):
            return schema
        description = {"description": schema.pop("description")} if "description" in schema else {}
        return {**description, "anyOf": [schema, {"type": "null"}]}

    def _slot(self, slot: Slot) -> dict[str, Any]:
        schema = _described(slot)
        if slot.part is not None:
            return schema | self.reference(slot.part)
        if slot.kind is Kind.roster:
            return schema | self._roster(slot)
        if slot.item is not None:
            # a list replaces the extended one as a whole, so its items are never mere changes
            items = _Builder(changes=False)
            item = items._slot(slot.item)
            self.definitions |= items.definitions
            return schema | {"type": "array", "items": item, "maxItems": slot.most}
        if slot.kind not in SOURCED:
            return schema | _plain(slot)
        return schema | self._sourced(slot)

    def _roster(self, slot: Slot) -> dict[str, Any]:
        assert slot.item is not None
        schema = {
            "type": "object",
            "propertyNames": {"pattern": NAME_PATTERN},
            "additionalProperties": self._entry(slot.item),
        }
        limits = {} if self.changes else {"minProperties": slot.fewest, "maxProperties": slot.most}
        return schema | {name: limit for name, limit in limits.items() if limit is not None}

    def _sourced(self, slot: Slot) -> dict[str, Any]:
        """Numbers of one range share a definition; there are few ranges and many numbers."""
        if not slot.spreadable:
            return {"anyOf": [_plain(slot), _with_source(_plain(slot))]}
        name = f"number_{slot.low:g}_to_{slot.high:g}"
        spreads = [_spread(kind, slot) for kind in KINDS]
        self.definitions[name] = {"anyOf": [_plain(slot), _with_source(_plain(slot)), *spreads]}
        return {"$ref": f"#/$defs/{name}"}


def _described(slot: Slot) -> dict[str, Any]:
    words = slot.description
    if slot.at_low or slot.at_high:
        words += f" {slot.low:g}: {slot.at_low}; {slot.high:g}: {slot.at_high}. Unit: {slot.unit}."
    schema: dict[str, Any] = {"description": words} if words else {}
    if slot.kind in SOURCED and not slot.required and slot.default is not None:
        schema["default"] = slot.default
    return schema


def _plain(slot: Slot) -> dict[str, Any]:
    if slot.choices:
        return {"enum": list(slot.choices)}
    if slot.kind is Kind.date:
        return {"type": "string", "format": "date"}
    schema: dict[str, Any] = {"type": _TYPES[slot.kind]}
    limits = {"minimum": slot.low, "maximum": slot.high, "pattern": slot.pattern}
    return schema | {name: limit for name, limit in limits.items() if limit is not None}


def _with_source(plain: dict[str, Any]) -> dict[str, Any]:
    properties = {"value": plain, **_ABOUT}
    return {"type": "object", "properties": properties, "required": ["value"], "additionalProperties": False}


def _spread(kind: str, slot: Slot) -> dict[str, Any]:
    inside = {"type": "number", "minimum": slot.low, "maximum": slot.high}
    shapes: dict[str, Any] = {
        "sd": {"type": "number", "exclusiveMinimum": 0},
        "values": {"type": "array", "items": inside, "minItems": 1, "maxItems": MOST_CHOICES, "uniqueItems": True},
        "weights": {
            "type": "array",
            "items": {"type": "number", "minimum": 0},
            "minItems": 1,
            "maxItems": MOST_CHOICES,
        },
    }
    names = (*PARAMETERS[kind], *OPTIONAL.get(kind, ()))
    return {
        "type": "object",
        "properties": {"distribution": {"const": kind}, **{name: shapes.get(name, inside) for name in names}, **_ABOUT},
        "required": ["distribution", *PARAMETERS[kind]],
        "additionalProperties": False,
    }

"""A file format as a JSON Schema (2020-12): with it an editor completes, explains and checks what is typed.

The schema is made from the same types that check a file. What spans several fields (both sides named, dates within
the run) no schema can say; ``climbdown check`` does.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from sim.files.quantities import PARAMETERS, allowed_parameters
from sim.files.shipped import FOLDER
from sim.files.slots import SOURCED, Form, Kind, Slot, slots
from sim.scenario.bounds import NAME_PATTERN
from sim.scenario.distributions import KINDS, MOST_CHOICES
from sim.scenario.provenance import Confidence
from sim.scenario.scenario import Scenario

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FILE: Path = FOLDER / "schema.json"
WIDTH = 200
"""Columns of a line in the file, so that most fields stand in one line, as in a table."""

_TYPES = {Kind.number: "number", Kind.whole: "integer", Kind.switch: "boolean", Kind.text: "string"}
_NUMBER = {"type": "number"}
_NULL = {"type": "null"}
_NAME = {"pattern": NAME_PATTERN}
_ANYTHING: dict[Kind, dict[str, Any]] = {Kind.scalar: {"type": ["number", "string", "boolean"]}, Kind.anything: {}}
"""Kinds of places that take values of several types."""

_ABOUT = {
    "source": {"type": "string", "description": "Where the value comes from."},
    "note": {"type": "string", "description": "How it was coded, or what to know about it."},
    "confidence": {"enum": [*Confidence], "description": "How sure the coder was."},
}
_EXTENDS = {
    "type": "string",
    "description": "A shipped scenario or a YAML file in this folder to build on; null removes one of its entries.",
}
_SHAPES: dict[str, Any] = {
    "sd": {"type": "number", "exclusiveMinimum": 0},
    "values": {"type": "array", "items": _NUMBER, "minItems": 1, "maxItems": MOST_CHOICES, "uniqueItems": True},
    "weights": {"type": "array", "items": {"type": "number", "minimum": 0}, "minItems": 1, "maxItems": MOST_CHOICES},
}
"""What the parameters of a distribution are, where they are not plain numbers."""

_RANGED = "^(value|low|high|mean|mode)$"
"""What must lie within the range of the field in which a source or distribution stands."""


def scenario_schema() -> dict[str, Any]:
    """Return the JSON Schema of a scenario file.

    A file that extends another names only what it changes, so every part is there twice: whole, and as changes, which
    refer to the whole wherever only `null` is added.
    """
    builder = _Builder()
    whole, changes = builder.reference(Scenario), builder.changes_reference(Scenario)
    builder.definitions["ScenarioChanges"]["properties"]["extends"] = _EXTENDS
    definitions = builder.definitions | _shared()
    return {
        "$schema": DIALECT,
        "title": "A climbdown scenario",
        "type": "object",
        "if": {"required": ["extends"]},
        "then": changes,
        "else": whole,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def form_schema(form: Form[Any]) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file in which nothing is extended and numbers carry no sources."""
    builder = _Builder()
    whole = builder.reference(form.part)
    definitions = builder.definitions | {"name": _NAME}
    return {
        "$schema": DIALECT,
        "title": f"A climbdown {form.noun}",
        **whole,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def schema_text(schema: dict[str, Any]) -> str:
    """Return a schema as it stands in a file: one line for whatever fits in one."""
    return _written(schema, 0, 0) + "\n"


def _written(value: Any, indent: int, used: int) -> str:
    short = json.dumps(value, ensure_ascii=False)
    if used + indent + len(short) < WIDTH or not isinstance(value, dict | list) or not value:
        return short
    pad = " " * (indent + 1)
    if isinstance(value, list):
        lines = [pad + _written(item, indent + 1, 0) for item in value]
        return "[\n" + ",\n".join(lines) + "\n" + " " * indent + "]"
    names = {json.dumps(key, ensure_ascii=False): child for key, child in value.items()}
    lines = [f"{pad}{name}: {_written(child, indent + 1, len(name) + 2)}" for name, child in names.items()]
    return "{\n" + ",\n".join(lines) + "\n" + " " * indent + "}"


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


class _Builder:
    """Turns slots into schemas and keeps the definitions that they refer to."""

    def __init__(self) -> None:
        self.definitions: dict[str, Any] = {}

    def reference(self, part: type[BaseModel]) -> dict[str, Any]:
        """Refer to a part as it stands in a file of its own."""
        name = part.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            fields = slots(part)
            required = [key for key, slot in fields.items() if slot.required]
            properties = {key: self._entry(slot) for key, slot in fields.items()}
            self.definitions[name] = _block(part, properties) | ({"required": required} if required else {})
        return _ref(name)

    def changes_reference(self, part: type[BaseModel]) -> dict[str, Any]:
        """Refer to a part as changes: nothing is required, and null removes an entry."""
        self.reference(part)
        name = f"{part.__name__}Changes"
        if name not in self.definitions:
            self.definitions[name] = {}
            properties = {key: self._change(part, key, slot) for key, slot in slots(part).items()}
            self.definitions[name] = _block(part, properties)
        return _ref(name)

    def _entry(self, slot: Slot) -> dict[str, Any]:
        schema = self._slot(slot)
        if not slot.optional:
            return schema
        description = {"description": schema.pop("description")} if "description" in schema else {}
        return {**description, "anyOf": [schema, _NULL]}

    def _change(self, part: type[BaseModel], key: str, slot: Slot) -> dict[str, Any]:
        """What may stand behind a key in changes: a block mixes with the extended one, anything else replaces it."""
        if slot.part is not None:
            return _described(slot) | {"anyOf": [self.changes_reference(slot.part), _NULL]}
        if slot.kind is Kind.roster and slot.item is not None and slot.item.part is not None:
            entry = {"anyOf": [self.changes_reference(slot.item.part), _NULL]}
            return _described(slot) | {"anyOf": [_names(slot) | {"additionalProperties": entry}, _NULL]}
        if slot.kind is Kind.roster and slot.item is not None:
            entry = {"anyOf": [self._slot(slot.item), _NULL]}
            return _described(slot) | {"anyOf": [_names(slot) | {"additionalProperties": entry}, _NULL]}
        return {"anyOf": [{"$ref": f"#/$defs/{part.__name__}/properties/{key}"}, _NULL]}

    def _slot(self, slot: Slot) -> dict[str, Any]:
        schema = _described(slot)
        if slot.part is not None:
            return schema | self._part(slot.part, slot.short)
        if slot.item is not None:
            return schema | (
                self._roster(slot, slot.item) if slot.kind is Kind.roster else self._series(slot, slot.item)
            )
        return schema | (self._sourced(slot) if slot.takes_source else _plain(slot))

    def _part(self, part: type[BaseModel], short: str) -> dict[str, Any]:
        """A block, or the field that a value given alone stands for."""
        return {"anyOf": [_plain(slots(part)[short]), self.reference(part)]} if short else self.reference(part)

    def _roster(self, slot: Slot, item: Slot) -> dict[str, Any]:
        limits = {"minProperties": slot.fewest, "maxProperties": slot.most}
        entries = {"additionalProperties": self._entry(item)}
        return _names(slot) | entries | {name: size for name, size in limits.items() if size is not None}

    def _series(self, slot: Slot, item: Slot) -> dict[str, Any]:
        most = {} if slot.most is None else {"maxItems": slot.most}
        return {"type": "array", "items": self._slot(item)} | most

    def _sourced(self, slot: Slot) -> dict[str, Any]:
        """Numbers of one range share a definition; there are few ranges and many numbers."""
        if not slot.spreadable:
            return {"anyOf": [_plain(slot), _ref("sourced") | {"properties": {"value": _plain(slot)}}]}
        span = f"{slot.low:g}_to_{slot.high:g}"
        within = _ref(f"range_{span}")
        ranged = {"patternProperties": {_RANGED: within}, "properties": {"values": {"items": within}}}
        self.definitions[f"range_{span}"] = _plain(slot)
        self.definitions[f"number_{span}"] = {"anyOf": [within, _ref("quantity") | ranged]}
        return _ref(f"number_{span}")


def _block(part: type[BaseModel], properties: dict[str, Any]) -> dict[str, Any]:
    description = (part.__doc__ or "").strip().splitlines()[0]
    return {"type": "object", "description": description, "properties": properties, "additionalProperties": False}


def _names(slot: Slot) -> dict[str, Any]:
    if slot.names:
        return {"type": "object", "propertyNames": {"enum": list(slot.names)}}
    return {"type": "object"} | ({"propertyNames": _ref("name")} if slot.pattern else {})


def _shared() -> dict[str, Any]:
    """What many fields refer to: names, a value with its source, and the distributions."""
    spreads = {f"spread_{kind}": _spread(kind) for kind in KINDS}
    sourced = {"value": {"type": ["number", "string", "boolean"]}, **_about()}
    return {
        **{f"about_{name}": schema for name, schema in _ABOUT.items()},
        **spreads,
        "name": _NAME,
        "sourced": {"type": "object", "properties": sourced, "required": ["value"], "additionalProperties": False},
        "quantity": {"anyOf": [_ref("sourced"), *map(_ref, spreads)]},
    }


def _about() -> dict[str, Any]:
    return {name: _ref(f"about_{name}") for name in _ABOUT}


def _spread(kind: str) -> dict[str, Any]:
    names = allowed_parameters(kind)
    parameters = {name: _SHAPES.get(name, _NUMBER) for name in names}
    return {
        "type": "object",
        "properties": {"distribution": {"const": kind}, **parameters, **_about()},
        "required": ["distribution", *PARAMETERS[kind]],
        "additionalProperties": False,
    }


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
    if slot.kind in _ANYTHING:
        return dict(_ANYTHING[slot.kind])
    if slot.kind is Kind.date:
        return {"type": "string", "format": "date"}
    schema: dict[str, Any] = {"type": _TYPES[slot.kind]}
    limits = {"minimum": slot.low, "maximum": slot.high, "pattern": slot.pattern}
    return schema | {name: limit for name, limit in limits.items() if limit is not None}

"""A number given with its source or as a distribution: what its block may hold, and the value it stands for."""

from __future__ import annotations

import math
from typing import Any, Protocol

from sim.files.lowered import Lowered, Missing, dotted
from sim.files.problems import Findings, Spot
from sim.files.slots import Path, Slot
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.files.yaml_nodes import UNREADABLE, Node
from sim.scenario.distributions import KINDS, Distribution
from sim.scenario.provenance import Confidence, Provenance

ABOUT = ("source", "note", "confidence")
PARAMETERS = {
    "uniform": ("low", "high"),
    "normal": ("mean", "sd"),
    "beta": ("mean", "sd"),
    "triangular": ("low", "mode", "high"),
    "choice": ("values",),
}
OPTIONAL = {"normal": ("low", "high"), "beta": ("low", "high"), "choice": ("weights",)}


class Reader(Protocol):
    """What reading a number needs from the walk over the tree."""

    lowered: Lowered
    findings: Findings

    def value(self, node: Node, slot: Slot | None, path: Path) -> Any:
        """Lower a value."""

    def report(self, spot: Spot, path: Path, message: str) -> Missing:
        """Note a problem and leave the value out."""

    def drop(self, path: Path) -> Missing:
        """Leave a value out that was reported."""


def read_quantity(node: Node, slot: Slot, path: Path, reader: Reader) -> Any:
    """Read ``{value, source, note, confidence}`` or ``{distribution, ...}``; returns the value the field holds."""
    entries: dict[str, Node] = node.value
    if "distribution" in entries:
        return _read_spread(node, slot, path, reader)
    if "value" not in entries:
        forms = "{value: ..., source: ..., note: ..., confidence: ...}"
        forms += " or {distribution: ...}" if slot.spreadable else ""
        keys = ("value", "distribution") if slot.spreadable else ("value",)
        hint = next(filter(None, (did_you_mean(key, keys) for key in entries)), "")
        return reader.report(
            node.spot, path, f"{dotted(path)} is a block without `value`; {slot.allowed}, or {forms}{hint}"
        )
    _refuse_unknown(entries, ("value", *ABOUT), path, reader)
    _read_provenance(entries, path, reader)
    inner = entries["value"].under(node.name_spot)
    if isinstance(inner.value, dict):
        return reader.report(inner.spot, path, f"{dotted(path)}: `value` is a block; {slot.allowed}")
    return reader.value(inner, slot, path)


def _refuse_unknown(entries: dict[str, Node], allowed: tuple[str, ...], path: Path, reader: Reader) -> None:
    for key, node in entries.items():
        if key not in allowed:
            said = f"unknown key {shown(key)} in {dotted(path)}; allowed: {one_of(allowed)}{did_you_mean(key, allowed)}"
            reader.findings.add(node.name_spot, said)


def _read_provenance(entries: dict[str, Node], path: Path, reader: Reader) -> None:
    words: dict[str, str] = {}
    for key in ABOUT:
        node = entries.get(key)
        if node is None or node.value is UNREADABLE:
            continue
        if fault := _fault_about(key, node.value):
            reader.findings.add(node.spot, f"{dotted(path)}: {fault}")
        else:
            words[key] = node.value
    confidence = Confidence(words["confidence"]) if "confidence" in words else None
    provenance = Provenance(words.get("source", ""), words.get("note", ""), confidence)
    if provenance:
        reader.lowered.provenance[dotted(path)] = provenance


def _fault_about(key: str, value: Any) -> str:
    """Return what is wrong with a source, note or confidence, or nothing."""
    if not isinstance(value, str):
        return f"`{key}` must be a text; write it in quotes"
    if key != "confidence" or value in set(Confidence):
        return ""
    allowed = [*Confidence]
    return f"confidence is {shown(value)}; allowed: {one_of(allowed)}{did_you_mean(value, allowed)}"


def _read_spread(node: Node, slot: Slot, path: Path, reader: Reader) -> Any:
    name = node.value["distribution"]
    if not slot.spreadable:
        return reader.report(name.name_spot, path, f"{dotted(path)} cannot be a distribution; {slot.allowed}")
    if name.value is UNREADABLE:
        return reader.drop(path)
    if not isinstance(name.value, str) or name.value not in KINDS:
        hint = did_you_mean(str(name.value), KINDS)
        said = f"{dotted(path)}: unknown distribution {shown(name.value) if isinstance(name.value, str) else ''}"
        return reader.report(name.spot, path, f"{said.rstrip()}; allowed: {one_of(KINDS)}{hint}")
    _refuse_unknown(node.value, ("distribution", *allowed_parameters(name.value), *ABOUT), path, reader)
    _read_provenance(node.value, path, reader)
    distribution = _build(name.value, node, slot, path, reader)
    if distribution is None:
        return reader.drop(path)
    reader.lowered.distributions[dotted(path)] = distribution
    return distribution.central()


def _build(name: str, node: Node, slot: Slot, path: Path, reader: Reader) -> Distribution | None:
    parameters = _parameters(name, node, path, reader)
    if parameters is None:
        return None
    distribution = KINDS[name](**_with_defaults(name, parameters, slot))
    faults = list(distribution.faults(*slot.range))
    for key, said in faults:
        reader.findings.add(node.value.get(key, node).spot, f"{dotted(path)}: {said}")
    return None if faults else distribution


def _parameters(name: str, node: Node, path: Path, reader: Reader) -> dict[str, Any] | None:
    """Return what a distribution was given, or None when something is missing or no number."""
    entries: dict[str, Node] = node.value
    for key in PARAMETERS[name]:
        if key not in entries:
            reader.findings.add(node.spot, f"{dotted(path)}: a {name} distribution needs `{key}`")
    read = {key: _parameter(key, entries[key], path, reader) for key in allowed_parameters(name) if key in entries}
    complete = set(PARAMETERS[name]) <= entries.keys() and None not in read.values()
    return read if complete else None


def allowed_parameters(name: str) -> tuple[str, ...]:
    """Return the parameters that a kind of distribution takes: those that it needs, then the others."""
    return (*PARAMETERS[name], *OPTIONAL.get(name, ()))


def _with_defaults(name: str, parameters: dict[str, Any], slot: Slot) -> dict[str, Any]:
    """Fill in what may be left out: the ends of the field's range, and equal weights."""
    if name in ("normal", "beta"):
        low, high = slot.range
        return {"low": float(low), "high": float(high)} | parameters
    if name == "choice":
        return {"weights": (1.0,) * len(parameters["values"])} | parameters
    return parameters


def _parameter(key: str, node: Node, path: Path, reader: Reader) -> Any:
    """Return a number, or a tuple of them for a list; None when it is something else or was reported already."""
    if key in ("values", "weights"):
        if not isinstance(node.value, list):
            reader.findings.add(node.spot, f"{dotted(path)}: `{key}` must be a list of numbers, such as [0.2, 0.8]")
            return None
        numbers = tuple(_parameter(f"an item of {key}", item, path, reader) for item in node.value)
        return None if None in numbers else numbers
    number = finite(node.value)
    if number is None and node.value is not UNREADABLE:
        reader.findings.add(node.spot, f"{dotted(path)}: {_quoted(key)} must be a number")
    return number


def _quoted(key: str) -> str:
    return key if " " in key else f"`{key}`"


def finite(value: Any) -> float | None:
    """Return a value as a float when it is a finite number (a switch is none)."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None

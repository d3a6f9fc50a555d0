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
        hint = next((did_you_mean(key, ("value", "distribution")) for key in entries), "")
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
    said = {key: entries[key] for key in ABOUT if key in entries and entries[key].value is not UNREADABLE}
    words = {}
    for key, node in said.items():
        if not isinstance(node.value, str):
            reader.findings.add(node.spot, f"{dotted(path)}: `{key}` must be a text; write it in quotes")
        elif key == "confidence" and node.value not in set(Confidence):
            allowed = [*Confidence]
            hint = did_you_mean(node.value, allowed)
            reader.findings.add(
                node.spot, f"{dotted(path)}: confidence is {shown(node.value)}; allowed: {one_of(allowed)}{hint}"
            )
        else:
            words[key] = node.value
    confidence = Confidence(words["confidence"]) if "confidence" in words else None
    provenance = Provenance(words.get("source", ""), words.get("note", ""), confidence)
    if provenance:
        reader.lowered.provenance[dotted(path)] = provenance


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
    required, optional = PARAMETERS[name.value], OPTIONAL.get(name.value, ())
    _refuse_unknown(node.value, ("distribution", *required, *optional, *ABOUT), path, reader)
    _read_provenance(node.value, path, reader)
    distribution = _build(name.value, node, slot, path, reader)
    if distribution is None:
        return reader.drop(path)
    reader.lowered.distributions[dotted(path)] = distribution
    return distribution.central()


def _build(name: str, node: Node, slot: Slot, path: Path, reader: Reader) -> Distribution | None:
    field_low, field_high = slot.range
    before = len(reader.findings)
    entries: dict[str, Node] = node.value
    for key in PARAMETERS[name]:
        if key not in entries:
            reader.findings.add(node.spot, f"{dotted(path)}: a {name} distribution needs `{key}`")
    given = {key: entries[key] for key in (*PARAMETERS[name], *OPTIONAL.get(name, ())) if key in entries}
    parameters = {key: _parameter(key, child, path, reader) for key, child in given.items()}
    if len(reader.findings) > before or any(child.value is UNREADABLE for child in given.values()):
        return None
    if name in ("normal", "beta"):
        parameters = {"low": float(field_low), "high": float(field_high)} | parameters
    if name == "choice" and "weights" not in parameters:
        parameters["weights"] = (1.0,) * len(parameters["values"])
    distribution = KINDS[name](**parameters)
    faults = list(distribution.faults(field_low, field_high))
    for key, said in faults:
        reader.findings.add(entries.get(key, node).spot, f"{dotted(path)}: {said}")
    return None if faults else distribution


def _parameter(key: str, node: Node, path: Path, reader: Reader) -> Any:
    if key in ("values", "weights"):
        if not isinstance(node.value, list):
            reader.findings.add(node.spot, f"{dotted(path)}: `{key}` must be a list of numbers, such as [0.2, 0.8]")
            return ()
        return tuple(_parameter(f"an item of {key}", item, path, reader) for item in node.value)
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

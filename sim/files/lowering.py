"""From a tree with places to plain values: numbers give up their sources and distributions and keep a central value."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sim.files.lowered import MISSING, Lowered, Missing, dotted
from sim.files.problems import Findings, Spot
from sim.files.quantities import read_quantity
from sim.files.slots import Form, Kind, Path, Slot
from sim.files.yaml_nodes import UNREADABLE, Node


def lower(root: Node, form: Form[Any], findings: Findings) -> Lowered:
    """Turn a tree of nodes into plain values, numbers into their central values.

    Parameters
    ----------
    root : Node
        The top of the file.
    form : Form
        What kind of file it is, and so what may stand where.
    findings : Findings
        Receives empty entries and faults of distributions and sources.
    """
    lowered = Lowered(form)
    lowered.tree = _Lowering(lowered, findings).value(root, form.root, ())
    return lowered


class _Lowering:
    def __init__(self, lowered: Lowered, findings: Findings) -> None:
        self.lowered = lowered
        self.findings = findings

    def value(self, node: Node, slot: Slot | None, path: Path) -> Any:
        if slot is not None and slot.short:
            node = _written_out(node, slot)
        self.lowered.nodes[path] = node
        if node.partial:
            self.lowered.faulty.add(path)
        if node.value is UNREADABLE:
            return self.drop(path)
        if isinstance(node.value, dict):
            return self.mapping(node, slot, path)
        if isinstance(node.value, list):
            return self.items(node.value, slot, path)
        return self.single(node, slot, path)

    def single(self, node: Node, slot: Slot | None, path: Path) -> Any:
        if node.value is None and slot is not None and (node.empty or not _takes_null(slot)):
            return self.report(node.spot, path, f"{dotted(path)} is empty; {_when_empty(slot)}")
        return node.value.isoformat() if isinstance(node.value, dt.date) else node.value

    def mapping(self, node: Node, slot: Slot | None, path: Path) -> Any:
        if slot is not None and slot.takes_source:
            return read_quantity(node, slot, path, self)
        entries = {}
        for key, child in node.value.items():
            value = self.value(child, slot.child(key) if slot is not None else None, (*path, key))
            if value is not MISSING:
                entries[key] = value
        return entries

    def items(self, nodes: list[Node], slot: Slot | None, path: Path) -> list[Any]:
        item = slot.child(0) if slot is not None and slot.part is None else None
        values = [self.value(node, item, (*path, place)) for place, node in enumerate(nodes)]
        return [{} if value is MISSING else value for value in values]

    def report(self, spot: Spot, path: Path, message: str) -> Missing:
        self.findings.add(spot, message)
        return self.drop(path)

    def drop(self, path: Path) -> Missing:
        self.lowered.silenced.add(path)
        return MISSING


def _written_out(node: Node, slot: Slot) -> Node:
    """Return the block that a value given alone stands for, when it is of the sort that the block's field takes."""
    field = slot.child(slot.short)
    assert field is not None, f"{slot.short} is no field of {slot.part}"
    if node.value is None or node.value is UNREADABLE or isinstance(node.value, dict):
        return node
    if isinstance(node.value, list) != (field.kind is Kind.series):
        return node
    return Node({slot.short: Node(node.value, node.spot)}, node.spot, node.key_spot)


def _takes_null(slot: Slot) -> bool:
    return slot.optional or slot.kind is Kind.anything


def _when_empty(slot: Slot) -> str:
    if slot.kind is Kind.anything:
        return "write a value, or null to take the entry away"
    if slot.kind in (Kind.roster, Kind.part):
        return "write {} or indent its entries below it, or leave the line out"
    if slot.kind is Kind.series:
        return "write [] for none, or leave the line out"
    return f"{slot.allowed}, or leave the line out"

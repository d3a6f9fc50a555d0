"""From a tree with places to plain values: numbers give up their sources and distributions and keep a central value."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from sim.files.problems import Findings, Spot
from sim.files.slots import SOURCED, Kind, Path, Slot
from sim.files.yaml_nodes import UNREADABLE, Node
from sim.scenario.distributions import Distribution
from sim.scenario.provenance import Provenance


def dotted(path: Path) -> str:
    """Return a path as it is written for ``--set``."""
    return ".".join(str(key) for key in path)


@dataclass
class Lowered:
    """A scenario as plain values, what was said about its numbers, and where everything stands.

    Attributes
    ----------
    tree : dict
        Plain values, dates as ISO text.
    provenance, distributions : dict
        By dotted path.
    nodes : dict
        The node behind each path.
    silenced : set
        Paths already reported: nothing more is said about them or what is below.
    """

    tree: Any = None
    provenance: dict[str, Provenance] = field(default_factory=dict)
    distributions: dict[str, Distribution] = field(default_factory=dict)
    nodes: dict[Path, Node] = field(default_factory=dict)
    silenced: set[Path] = field(default_factory=set)

    def spot(self, path: Path, key: bool = False) -> Spot:
        """Return where a value (or its key) stands; for one that is absent, where the block around it starts."""
        node = self.nodes.get(path)
        if node is not None:
            return node.name_spot if key else node.spot
        while path and path not in self.nodes:
            path = path[:-1]
        return self.nodes[path].name_spot

    def is_silenced(self, path: Path) -> bool:
        """Tell whether a path, or a block around it, was reported already."""
        return any(path[:length] in self.silenced for length in range(len(path) + 1))


def lower(root: Node, slot: Slot, findings: Findings) -> Lowered:
    """Turn a tree of nodes into plain values, numbers into their central values.

    Parameters
    ----------
    root : Node
        A mapping.
    slot : Slot
        What may stand there.
    findings : Findings
        Receives empty entries and faults of distributions and sources.
    """
    lowered = Lowered()
    lowered.tree = _Lowering(lowered, findings).value(root, slot, ())
    return lowered


class Missing:
    """Marks a value that is left out of the plain tree because it was reported."""


MISSING = Missing()


class _Lowering:
    def __init__(self, lowered: Lowered, findings: Findings) -> None:
        self.lowered = lowered
        self.findings = findings

    def value(self, node: Node, slot: Slot | None, path: Path) -> Any:
        self.lowered.nodes[path] = node
        if node.value is UNREADABLE:
            return self.drop(path)
        if isinstance(node.value, dict):
            return self.mapping(node, slot, path)
        if isinstance(node.value, list):
            return self.items(node.value, slot, path)
        if node.value is None and slot is not None and not slot.optional:
            return self.report(node.spot, path, f"{dotted(path)} is empty; {_when_empty(slot)}")
        return node.value.isoformat() if isinstance(node.value, dt.date) else node.value

    def mapping(self, node: Node, slot: Slot | None, path: Path) -> Any:
        if slot is not None and slot.kind in SOURCED:
            from sim.files.quantities import read_quantity

            return read_quantity(node, slot, path, self)
        entries = {}
        for key, child in node.value.items():
            value = self.value(child, slot.child(key) if slot is not None else None, (*path, key))
            if value is not MISSING:
                entries[key] = value
        return entries

    def items(self, nodes: list[Node], slot: Slot | None, path: Path) -> list[Any]:
        item = slot.item if slot is not None else None
        values = [self.value(node, item, (*path, place)) for place, node in enumerate(nodes)]
        return [{} if value is MISSING else value for value in values]

    def report(self, spot: Spot, path: Path, message: str) -> Missing:
        self.findings.add(spot, message)
        return self.drop(path)

    def drop(self, path: Path) -> Missing:
        self.lowered.silenced.add(path)
        return MISSING


def _when_empty(slot: Slot) -> str:
    if slot.kind in (Kind.roster, Kind.part):
        return "write {} or indent its entries below it, or leave the line out"
    if slot.kind is Kind.series:
        return "write [] for none, or leave the line out"
    return f"{slot.allowed}, or leave the line out"

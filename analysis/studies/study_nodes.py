"""Taking a study file apart: each value by its key, of the kind it must be, or a problem at its line and column."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sim.files.problems import Findings
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.files.yaml_nodes import UNREADABLE, Node


@dataclass(frozen=True)
class Block:
    """A block of a study file, from which values are taken by key; what is wrong goes to the findings."""

    name: str
    node: Node
    findings: Findings

    @classmethod
    def at(cls, name: str, node: Node, findings: Findings) -> Block:
        """The block at a node; anything else there is a problem, and reads as an empty block."""
        if isinstance(node.value, dict):
            return cls(name, node, findings)
        if node.value is not UNREADABLE:
            findings.add(node.spot, f"{name} must be a block of `key: value` lines, not {described(node)}")
        return cls(name, Node({}, node.spot, node.key_spot), findings)

    @property
    def entries(self) -> Mapping[str, Node]:
        """Nodes by key."""
        found: Mapping[str, Node] = self.node.value
        return found

    def allow(self, keys: Iterable[str]) -> None:
        """Note every key that is not one of these."""
        allowed = list(keys)
        for key, node in self.entries.items():
            if key not in allowed:
                hint = did_you_mean(key, allowed)
                self.findings.add(
                    node.name_spot, f"unknown key {shown(key)} in {self.name}; allowed: {one_of(allowed)}{hint}"
                )

    def missing(self, key: str, meaning: str) -> None:
        """Note that a value is needed."""
        self.findings.add(self.node.name_spot, f"{key} is missing in {self.name}; {meaning}")

    def text(self, key: str, default: str = "") -> str:
        """A text."""
        return str(self._taken(key, default, lambda value: isinstance(value, str), "a text"))

    def word(self, key: str, allowed: Iterable[str], default: str) -> str:
        """One of a few words."""
        words = list(allowed)
        found = self._taken(key, default, lambda value: isinstance(value, str), f"one of {one_of(words)}")
        if found not in words:
            hint = did_you_mean(str(found), words)
            self.findings.add(self.entries[key].spot, f"{key} is {shown(found)}; allowed: {one_of(words)}{hint}")
            return default
        return str(found)

    def whole(self, key: str, low: int, high: int, default: int) -> int:
        """A whole number from low to high."""
        wanted = f"a whole number from {low} to {high}"
        return int(self._taken(key, default, lambda v: type(v) is int and low <= v <= high, wanted))

    def number(self, key: str) -> float | None:
        """A number, or None when there is none."""
        found = self._taken(key, None, lambda v: type(v) in (int, float) and math.isfinite(v), "a number")
        return None if found is None else float(found)

    def words(self, key: str) -> list[tuple[str, Node]]:
        """A list of texts, each with its place."""
        node = self.entries.get(key)
        if node is None or node.value is UNREADABLE:
            return []
        if not isinstance(node.value, list):
            self.findings.add(node.spot, f"{key} must be a list, such as [a, b], not {described(node)}")
            return []
        good = [item for item in node.value if isinstance(item.value, str)]
        for item in node.value:
            if item not in good and item.value is not UNREADABLE:
                self.findings.add(item.spot, f"{key} lists texts, not {described(item)}")
        return [(item.value, item) for item in good]

    def _taken(self, key: str, default: Any, fits: Any, wanted: str) -> Any:
        node = self.entries.get(key)
        if node is None or node.value is UNREADABLE:
            return default
        if not fits(node.value):
            self.findings.add(node.spot, f"{key} must be {wanted}, not {described(node)}")
            return default
        return node.value


def described(node: Node) -> str:
    """What stands at a node, in words."""
    if isinstance(node.value, dict):
        return "a block"
    if isinstance(node.value, list):
        return "a list"
    return "empty" if node.value is None else shown(node.value)


def plain_value(node: Node) -> Any:
    """A node as plain Python, blocks and lists included."""
    if isinstance(node.value, dict):
        return {key: plain_value(child) for key, child in node.value.items()}
    return [plain_value(child) for child in node.value] if isinstance(node.value, list) else node.value

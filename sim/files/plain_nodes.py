"""Values from Python as the same tree that a file makes, so that both are checked by the same rules."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel

from sim.files.problems import Findings, Spot
from sim.files.quantities import finite
from sim.files.source_text import refused_character
from sim.files.suggestions import shown
from sim.files.yaml_nodes import DEEPEST, UNREADABLE, Node
from sim.scenario.distributions import Distribution


def node_of(value: Any, spot: Spot, findings: Findings, depth: int = 0) -> Node:
    """Return a Python value as a tree that stands at one spot."""
    if type(value) in _SIMPLE:  # nine values in ten, and variants are made by the thousand
        return Node(_scalar(value, spot, findings), spot)
    if depth > DEEPEST:
        findings.add(spot, f"nested more than {DEEPEST} levels deep")
        return Node(UNREADABLE, spot)
    value = _unpacked(value)
    if isinstance(value, Mapping):
        return Node(_entries(value, spot, findings, depth + 1), spot)
    if isinstance(value, list | tuple):
        return Node([node_of(child, spot, findings, depth + 1) for child in value], spot)
    return Node(_scalar(value, spot, findings), spot)


_SIMPLE = (str, float, int, bool)


def _entries(block: Mapping[Any, Any], spot: Spot, findings: Findings, depth: int) -> dict[str, Node]:
    """Return the entries of a block; None, as Python code says that there is nothing, is left out."""
    entries = {str(key): node_of(child, spot, findings, depth) for key, child in block.items()}
    return {key: child for key, child in entries.items() if child.value is not None}


def _unpacked(value: Any) -> Any:
    """Return a part of a scenario or a distribution as a mapping; anything else as it is."""
    if isinstance(value, Distribution):
        return value.as_mapping()
    if isinstance(value, BaseModel):
        said = value.model_fields_set  # a set, whose order changes from one process to the next
        return {name: getattr(value, name) for name in type(value).model_fields if name in said}
    return value


def _scalar(value: Any, spot: Spot, findings: Findings) -> Any:
    if type(value) is float and math.isfinite(value):
        return value
    if isinstance(value, Enum):
        return value.value
    if type(value).__module__ == "numpy" and getattr(value, "shape", None) == ():
        value = value.item()
    if fault := _fault(value):
        findings.add(spot, fault)
        return UNREADABLE
    return value


def _fault(value: Any) -> str:
    """Return what is wrong with a single value, or nothing."""
    if isinstance(value, dt.datetime) or not isinstance(value, str | int | float | dt.date | None):
        return f"a value of type {type(value).__name__}; allowed: numbers, texts, true/false, dates, blocks, lists"
    if isinstance(value, str):
        refused = refused_character(value)
        return f"a text with {refused}; remove it" if refused else ""
    if isinstance(value, int | float) and not isinstance(value, bool) and finite(value) is None:
        return f"is {shown(value)}; write a finite number"
    return ""

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
    if isinstance(value, Distribution):
        value = value.as_mapping()
    elif isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in value.model_fields_set}
    if isinstance(value, Mapping):
        entries = {str(key): node_of(child, spot, findings, depth + 1) for key, child in value.items()}
        return Node({key: child for key, child in entries.items() if child.value is not None}, spot)
    if isinstance(value, list | tuple):
        return Node([node_of(child, spot, findings, depth + 1) for child in value], spot)
    return Node(_scalar(value, spot, findings), spot)


_SIMPLE = (str, float, int, bool)


def _scalar(value: Any, spot: Spot, findings: Findings) -> Any:
    if type(value) is float and math.isfinite(value):
        return value
    if isinstance(value, Enum):
        return value.value
    if type(value).__module__ == "numpy" and hasattr(value, "item"):
        value = value.item()
    if isinstance(value, dt.datetime) or not isinstance(value, str | int | float | dt.date | None):
        findings.add(
            spot, f"a value of type {type(value).__name__}; allowed: numbers, texts, true/false, dates, blocks, lists"
        )
        return UNREADABLE
    if isinstance(value, str) and (refused := refused_character(value)):
        findings.add(spot, f"a text with {refused}; remove it")
        return UNREADABLE
    if isinstance(value, int | float) and not isinstance(value, bool) and finite(value) is None:
        findings.add(spot, f"is {shown(value)}; write a finite number")
        return UNREADABLE
    return value

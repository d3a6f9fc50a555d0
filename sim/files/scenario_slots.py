"""What may stand at each place of a scenario, and looking into the plain values of one that may be half right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.files import trees
from sim.files.slots import Form, Path, Slot
from sim.scenario.scenario import Scenario

SCENARIO = Form("scenario", Scenario)
"""A scenario as a kind of file."""


def root() -> Slot:
    """Return the slot of a whole scenario."""
    return SCENARIO.root


def slot_at(path: Path) -> Slot | None:
    """Return what may stand at a path of a scenario, whatever names its entries have, or None when nothing may."""
    return SCENARIO.slot_at(path)


def value_at(tree: Any, path: Path) -> Any:
    """Return the value at a path of a scenario's plain tree, the default where it is silent, or None."""
    return trees.value_at(SCENARIO, tree, path)


def block(tree: Any, *path: str | int) -> Mapping[str, Any]:
    """Return the block at a path of a scenario's plain tree, or an empty one when there is none."""
    return trees.block(SCENARIO, tree, *path)

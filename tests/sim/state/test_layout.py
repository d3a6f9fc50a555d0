"""Is every collection of the world laid out from its class, with fields that something reads?"""

from __future__ import annotations

import re
from pathlib import Path

from sim.scenario.weights import WEIGHTS
from sim.state.layout import CLASSES, COLLECTIONS, FIXED, TRAITS
from sim.state.world import World

SIM = Path(__file__).resolve().parents[3] / "sim"


def test_every_collection_is_one_of_the_world_and_the_fixed_ones_stand_first() -> None:
    assert set(COLLECTIONS) <= set(World._fields)
    assert list(COLLECTIONS)[: len(FIXED)] == list(FIXED)
    assert CLASSES["images"] is CLASSES["leaders"]


def test_every_field_is_read_or_written_by_a_rule_or_an_engine() -> None:
    files = [path for folder in ("rules", "engines") for path in (SIM / folder).rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    unused = [
        f"{name}.{field.name}"
        for name in ("leaders", "publics", "markets", "mediators", "dyad", "setting", "weights")
        for field in COLLECTIONS[name]
        if not re.search(rf"\.{field.name}\b", text)
    ]
    assert unused == []


def test_the_weights_are_those_of_the_table() -> None:
    assert [field.name for field in COLLECTIONS["weights"]] == [weight.name for weight in WEIGHTS]


def test_every_perceived_trait_can_be_biased() -> None:
    names = {field.name for field in COLLECTIONS["leaders"]}
    assert len(TRAITS) == 7
    assert {f"bias_{trait}" for trait in TRAITS} == {name for name in names if name.startswith("bias_")}

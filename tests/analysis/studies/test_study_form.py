"""Does the form of a study offer what the designs take, with a meaning for every key?"""

from __future__ import annotations

from dataclasses import fields

from analysis.studies.designs import DESIGNS
from analysis.studies.study_form import STUDY
from sim.files.slots import Kind, Slot, slots


def test_every_option_of_every_design_may_stand_in_a_file() -> None:
    design = STUDY.slot_at(("design",))
    assert design is not None and design.part is not None
    taken = {option.name for kind in DESIGNS.values() for option in fields(kind)} - {"factors", "seed", "digest"}
    assert set(slots(design.part)) == taken | {"kind"}
    kind = design.child("kind")
    assert kind is not None and kind.choices == tuple(DESIGNS)


def test_every_key_has_a_meaning() -> None:
    def silent(slot: Slot, name: str) -> list[str]:
        below = [(key, child) for key, child in slots(slot.part).items()] if slot.part is not None else []
        inner = [(name, slot.item)] if slot.item is not None and slot.item.part is not None else []
        own = [name] if name and not slot.description and slot.kind is not Kind.part else []
        return own + [found for key, child in [*below, *inner] for found in silent(child, key)]

    assert silent(STUDY.root, "") == []


def test_numbers_of_a_study_take_no_sources() -> None:
    low = STUDY.slot_at(("factors", "x", "low"))
    assert low is not None and not low.takes_source

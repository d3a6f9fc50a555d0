"""Are the places of a scenario known from its types, with the defaults where a tree is silent?"""

from __future__ import annotations

from sim.files.scenario_slots import SCENARIO, block, root, slot_at, value_at
from sim.scenario.scenario import Scenario


def test_the_form_is_that_of_the_types() -> None:
    assert (SCENARIO.noun, SCENARIO.part) == ("scenario", Scenario)
    assert root() is SCENARIO.root
    assert slot_at(("dyad", "rapport")) == SCENARIO.slot_at(("dyad", "rapport"))


def test_a_silent_tree_has_the_defaults() -> None:
    assert value_at({}, ("dyad", "rapport")) == Scenario.model_fields["dyad"].default.rapport
    assert block({"mediators": {"x": {}}}, "mediators") == {"x": {}}

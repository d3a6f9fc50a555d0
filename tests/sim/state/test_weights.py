"""Are the weights that rules read plain numbers that the scenario sets?"""

from __future__ import annotations

from sim.state.fields import fields_of
from sim.state.weights import Weights


def test_each_is_set_under_its_own_name() -> None:
    assert all(field.path == field.name and field.kind == "f" and field.width == 1 for field in fields_of(Weights))

"""Do the classes of what lies between the sides name what the scenario sets of it?"""

from __future__ import annotations

from sim.state.between import Dyad, Mediator, Setting
from sim.state.fields import fields_of


def test_what_the_scenario_sets() -> None:
    assert [field.path for field in fields_of(Dyad) if field.path] == ["groundwork", "rapport", "tension"]
    assert [field.name for field in fields_of(Mediator) if field.path and field.width == 2] == ["acceptability"]
    assert {field.path.partition(".")[0] for field in fields_of(Setting) if field.path} == {
        "clock", "latencies", "truce", "summit", "at_start", "bargaining",
    }  # fmt: skip

"""Is it known where a value stands, what was reported about it, and whether anything near it is wrong?"""

from __future__ import annotations

import pytest

from sim.files.lowered import Lowered, dotted
from sim.files.problems import Spot
from sim.files.scenario_slots import SCENARIO
from sim.files.yaml_nodes import Node


def test_dotted() -> None:
    assert dotted(("scheduled", 0, "size")) == "scheduled.0.size"


@pytest.mark.parametrize("wrong", ["silenced", "faulty"])
def test_sound_is_what_has_nothing_wrong_at_around_or_below_it(wrong: str) -> None:
    lowered = Lowered(SCENARIO)
    getattr(lowered, wrong).add(("dyad", "rapport"))
    assert not lowered.is_sound(("dyad", "rapport"))
    assert not lowered.is_sound(("dyad",))
    assert not lowered.is_sound(("dyad", "rapport", "value"))
    assert lowered.is_sound(("dyad", "tension"))
    assert lowered.is_silenced(("dyad", "rapport", "value")) is (wrong == "silenced")


def test_what_is_absent_stands_where_the_block_around_it_begins() -> None:
    inner = Node(1, Spot("f", 2, 5), Spot("f", 2, 3))
    outer = Node({"a": inner}, Spot("f", 1, 4), Spot("f", 1, 1))
    lowered = Lowered(SCENARIO, nodes={(): Node({}, Spot("f", 1, 1)), ("b",): outer, ("b", "a"): inner})
    assert lowered.spot(("b", "a")) == ("f", 2, 5)
    assert lowered.spot(("b", "a"), key=True) == ("f", 2, 3)
    assert lowered.spot(("b", "x", "y")) == ("f", 1, 1)

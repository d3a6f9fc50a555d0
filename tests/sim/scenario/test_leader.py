"""Are leaders, their beliefs, biases and pressure explained, bounded and closed?"""

from __future__ import annotations

import pytest

from sim.scenario.adviser import Adviser
from sim.scenario.leader import Beliefs, Bias, Leader, Pressure
from tests.sim.scenario.parts import check_part


def test_fields() -> None:
    check_part(Leader, name="One")
    check_part(Beliefs)
    check_part(Bias)
    check_part(Pressure)


def test_a_leader_sees_the_other_as_is_unless_said_otherwise() -> None:
    assert set(Bias().model_dump().values()) == {0.0}


def test_rosters_keep_their_order_and_cannot_be_changed() -> None:
    leader = Leader(name="One", advisers={"z": Adviser(name="Z"), "a": Adviser(name="A")})
    assert list(leader.advisers) == ["z", "a"]
    with pytest.raises(TypeError, match="vary"):
        leader.advisers.pop("z")

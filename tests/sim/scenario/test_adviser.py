"""Are advisers and envoys explained, bounded and closed?"""

from __future__ import annotations

from sim.scenario.adviser import Adviser, Channel, Envoy
from tests.sim.scenario.parts import check_part


def test_fields() -> None:
    check_part(Adviser, name="Hawk")
    check_part(Envoy, name="Veteran")


def test_a_new_adviser_gates_nobody_and_leans_nowhere() -> None:
    adviser = Adviser(name="Somebody")
    assert (adviser.stance, adviser.channel) == (0.0, Channel.any)

"""Are precedents explained, bounded and closed?"""

from __future__ import annotations

from sim.scenario.precedent import Precedent
from tests.sim.scenario.parts import check_part


def test_fields() -> None:
    check_part(Precedent, name="Visit", kind="humiliation")

"""Are publics explained, bounded and closed?"""

from __future__ import annotations

from sim.scenario.public import Public
from tests.sim.scenario.parts import check_part


def test_fields() -> None:
    check_part(Public)

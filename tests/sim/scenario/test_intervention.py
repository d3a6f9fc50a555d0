"""Are dated interventions explained, bounded and closed?"""

from __future__ import annotations

from sim.scenario.intervention import Intervention
from tests.sim.scenario.parts import check_part


def test_fields() -> None:
    check_part(Intervention, date="2025-01-01", kind="insult")

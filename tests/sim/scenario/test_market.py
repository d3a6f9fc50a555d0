"""Are markets explained, bounded and closed?"""

from __future__ import annotations

from sim.scenario.market import Market
from tests.sim.scenario.parts import check_part


def test_fields() -> None:
    check_part(Market)


def test_a_market_starts_at_its_peak() -> None:
    assert Market().drawdown == 0.0

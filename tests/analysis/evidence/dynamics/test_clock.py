"""Are clocks that decide found out, and only those?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from analysis.evidence.dynamics.clock import RATES, ROWS, variants
from sim import list_scenarios, load_scenario, vary
from tests.analysis.evidence.dynamics.acted import LUCKS, Acted, value

(D9,) = ROWS


@pytest.mark.parametrize("case", list_scenarios())
def test_other_clocks_leave_the_tempo_and_all_else(case: str) -> None:
    scenario = load_scenario(case)
    for changes in variants(scenario).values():
        changed = vary(scenario, changes)
        assert changed.clock.tempo == scenario.clock.tempo
        assert changed.model_copy(update={"clock": scenario.clock}).leaders == scenario.leaders
    fixed = vary(scenario, variants(scenario)["fixed"])
    assert float(fixed.clock.every_days) * float(scenario.clock.tempo) == pytest.approx(7)


def world(moved: float, held: int, of: int) -> Acted:
    """At the fastest clock this part of runs ends in a truce instead of no deal."""

    def play(case: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
        fast = changes.get("clock.rate_per_week") == RATES[-1]
        codes = np.where(np.arange(LUCKS) < moved * LUCKS * fast, 1, 2)
        return {"outcome": codes, "ahead_held": held, "ahead_decided": of}

    return Acted(play)


@pytest.mark.parametrize(
    ("moved", "held", "reached"), [(0.02, 9, True), (0.05, 9, False), (0.02, 10, False), (0.02, 7, False)]
)
def test_a_clock_that_decides(moved: float, held: int, reached: bool) -> None:
    found = D9.measure(world(moved, held, 10))
    assert found.reached is reached
    assert value(found, "summits announced", "all cases") == held / 10
    assert max(abs(r.estimate.value) for r in found.readings if r.what.startswith("truce")) == pytest.approx(moved)


def test_without_a_summit_announced_ahead_the_row_is_not_reached() -> None:
    assert D9.measure(world(0.0, 0, 0)).reached is False

"""Are hardliners who help an agreement along found out?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from analysis.evidence.dynamics.home import HAWKISH, PRESSURES, ROWS
from sim import list_scenarios, load_scenario, vary
from sim.vocabulary.outcomes import OutcomeClass
from tests.analysis.evidence.dynamics.acted import LUCKS, Acted, value

(D10,) = ROWS


@pytest.mark.parametrize("case", list_scenarios())
def test_every_hardening_can_be_set_in_every_case(case: str) -> None:
    scenario = load_scenario(case)
    for change, low, high in PRESSURES.values():
        assert vary(scenario, change(scenario, low)) != vary(scenario, change(scenario, high))
    hawkish = vary(scenario, PRESSURES["hawkish advisers"][0](scenario, HAWKISH))
    assert {a.stance for leader in hawkish.leaders.values() for a in leader.advisers.values()} == {HAWKISH}


def world(deals: float, truces: float) -> Acted:
    """Half of runs end in an agreement; with hawks this much more end in a deal and in a truce."""

    def play(case: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
        hawkish = HAWKISH in changes.values()
        place = np.arange(LUCKS)
        ends = np.rint(LUCKS * np.cumsum([0.3 + deals * hawkish, 0.2 + truces * hawkish]))
        codes = np.where(place < ends[0], OutcomeClass.deal.code, OutcomeClass.truce.code)
        return {"outcome": np.where(place < ends[1], codes, OutcomeClass.no_deal.code)}

    return Acted(play)


@pytest.mark.parametrize(
    ("deals", "truces", "reached"),
    [(-0.1, -0.1, True), (0.0, 0.0, True), (0.0, 0.2, False), (0.05, -0.2, False), (0.01, -0.1, True)],
)
def test_hawks_who_help(deals: float, truces: float, reached: bool) -> None:
    found = D10.measure(world(deals, truces))
    assert found.reached is reached
    assert value(found, "hawkish advisers: agreements") == pytest.approx(deals + truces)
    assert value(found, "belief in coercion: agreements") == 0

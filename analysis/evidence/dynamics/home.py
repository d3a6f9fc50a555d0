"""D10: hawks, an angry public and belief in coercion never help an agreement along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from analysis.estimates import share_difference
from analysis.evidence.dynamics import seen
from analysis.evidence.dynamics.row import Finding, Reading, Row, within
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.statistics import chance_of_sign, holm
from analysis.evidence.dynamics.switches import HIGH, LOW, both, sides_of

if TYPE_CHECKING:
    from sim.scenario import Scenario

HAWKISH, DOVISH = 0.8, -0.6
NEVER = {"level": 0.01, "deals": 0.02}


def _advisers(scenario: Scenario, stance: float) -> dict[str, Any]:
    names = [(side, adviser) for side in sides_of(scenario) for adviser in scenario.leaders[side].advisers]
    return {f"leaders.{side}.advisers.{adviser}.stance": stance for side, adviser in names}


def _audience(scenario: Scenario, value: float) -> dict[str, Any]:
    return both(scenario, "public.hostility", value) | both(scenario, "public.defiance_pays", value)


def _coercion(scenario: Scenario, value: float) -> dict[str, Any]:
    return both(scenario, "beliefs.coercion_works", value)


PRESSURES: Mapping[str, tuple[Callable[[Scenario, float], dict[str, Any]], float, float]] = {
    "hawkish advisers": (_advisers, DOVISH, HAWKISH),
    "a hostile public that cheers defiance": (_audience, LOW, HIGH),
    "belief in coercion": (_coercion, LOW, HIGH),
}
"""What hardens a side at home: how it is set in both, from where to where."""


def hardening(stage: Stage) -> Finding:
    """What each adds to deals and truces together, and to deals alone."""
    agreements, deals = [], []
    for case, scenario in stage.cases.items():
        for what, (change, low, high) in PRESSURES.items():
            before, after = (stage.runs(case, change(scenario, value)) for value in (low, high))
            added = share_difference(seen.agreed(before), seen.agreed(after))
            agreements.append(Reading(case, f"{what}: agreements", added, None, (-1.0, 0.0)))
            more = share_difference(seen.ended(before, "deal"), seen.ended(after, "deal"))
            deals.append(within(case, f"{what}: deals", more, -1.0, NEVER["deals"]))
    raised = holm([chance_of_sign(reading.estimate) for reading in agreements], NEVER["level"])
    agreements = [reading._replace(reached=not up) for reading, up in zip(agreements, raised, strict=True)]
    readings = agreements + deals
    failed = [f"{reading.case} {reading.what}" for reading in readings if not reading.reached]
    return Finding(readings, not failed, f"not so: {'; '.join(failed) or 'nowhere'}")


ROWS = (
    Row(
        "D10",
        "hawks, audiences and belief in coercion never raise agreement",
        "all cases, from low to high in both",
        "no positive effect on deal and truce after Holm's correction at 1%; on deals alone no more than 2 points",
        NEVER,
        hardening,
    ),
)

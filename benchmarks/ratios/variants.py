"""The shipped confrontation in other sizes: longer, with more voices, more third parties, more matters in dispute."""

from __future__ import annotations

from typing import Any

from ratios.contenders import shipped
from sim.files import vary
from sim.scenario import Scenario


def of_horizon(days: int) -> Scenario:
    """With another horizon."""
    return vary(shipped(), {"horizon_days": days})


def of_advisers(a_side: int) -> Scenario:
    """With another number of advisers on each side, hawks and doves in turn."""
    return vary(shipped(), {f"leaders.{side}.advisers": _advisers(a_side) for side in shipped().leaders})


def of_mediators(number: int) -> Scenario:
    """With another number of third parties, none of them very eager."""
    return vary(shipped(), {"mediators": {f"host-{k}": _mediator(k) for k in range(number)}})


def of_issues(number: int, divisible: bool = True) -> Scenario:
    """With another number of issues, valued differently by the two sides; all divisible, or none."""
    return vary(shipped(), {"issues": {f"issue-{k}": _issue(k, divisible) for k in range(number)}})


def _advisers(number: int) -> dict[str, Any]:
    return {
        f"voice-{k}": {
            "name": f"Voice {k}",
            "stance": (0.9, -0.6, 0.3)[k % 3],
            "influence": 0.3 + 0.1 * (k % 4),
            "market_sensitivity": (0.1, 0.9, 0.3)[k % 3],
        }
        for k in range(number)
    }


def _mediator(k: int) -> dict[str, Any]:
    accepted = 0.4 + 0.1 * (k % 4)
    return {
        "name": f"Host {k}",
        "acceptability": dict.fromkeys(shipped().leaders, accepted),
        "stake": 0.6,
        "face_formula": 0.3 + 0.1 * (k % 4),
        "reluctance": 0.7,
    }


def _issue(k: int, divisible: bool) -> dict[str, Any]:
    first, second = shipped().leaders
    return {"weight": {first: 5 + 7 * k % 23, second: 5 + 11 * k % 19}, "divisible": divisible}

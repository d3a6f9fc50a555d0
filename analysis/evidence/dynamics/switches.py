"""What is switched in a case to see what it does: hosts and dates taken away, a trait of one or both leaders set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.scenario import Scenario

LOW, HIGH = 0.1, 0.9
"""Where a trait from 0 to 1 is set to see what it does."""


def no_hosts(scenario: Scenario) -> dict[str, Any]:
    """Nobody can host: no third parties, no offers of theirs, and nothing observed, which may name one."""
    kept = [item for item in scenario.scheduled if item.mediator is None]
    changes: dict[str, Any] = {"mediators": {}, "observed": None}
    return changes if len(kept) == len(scenario.scheduled) else {"scheduled": kept} | changes


def no_date(scenario: Scenario) -> dict[str, Any]:
    """No meeting is agreed before the first day."""
    return {} if scenario.at_start.meeting_on is None else {"at_start.meeting_on": None}


def alone(scenario: Scenario) -> dict[str, Any]:
    """The two leaders by themselves: no hosts, no date."""
    return no_hosts(scenario) | no_date(scenario)


def sides_of(scenario: Scenario) -> list[str]:
    """The two sides in the order of their ids."""
    return sorted(scenario.leaders)


def both(scenario: Scenario, field: str, value: float) -> dict[str, Any]:
    """A number below each leader's block set to one value."""
    return {f"leaders.{side}.{field}": value for side in sides_of(scenario)}


def of_one(side: str, values: dict[str, float]) -> dict[str, Any]:
    """Numbers below one leader's block."""
    return {f"leaders.{side}.{field}": value for field, value in values.items()}

"""A mechanism taken away from any case, or why there is nothing to take away."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import TYPE_CHECKING, Any

from analysis.evidence.claims.changes import paths
from analysis.evidence.claims.table import Switch

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.scenario.intervention import Intervention

TIMES = "times"


def switched_off(scenario: Scenario, switch: Switch) -> Scenario | None:
    """A case without a mechanism; None when it is off already.

    Parameters
    ----------
    scenario : Scenario
        The case, left as it is.
    switch : Switch
        What takes the mechanism away. Paths that lead nowhere in this case are left out.

    Returns
    -------
    Scenario or None
        What is scheduled to bring the mechanism back is taken away with it.
    """
    from sim.files import vary

    if not all(paths(scenario, pattern) for pattern in switch.needs):
        return None
    changes = changes_of(scenario, switch)
    without = vary(scenario, {**changes, **_scheduled(scenario, changes)}) if changes else scenario
    return None if _same(scenario, without) else without


def _scheduled(scenario: Scenario, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The change of the schedule, if it has events that would bring back what is switched off."""
    kept = [entry for entry in scenario.scheduled if not _brings_back(entry, changes)]
    return {"scheduled": [_plain(entry) for entry in kept]} if len(kept) < len(scenario.scheduled) else {}


def changes_of(scenario: Scenario, switch: Switch) -> dict[str, Any]:
    """What is changed in this case: path to value."""
    return {
        path: _value(scenario, path, value)
        for pattern, value in switch.off.items()
        for path in paths(scenario, pattern)
    }


def _value(scenario: Scenario, path: str, value: Any) -> Any:
    """A value as it stands, or a multiple of what is there, within the range of its place."""
    from sim.files.scenario_slots import slot_at

    if not (isinstance(value, Mapping) and TIMES in value):
        return value
    keys = path.split(".")
    slot = slot_at(tuple(keys))
    assert slot is not None and slot.high is not None, f"{path} has no range"
    return min(reduce(_below, keys, scenario) * value[TIMES], slot.high)


def _below(holder: Any, key: str) -> Any:
    return holder[key] if isinstance(holder, Mapping) else getattr(holder, key)


def _brings_back(entry: Intervention, changes: Mapping[str, Any]) -> bool:
    """Whether a dated event sets what was switched off, or is about somebody who is gone."""
    place = entry.path or (f"mediators.{entry.mediator}" if entry.mediator else None)
    if place is None:
        return False
    return any(place == path or (gone(value) and place.startswith(f"{path}.")) for path, value in changes.items())


def gone(value: Any) -> bool:
    """Whether a change takes away all that stands at its path."""
    return value is None or value == {}


def _plain(entry: Intervention) -> dict[str, Any]:
    """A dated event as a file would have it."""
    return {name: value for name, value in entry.model_dump(exclude_defaults=True).items() if value is not None}


def _same(scenario: Scenario, other: Scenario) -> bool:
    """Whether two scenarios run alike: the same values, and the same numbers drawn; sources do not matter."""
    return scenario == other or (
        scenario.model_dump() == other.model_dump() and dict(scenario.distributions) == dict(other.distributions)
    )

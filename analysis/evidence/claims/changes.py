"""The two settings of a mechanism: declared changes, with ``*`` for any id, made in a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from analysis.evidence.claims.table import Effect

if TYPE_CHECKING:
    from sim.scenario import Scenario


class ChangeError(ValueError):
    """A declared change that a case has no place for; says which."""


def settings(scenario: Scenario, effect: Effect) -> tuple[Scenario, Scenario]:
    """A case at the low and at the high setting of a mechanism.

    Parameters
    ----------
    scenario : Scenario
        The case, left as it is.
    effect : Effect
        What was declared.

    Raises
    ------
    ChangeError
        When a path with ``*`` matches nothing in the case.
    ScenarioError
        When a change is not allowed.
    """
    from sim.files import vary

    low, high = (expanded(scenario, {**effect.both, **changes}) for changes in (effect.low, effect.high))
    return (vary(scenario, low) if low else scenario), (vary(scenario, high) if high else scenario)


def expanded(scenario: Scenario, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes with one path for every id that a ``*`` stands for.

    Raises
    ------
    ChangeError
        When a path with ``*`` matches nothing in the case.
    """
    made: dict[str, Any] = {}
    for path, value in changes.items():
        found = list(_paths(scenario, path.split("."))) if "*" in path else [path]
        if not found:
            raise ChangeError(f"{scenario.name} has nothing at {path}")
        made |= dict.fromkeys(found, value)
    return made


def _paths(holder: Any, keys: list[str]) -> Iterator[str]:
    """Every path below an object that the keys match."""
    key, rest = keys[0], keys[1:]
    for name in list(holder) if key == "*" else [key]:
        if not rest:
            yield name
            continue
        below = holder[name] if isinstance(holder, Mapping) else getattr(holder, name)
        yield from (f"{name}.{path}" for path in _paths(below, rest))

"""The two settings of a mechanism: declared changes, with marks for ids, made in a case."""

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
        found = paths(scenario, path)
        if not found:
            raise ChangeError(f"{scenario.name} has nothing at {path}")
        made |= dict.fromkeys(found, value)
    return made


def paths(scenario: Scenario, pattern: str) -> list[str]:
    """Every path of a case that a pattern stands for; a pattern without a mark stands for itself.

    Parameters
    ----------
    scenario : Scenario
        The case.
    pattern : str
        A path in which ``*`` stands for any id, ``+`` for any but the first, and ``*[field]`` for any whose field is
        above 0, or not empty.
    """
    marked = any(key[:1] in ("*", "+") for key in pattern.split("."))
    return list(_paths(scenario, pattern.split("."))) if marked else [pattern]


def _paths(holder: Any, keys: list[str]) -> Iterator[str]:
    """Every path below an object that the keys match."""
    key, rest = keys[0], keys[1:]
    for name in _named(holder, key):
        if not rest:
            yield name
            continue
        below = holder[name] if isinstance(holder, Mapping) else getattr(holder, name)
        yield from (f"{name}.{path}" for path in _paths(below, rest))


def _named(holder: Any, key: str) -> list[str]:
    """The names in a holder that one key of a pattern stands for."""
    if key[:1] not in ("*", "+"):
        return [key]
    if key == "+":
        return list(holder)[1:]
    field = key[2:-1]
    return [name for name in holder if not field or _has(getattr(holder[name], field))]


def _has(value: Any) -> bool:
    return value > 0 if isinstance(value, int | float) else bool(value)

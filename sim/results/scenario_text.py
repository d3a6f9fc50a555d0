"""The scenario of a run as YAML that reads back as the very same scenario: values, sources, notes and distributions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel

from sim.scenario.scenario import Scenario


def scenario_yaml(scenario: Scenario) -> str:
    """Return a scenario file, complete in itself, that reads back equal to `scenario`.

    Every field is written, defaults included, so that a later version with other defaults still reads the same scenario.
    """
    import yaml

    tree = _plain(scenario)
    for path in {**scenario.provenance, **scenario.distributions}:
        _annotate(tree, path, scenario)
    text: str = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=100)
    return text


def _plain(value: Any) -> Any:
    """Turn models into mappings of plain YAML values; fields that are None are left out."""
    if isinstance(value, BaseModel):
        fields = ((name, getattr(value, name)) for name in type(value).model_fields)
        return {name: _plain(part) for name, part in fields if part is not None}
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value


def _annotate(tree: dict[str, Any], path: str, scenario: Scenario) -> None:
    """Replace the plain number at a path by its distribution, and put its source, note and confidence beside it."""
    *parents, last = path.split(".")
    holder: Any = tree
    for name in parents:
        holder = holder[int(name)] if isinstance(holder, list) else holder[name]
    distribution = scenario.distributions.get(path)
    written = _stated(distribution) if distribution is not None else {"value": holder[last]}
    origin = scenario.provenance.get(path)
    holder[last] = written | (_stated(origin) if origin is not None else {})


def _stated(part: Any) -> dict[str, Any]:
    """Return the fields of a distribution or a provenance that say something."""
    plain = _plain(part) if isinstance(part, BaseModel) else {key: _plain(value) for key, value in vars(part).items()}
    return {key: value for key, value in plain.items() if value not in (None, "", [], ())}

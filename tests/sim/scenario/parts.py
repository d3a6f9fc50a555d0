"""What must hold of every part of a scenario: each field explained, each number with a range that is kept."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from sim.files.slots import Kind, Slot, slots


def check_part(part: type[BaseModel], **needed: Any) -> None:
    """Check that every field is explained, and that ranges and closed lists are kept.

    Parameters
    ----------
    part : type
        The model.
    **needed
        Values for the fields without a default.
    """
    for name, slot in slots(part).items():
        assert slot.description.endswith((".", ")")), f"{part.__name__}.{name} is not explained"
        if slot.spreadable:
            _check_number(part, name, slot, needed)
        elif slot.kind is Kind.word:
            _refused(part, needed | {name: "something-else"})
    _refused(part, needed | {"no_such_field": 1})


def _check_number(part: type[BaseModel], name: str, slot: Slot, needed: dict[str, Any]) -> None:
    low, high = slot.range
    assert slot.unit, f"{part.__name__}.{name} has no unit"
    assert slot.at_low, f"{part.__name__}.{name} has no meaning at its low end"
    assert slot.at_high, f"{part.__name__}.{name} has no meaning at its high end"
    if not slot.required:
        assert low <= slot.default <= high
    for value in (low, high):
        assert getattr(made(part, needed | {name: value}), name) == value
    for wrong in (low - 1, high + 1, "0.5", True, None):
        _refused(part, needed | {name: wrong})


def made(part: type[BaseModel], content: dict[str, Any]) -> BaseModel:
    return part.model_validate_json(json.dumps(content))


def _refused(part: type[BaseModel], content: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        made(part, content)

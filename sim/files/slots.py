"""What may stand at each place of a scenario: the types read once into a form that errors, schema and lists share."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands: keys and list positions from the top, such as ``("leaders", "us", "ego")``."""


class Kind(StrEnum):
    """What sort of value a place takes."""

    number = "a number"
    whole = "a whole number"
    switch = "true or false"
    text = "a text"
    word = "one of a few words"
    date = "a date"
    part = "a block of fields"
    roster = "a block of named entries"
    series = "a list"


SOURCED = frozenset({Kind.number, Kind.whole, Kind.switch, Kind.word, Kind.date})
"""Kinds that may be given as ``{value, source, note, confidence}``."""


@dataclass(frozen=True)
class Slot:
    """What one place of a scenario takes, and what it means."""

    kind: Kind
    description: str = ""
    required: bool = True
    default: Any = None
    optional: bool = False
    low: float | None = None
    high: float | None = None
    within: str = ""
    unit: str = ""
    at_low: str = ""
    at_high: str = ""
    choices: tuple[Any, ...] = ()
    part: type[BaseModel] | None = None
    item: Slot | None = None
    pattern: str | None = None
    fewest: int | None = None
    most: int | None = None

    @property
    def spreadable(self) -> bool:
        """Whether a distribution may stand here: any number with a range."""
        return self.kind is Kind.number and self.low is not None and not self.choices

    @property
    def range(self) -> tuple[float, float]:
        """The closed range of a number that has one."""
        if self.low is None or self.high is None:
            raise ValueError(f"{self.description} has no range")
        return self.low, self.high

    @property
    def allowed(self) -> str:
        """What is allowed here, in words."""
        if self.choices:
            return "allowed: " + ", ".join(_word(choice) for choice in self.choices)
        if self.low is None or self.high is None:
            return f"allowed: {self.within or self.kind.value}"
        if self.low == self.high:
            return f"allowed: {self.low:g}"
        whole = "whole numbers " if self.kind is Kind.whole else ""
        return f"allowed: {whole}{_end(self.low, self.at_low)} to {_end(self.high, self.at_high)}"

    def child(self, key: str | int) -> Slot | None:
        """Return the slot one level down, or None when nothing may stand there."""
        if self.part is not None:
            return slots(self.part).get(str(key))
        return self.item


def _word(choice: Any) -> str:
    return (str(choice) if choice != "" else '""') if isinstance(choice, str) else f"{choice:g}"


def _end(value: float, meaning: str) -> str:
    return f"{value:g} ({meaning})" if meaning else f"{value:g}"


@cache
def slots(part: type[BaseModel]) -> Mapping[str, Slot]:
    """Return what each field of a part takes, by name, in the order declared."""
    return {name: _slot(info.annotation, info) for name, info in part.model_fields.items()}


@cache
def root() -> Slot:
    """Return the slot of a whole scenario."""
    from sim.scenario.scenario import Scenario

    return Slot(Kind.part, "A scenario.", part=Scenario)


def slot_at(path: Path) -> Slot | None:
    """Return what may stand at a path, whatever names its entries have, or None when nothing may."""
    slot: Slot | None = root()
    for key in path:
        if slot is None:
            return None
        slot = slot.child(key)
    return slot


_SCALARS: dict[Any, Kind] = {float: Kind.number, int: Kind.whole, bool: Kind.switch, str: Kind.text, dt.date: Kind.date}


def _slot(annotation: Any, info: FieldInfo) -> Slot:
    annotation, optional = _without_none(annotation)
    extra: dict[str, Any] = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    limits = {name: getattr(mark, name) for mark in info.metadata for name in _LIMITS if hasattr(mark, name)}
    numeric = not isinstance(limits.get("ge"), dt.date)
    return Slot(
        description=info.description or "",
        required=info.is_required(),
        default=info.get_default() if not info.is_required() else None,
        optional=optional,
        low=limits.get("ge") if numeric else None,
        high=limits.get("le") if numeric else None,
        within="" if numeric else f"{limits['ge']} to {limits['le']}",
        unit=extra.get("unit", ""),
        at_low=extra.get("at_low", ""),
        at_high=extra.get("at_high", ""),
        choices=tuple(extra.get("choices", ())) or _words(annotation),
        pattern=limits.get("pattern"),
        fewest=limits.get("min_length"),
        most=limits.get("max_length"),
        **_shape(annotation),
    )


_LIMITS = ("ge", "le", "pattern", "min_length", "max_length")


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if typing.get_origin(annotation) not in (typing.Union, types.UnionType):
        return annotation, False
    kept = [option for option in typing.get_args(annotation) if option is not type(None)]
    return kept[0], True


def _words(annotation: Any) -> tuple[Any, ...]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return tuple(choice.value for choice in annotation)
    return ()


def _shape(annotation: Any) -> dict[str, Any]:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:  # an identifier or another constrained scalar
        return _shape(arguments[0])
    if origin in (dict, tuple):
        info = FieldInfo.from_annotation(arguments[1] if origin is dict else arguments[0])
        return {"kind": Kind.roster if origin is dict else Kind.series, "item": _slot(info.annotation, info)}
    if issubclass(annotation, BaseModel):
        return {"kind": Kind.part, "part": annotation}
    if issubclass(annotation, Enum):
        return {"kind": Kind.word}
    return {"kind": _SCALARS[annotation]}

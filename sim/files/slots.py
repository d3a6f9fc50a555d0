"""What may stand at each place of a file: declared types read once into slots, shared by errors, schema and lists."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Generic, TypeAlias, TypeVar

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
    scalar = "a number, a word or a switch"
    anything = "a value, a block or a list"


MOST_VALUES = 50_000
"""Values of a file, where its form does not allow more; the richest shipped scenario has a tenth of them."""

SOURCED = frozenset({Kind.number, Kind.whole, Kind.switch, Kind.word, Kind.date})
"""Kinds that may be given as ``{value, source, note, confidence}``."""


@dataclass(frozen=True)
class Slot:
    """What one place of a file takes, and what it means.

    Attributes
    ----------
    kind : Kind
        What sort of value.
    required, optional : bool
        Whether the key must be there, and whether `null` may stand behind it.
    low, high : float or None
        The closed range of a number; `within` says in words what limits a date.
    choices : tuple
        The words or numbers offered, when there are only a few.
    names : tuple of str
        The names that entries of a roster may have, when only a few are known; empty when it may be any.
    pattern : str or None
        What a text, or the name of every entry of a roster, must look like.
    part, item : type or Slot, optional
        What a block of fields declares; what each entry of a roster or list takes.
    fewest, most : int or None
        Entries of a roster or list.
    sourced : bool
        Whether a number may be given as ``{value, source, note, confidence}`` or as a distribution.
    short : str
        The field of a block that a value given alone stands for: ``design: grid`` is ``design: {kind: grid}``.
    """

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
    names: tuple[str, ...] = ()
    part: type[BaseModel] | None = None
    item: Slot | None = None
    pattern: str | None = None
    fewest: int | None = None
    most: int | None = None
    sourced: bool = True
    short: str = ""

    @property
    def takes_source(self) -> bool:
        """Whether ``{value, source, note, confidence}`` may stand here."""
        return self.sourced and self.kind in SOURCED

    @property
    def spreadable(self) -> bool:
        """Whether a distribution may stand here: any number with a range."""
        return self.sourced and self.kind is Kind.number and self.low is not None and not self.choices

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
        if self.kind is Kind.whole:
            return f"allowed: whole numbers {self.low} to {self.high}"
        return f"allowed: {_end(self.low, self.at_low)} to {_end(self.high, self.at_high)}"

    def child(self, key: str | int) -> Slot | None:
        """Return the slot one level down, or None when nothing may stand there."""
        if self.part is not None:
            return slots(self.part).get(str(key))
        if self.names and key not in self.names:
            return None
        return self if self.kind is Kind.anything else self.item


def _word(choice: Any) -> str:
    return (str(choice) if choice != "" else '""') if isinstance(choice, str) else f"{choice:g}"


def _end(value: float, meaning: str) -> str:
    return f"{value:g} ({meaning})" if meaning else f"{value:g}"


@cache
def slots(part: type[BaseModel]) -> Mapping[str, Slot]:
    """Return what each field of a part takes, by name, in the order declared."""
    sourced = getattr(part, "sourced", True)
    return {name: _slot(info.annotation, info, sourced) for name, info in part.model_fields.items()}


Declared = TypeVar("Declared", bound=BaseModel)


@dataclass(frozen=True)
class Form(Generic[Declared]):
    """A kind of file: what it is called, and the type that declares what may stand in it.

    Attributes
    ----------
    noun : str
        ``scenario``, ``study``, ``script``: how messages name it.
    part : type
        The declared type of the whole file.
    most_values : int
        Values that such a file may hold at most; what is larger is refused while it is read.
    """

    noun: str
    part: type[Declared]
    most_values: int = MOST_VALUES

    @property
    def root(self) -> Slot:
        """The slot of the whole file."""
        return _root(self.noun, self.part)

    def slot_at(self, path: Path) -> Slot | None:
        """Return what may stand at a path, whatever names its entries have, or None when nothing may."""
        slot: Slot | None = self.root
        for key in path:
            if slot is None:
                return None
            slot = slot.child(key)
        return slot


@cache
def _root(noun: str, part: type[BaseModel]) -> Slot:
    return Slot(Kind.part, f"A {noun}.", part=part, short=getattr(part, "short", ""))


_SCALARS: dict[Any, Kind] = {float: Kind.number, int: Kind.whole, bool: Kind.switch, str: Kind.text, dt.date: Kind.date}


def _slot(annotation: Any, info: FieldInfo, sourced: bool) -> Slot:
    annotation, optional = _without_none(annotation)
    marks = [*info.metadata, *getattr(annotation, "__metadata__", ())]
    extra: dict[str, Any] = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    return Slot(
        description=info.description or "",
        required=info.is_required(),
        default=info.get_default() if not info.is_required() else None,
        optional=optional,
        unit=extra.get("unit", ""),
        at_low=extra.get("at_low", ""),
        at_high=extra.get("at_high", ""),
        choices=tuple(extra.get("choices", ())) or _words(annotation, marks),
        sourced=sourced,
        **_limits(marks),
        **_shape(annotation, marks, sourced),
    )


_LIMITS = {"ge": "low", "le": "high", "pattern": "pattern", "min_length": "fewest", "max_length": "most"}
"""What a declaration calls a limit, and the field of a slot that holds it."""


def _limits(marks: list[Any]) -> dict[str, Any]:
    """The limits that a declaration sets, by field of a slot; those of a date are put into words."""
    limits = {field: getattr(mark, name) for mark in marks for name, field in _LIMITS.items() if hasattr(mark, name)}
    if isinstance(limits.get("low"), dt.date):
        limits["within"] = f"{limits.pop('low')} to {limits.pop('high')}"
    return limits


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if typing.get_origin(annotation) not in (typing.Union, types.UnionType):
        return annotation, False
    kept = [option for option in typing.get_args(annotation) if option is not type(None)]
    return kept[0], True


def _words(annotation: Any, marks: list[Any]) -> tuple[Any, ...]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return tuple(choice.value for choice in annotation)
    return next((tuple(rule.choices) for rule in _rules(marks) if hasattr(rule, "choices")), ())


def _rules(marks: list[Any]) -> list[Any]:
    """The checks that a declaration adds to a plain type; they may say which words or kinds of value they let in."""
    return [mark.func for mark in marks if hasattr(mark, "func")]


def _shape(annotation: Any, marks: list[Any], sourced: bool) -> dict[str, Any]:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:  # an identifier or another constrained scalar
        return _shape(arguments[0], marks, sourced)
    if origin is tuple:
        return {"kind": Kind.series, "item": _inner(arguments[0], sourced)}
    if origin is dict:
        return {"kind": Kind.roster, "item": _inner(arguments[1], sourced), **_names(arguments[0])}
    if annotation is Any:
        return {"kind": next((rule.kind for rule in _rules(marks) if hasattr(rule, "kind")), Kind.anything)}
    return _named_shape(annotation)


def _inner(annotation: Any, sourced: bool) -> Slot:
    inner = FieldInfo.from_annotation(annotation)
    return _slot(inner.annotation, inner, sourced)


def _names(key: Any) -> dict[str, Any]:
    """What the names of a roster's entries may be: a few words, or whatever looks right."""
    marks = list(getattr(key, "__metadata__", ()))
    pattern = next((mark.pattern for mark in marks if getattr(mark, "pattern", None)), None)
    return {"names": _words(key, marks)} | ({} if pattern is None else {"pattern": pattern})


def _named_shape(annotation: Any) -> dict[str, Any]:
    if issubclass(annotation, BaseModel):
        return {"kind": Kind.part, "part": annotation, "short": getattr(annotation, "short", "")}
    return {"kind": Kind.word if issubclass(annotation, Enum) else _SCALARS[annotation]}

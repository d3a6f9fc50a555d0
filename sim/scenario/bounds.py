"""What a number in a scenario may be: default, range, unit, and what each end of the range means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

NAME_PATTERN = r"^[a-z][a-z0-9_-]{0,40}$"
Identifier = Annotated[str, StringConstraints(pattern=NAME_PATTERN, strict=True)]
"""A stable name used in paths: lower-case letters, digits, ``-`` and ``_``; display names may be anything."""


class OneOf:
    """Lets in a few words only; the annotation is ``Annotated[str, AfterValidator(OneOf(...))]``.

    Parameters
    ----------
    choices : iterable of str
        The words allowed.
    """

    def __init__(self, choices: Iterable[str]) -> None:
        self.choices = tuple(choices)

    def __call__(self, word: str) -> str:
        """Return the word, or refuse it."""
        if word not in self.choices:
            raise PydanticCustomError("choice", "not one of the words allowed")
        return word


class Part(BaseModel):
    """Anything a scenario consists of: frozen, strict about types, closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, validate_default=True)


def number(  # noqa: PLR0913 - one row of the table that a part is
    default: float,
    low: float,
    high: float,
    unit: str,
    meaning: str,
    at_low: str,
    at_high: str,
) -> Any:
    """Declare a number that a scenario may set.

    Parameters
    ----------
    default, low, high : float
        Value when the scenario is silent, and the closed range allowed.
    unit : str
        ``share`` for a plain 0..1 quantity, else days, points, log points, ...
    meaning, at_low, at_high : str
        What it measures, and what the two ends of the range stand for.

    Returns
    -------
    pydantic.fields.FieldInfo
        Its ``json_schema_extra`` carries unit and the meaning of both ends.
    """
    extra: dict[str, Any] = {"unit": unit, "at_low": at_low, "at_high": at_high}
    return Field(default=default, ge=low, le=high, description=meaning, json_schema_extra=extra)


def bounds(low: float, high: float, unit: str, meaning: str, at_low: str, at_high: str) -> Any:
    """Declare the numbers of a table by side, none of which has a default; parameters as for :func:`number`."""
    extra: dict[str, Any] = {"unit": unit, "at_low": at_low, "at_high": at_high}
    return Field(ge=low, le=high, description=meaning, json_schema_extra=extra)


class Roster(dict[str, Any]):
    """Named entities in the order written; it cannot be changed once made."""

    def _refuse(self, *_: Any, **__: Any) -> Any:
        raise TypeError("a scenario is frozen; use vary() to make a variant")

    __setitem__ = __delitem__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse
    __ior__ = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return (Roster, (dict(self),))

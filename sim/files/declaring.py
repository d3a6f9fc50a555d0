"""How kinds of files other than scenarios declare what may stand in them: blocks, words, and values of any sort."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from sim.files.slots import Kind
from sim.scenario.bounds import Part


class Entry(Part):
    """A block of a study, a script or the like; its numbers carry no sources.

    A subclass names in `short` the field that a value given alone stands for, so that ``design: grid`` reads as
    ``design: {kind: grid}``.
    """

    sourced: ClassVar[bool] = False
    short: ClassVar[str] = ""


class _Scalar:
    kind = Kind.scalar

    def __call__(self, value: Any) -> Any:
        if value is None or isinstance(value, dict | list):
            raise PydanticCustomError("scalar", "not a single value")
        return value


Scalar = Annotated[Any, AfterValidator(_Scalar())]
"""A number, a word or a switch, whichever the place it is meant for takes."""

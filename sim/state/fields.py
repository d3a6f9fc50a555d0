"""How the classes of a run's state say what each field is: its width, where a scenario sets it, where it is recorded.

A field is ``float`` or ``int``, or a row of numbers with its :class:`Width`. Everything that must know the fields (the
record in memory, the opening, the columns of the steps table, the list of perceived traits) reads them here.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, NamedTuple, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

Row: TypeAlias = list[float]
"""A row of numbers; an array in compiled code."""
Whole: TypeAlias = list[int]
"""A row of whole numbers."""


class Width(NamedTuple):
    """How many numbers a row has."""

    width: int


class From(NamedTuple):
    """Where the scenario sets the field: the path below the entity (its own name if empty); a pair has one per side."""

    path: str = ""


class Shown(NamedTuple):
    """The column of the steps table that records the field."""

    column: str
    unit: str
    meaning: str
    kind: str = "float"


class Perceived(NamedTuple):
    """The other side forms an image of this trait."""


Given: TypeAlias = Annotated[float, From()]
"""A number that the scenario sets under the same name."""
GivenPair: TypeAlias = Annotated[Row, Width(2), From()]
"""A number of each side that the scenario sets under the same name."""
Trait: TypeAlias = Annotated[float, From(), Perceived()]
"""A trait that the scenario sets and the other side forms an image of."""


class Field(NamedTuple):
    """One field of a state record.

    ``kind`` is ``f`` for floats and ``i`` for whole numbers; ``width`` is 1 for a plain number; ``path`` is None for
    what no scenario sets.
    """

    name: str
    kind: str
    width: int
    path: str | None
    shown: Shown | None
    perceived: bool


@cache
def fields_of(record: type) -> tuple[Field, ...]:
    """The fields of a state class in the order in which they are declared."""
    return tuple(_field(name, hint) for name, hint in get_type_hints(record, include_extras=True).items())


def _field(name: str, hint: Any) -> Field:
    plain, marks = _type_and_marks(hint)
    width, source = _mark(Width, marks), _mark(From, marks)
    return Field(
        name=name,
        kind="i" if plain in (int, Whole) else "f",
        width=1 if width is None else width.width,
        path=None if source is None else source.path or name,
        shown=_mark(Shown, marks),
        perceived=_mark(Perceived, marks) is not None,
    )


def _type_and_marks(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    if get_origin(hint) is not Annotated:
        return hint, ()
    plain, *marks = get_args(hint)
    return plain, tuple(marks)


Mark = TypeVar("Mark")


def _mark(kind: type[Mark], marks: tuple[Any, ...]) -> Mark | None:
    """The first mark of a kind, or None."""
    return next((mark for mark in marks if isinstance(mark, kind)), None)

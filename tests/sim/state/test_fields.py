"""Do the classes of the state say what their fields are?"""

from __future__ import annotations

from typing import Annotated

from sim.state.fields import Field, From, Given, GivenPair, Row, Shown, Trait, Whole, Width, fields_of


class Example:
    plain: float
    whole: int
    counts: Annotated[Whole, Width(3)]
    rows: Annotated[Row, Width(2)]
    given: Given
    pair: GivenPair
    trait: Trait
    renamed: Annotated[float, From("there.below"), Shown("seen", "share", "What it is.")]


def test_each_field_says_what_it_is() -> None:
    assert fields_of(Example) == (
        Field("plain", "f", 1, None, None, False),
        Field("whole", "i", 1, None, None, False),
        Field("counts", "i", 3, None, None, False),
        Field("rows", "f", 2, None, None, False),
        Field("given", "f", 1, "given", None, False),
        Field("pair", "f", 2, "pair", None, False),
        Field("trait", "f", 1, "trait", None, True),
        Field("renamed", "f", 1, "there.below", Shown("seen", "share", "What it is."), False),
    )

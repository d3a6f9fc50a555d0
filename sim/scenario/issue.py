"""What is at stake: linked issues with different weights to each side, some of them indivisible, and red lines."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from sim.scenario.bounds import Identifier, Part, Roster, bounds, number

Importance = Annotated[float, bounds(0, 100, "weight", "Importance to the side.", "does not matter", "matters most")]
RedLine = Annotated[
    float, bounds(0, 1, "share", "Least part of the issue without which the side signs nothing.", "none", "all of it")
]


class Issue(Part):
    """One matter in dispute."""

    name: str = Field(default="", description="Display name.")
    weight: Annotated[dict[Identifier, Importance], AfterValidator(Roster)] = Field(
        description="Importance to each side, 0 to 100; scaled to sum to 1 over issues; both sides must be named."
    )
    divisible: bool = Field(default=True, description="false: one side gets all of it.")
    red_line: Annotated[dict[Identifier, RedLine], AfterValidator(Roster)] = Field(
        default={},
        description="Least part of the issue that a side must have, by side; none where it is left out. "
        "Two that add up to more than 1 exclude a deal.",
    )


class Bargaining(Part):
    """How a part of an issue is valued."""

    exponent: float = number(
        0.6,
        0.3,
        1,
        "exponent",
        "A part x of a divisible issue is worth x to this power.",
        "the first crumb is worth most",
        "linear, as from 0.97 on: issues go whole to whoever wants them more",
    )

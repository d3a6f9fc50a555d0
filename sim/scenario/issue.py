"""What is at stake: linked issues with different weights to each side, some of them indivisible."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from sim.scenario.bounds import Identifier, Part, Roster, bounds

Importance = Annotated[float, bounds(0, 100, "weight", "Importance to the side.", "does not matter", "matters most")]


class Issue(Part):
    """One matter in dispute."""

    name: str = Field(default="", description="Display name.")
    weight: Annotated[dict[Identifier, Importance], AfterValidator(Roster)] = Field(
        description="Importance to each side, 0 to 100; scaled to sum to 1 over issues; both sides must be named."
    )
    divisible: bool = Field(default=True, description="false: one side gets all of it.")

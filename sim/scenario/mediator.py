"""Who might bring the two together: third parties with a stake, a standing, a formula and a memory."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, Field

from sim.scenario.bounds import Identifier, Part, Roster, bounds, number

Acceptability = Annotated[float, bounds(0, 1, "share", "How acceptable to the side.", "never", "trusted")]


class Mediator(Part):
    """A third party who may offer, or be invited, to host and mediate."""

    name: str = Field(description="Display name.")
    acceptability: Annotated[dict[Identifier, Acceptability], AfterValidator(Roster)] = Field(
        description="How acceptable to each side: 0 (never) to 1 (trusted); both sides must be named."
    )
    stake: float = number(
        0.5, 0, 1, "share", "Own interest in an end of the confrontation.", "indifferent", "livelihood at risk"
    )
    face_formula: float = number(
        0.5, 0, 1, "share", "How well its formula hides who yielded.", "none", "nobody can tell who blinked"
    )
    standing: float = number(
        0.3, 0, 1, "share", "Inducements it can add (manipulation).", "only a room", "can pay for a deal"
    )
    hosting_memory: float = number(
        0, -1, 1, "memory", "Memory of hosting before.", "ended in disappointment", "ended in triumph"
    )
    reluctance: float = number(0.3, 0, 1, "share", "Reluctance to be drawn in.", "eager", "keeps out")
    failed_on: dt.date | None = Field(
        default=None,
        description="Day, at the latest the start, on which talks it hosted between the two ended with nothing.",
    )

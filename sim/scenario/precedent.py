"""What is remembered: an earlier episode, its lesson, how vivid it is, and whether it was one's own."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from sim.scenario.bounds import Part, number
from sim.vocabulary.scenario_words import PrecedentKind


class Precedent(Part):
    """A remembered episode of one leader."""

    name: str = Field(description="Display name.")
    kind: PrecedentKind = Field(description="success gives hope; no_deal, humiliation and broken_promise give fear.")
    salience: float = number(0.5, 0, 1, "share", "Vividness on the day it happened.", "forgotten", "never out of mind")
    half_life_days: float = number(
        730, 30, 10000, "days", "Days until half the vividness is gone.", "weeks", "a lifetime"
    )
    date: dt.date | None = Field(
        default=None, description="When it happened; vividness has decayed since. Absent: just now."
    )
    via: str = Field(default="", description="The ally who lived through it; empty when first hand.")
    weight: float = number(
        1, 0, 1, "share", "How far the episode counts as one's own.", "someone else's story", "as one's own"
    )

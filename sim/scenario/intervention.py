"""What is bound to happen: dated events and values set at a date."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from sim.scenario.bounds import Identifier, Part, number
from sim.vocabulary.scenario_words import InterventionKind


class Intervention(Part):
    """A dated event from outside the two leaders' choice, or a value that changes at a date."""

    date: dt.date = Field(description="The day it enters, before anybody looks.")
    kind: InterventionKind = Field(
        description="market_shock, insult, goodwill (need `side`), mediator_offer (`mediator`), set (`path`, `value`)."
    )
    side: Identifier | None = Field(default=None, description="Whose market is hit, or who insults or shows goodwill.")
    mediator: Identifier | None = Field(default=None, description="Who offers.")
    size: float = number(
        0.5, 0, 1, "share", "Strength; for a market shock the fall in log points.", "nothing", "as strong as can be"
    )
    path: str | None = Field(default=None, description="For `set`: the field, written as for --set.")
    value: float | None = Field(default=None, description="For `set`: its new value, within the field's range.")
    note: str = Field(default="", description="Why; for display.")

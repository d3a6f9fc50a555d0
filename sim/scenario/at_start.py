"""Where the two stand on the first day: their last contact, a truce in force, a meeting that is set already."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from sim.scenario.bounds import Identifier, Part, Roster, bounds

Suspended = Annotated[float, bounds(0, 1000, "points", "Points that are suspended.", "none", "a total embargo")]


class Touch(StrEnum):
    """At what level two leaders were in touch themselves."""

    letter = "letter"
    call = "call"
    summit = "summit"


class EarlierContact(Part):
    """The last contact of the two leaders before the first day."""

    date: dt.date = Field(description="Its day, before the start.")
    level: Touch = Field(description="letter (an answered one), call or summit.")


class TruceInForce(Part):
    """A truce that was agreed before the first day and holds on it."""

    since: dt.date = Field(description="The day it was agreed, or renewed last; at the latest the start.")
    until: dt.date = Field(description="The day its term ends, after the start; then both are asked to renew it.")
    suspended: Annotated[dict[Identifier, Suspended], AfterValidator(Roster)] = Field(
        description="Points that each side has suspended under it and that come back with a breach; name both sides."
    )


class AtStart(Part):
    """What is so already on the first day; what it leaves out is not so."""

    contact: EarlierContact | None = Field(
        default=None,
        description="Last contact of the leaders before the start: {date, level}; absent: none that counts.",
    )
    truce: TruceInForce | None = Field(
        default=None,
        description="A truce in force: {since, until, suspended: {side: points}}; absent: none holds.",
    )
    meeting_on: dt.date | None = Field(
        default=None, description="Date of a summit agreed before the first day; absent: none is set yet."
    )

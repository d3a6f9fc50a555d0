"""What happened in the end, where it is known: never read by a run, used only to score forecasts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field

from sim.scenario.bounds import Part
from sim.vocabulary.outcomes import OutcomeClass


class ContactLevel(StrEnum):
    """At what level the two sides were in touch."""

    unknown = ""
    letter = "letter"
    envoy = "envoy"
    talks = "talks"
    call = "call"
    summit = "summit"


class ObservedContact(Part):
    """The first contact that history records."""

    date: dt.date | None = Field(default=None, description="Day of the first answered letter, call or meeting.")
    asked_by: str = Field(default="", description="Side, `both`, a mediator's id, or empty.")
    level: ContactLevel = Field(
        default=ContactLevel.unknown, description="letter, envoy, talks, call, summit, or empty."
    )


class Observed(Part):
    """The answer key of a backtest."""

    outcome: OutcomeClass | None = Field(default=None, description="Where it stood at the horizon.")
    outcome_date: dt.date | None = Field(default=None, description="Since which day it stood so.")
    first_contact: ObservedContact = Field(default=ObservedContact(), description="First contact.")
    mediator: str = Field(default="", description="Who hosted or mediated, in words.")
    source: str = Field(default="", description="Where this is recorded.")
    note: str = Field(default="", description="Anything a reader should know.")

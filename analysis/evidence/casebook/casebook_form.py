"""What may stand in a casebook: dated events, codes of traits, and the answer key, with a meaning for each key."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field, create_model

from sim.files.declaring import Entry
from sim.files.slots import Form
from sim.scenario.bounds import Identifier, OneOf
from sim.scenario.provenance import Confidence
from sim.vocabulary.domains import Domain

MOST_VALUES = 200_000
"""Values of a casebook: some five hundred cases."""

EARLIEST, LATEST = dt.date(1800, 1, 1), dt.date(2200, 1, 1)


class CaseOutcome(StrEnum):
    """How a case stood at its horizon, in the casebook's words; ``code`` names the model's class of the same place."""

    deal = "deal"
    truce_or_partial = "truce-or-partial"
    no_deal = "no-deal"
    blow_up = "blow-up"
    no_contact = "no-contact"

    @property
    def model_class(self) -> str:
        """The model's word for it."""
        return "truce" if self is CaseOutcome.truce_or_partial else self.value.replace("-", "_")


class EventType(StrEnum):
    """What sort of thing happened."""

    escalation = "escalation"
    deescalation = "deescalation"
    signal = "signal"
    letter = "letter"
    envoy = "envoy"
    mediation = "mediation"
    call = "call"
    summit = "summit"
    agreement = "agreement"
    breakdown = "breakdown"
    deadline = "deadline"
    context = "context"


DEADLINE, EVENT, POST_HOC = "announced_deadline", "scheduled_event", "post_hoc_episode"
"""Why a case is watched until its horizon: a deadline or an event known at the origin, or its end, known afterwards."""

FIXED = tuple(f"fixed_{days}d" for days in (7, 14, 30, 45, 60, 90, 120, 180, 270, 365))
"""The other rules: so many days, from the start or from the origin; ``horizon_end`` says which."""


Actor = Annotated[str, AfterValidator(OneOf(("A", "B", "both", "mediator", "other")))]
HorizonRule = Annotated[str, AfterValidator(OneOf((*FIXED, DEADLINE, EVENT, POST_HOC)))]
Sureness = Annotated[str, AfterValidator(OneOf(tuple(Confidence)))]


class CaseLeader(Entry):
    """A leader as named in a case."""

    name: str = Field(description="Display name.")
    office: str = Field(default="", description="Office held.")
    country: str = Field(description="Country or side.")
    role: str = Field(default="", description="initiator_of_pressure (A) or target (B).")


class CaseLeaders(Entry):
    """The two leaders: A brings pressure to bear, B is its target."""

    A: CaseLeader = Field(description="Who brings pressure to bear.")
    B: CaseLeader = Field(description="Who is put under pressure.")


class CaseEvent(Entry):
    """Something that happened on a day."""

    date: dt.date = Field(description="The day.")
    actor: Actor = Field(description="Who did it.")
    type: EventType = Field(description="What sort of thing.")
    magnitude: str | None = Field(default=None, description="How much, in words.")
    text: str = Field(default="", description="What happened.")
    verification: str = Field(default="", description="How it was checked: searched, dataset or recall.")
    known_at_origin: bool = Field(description="Whether a forecaster could know it on the day of the forecast.")


class Code(Entry):
    """A trait as a coder saw it at the origin."""

    value: float = Field(ge=0, le=1, description="0 to 1.")
    confidence: Sureness = Field(description="How sure the coder was.")
    why: str = Field(default="", description="What the code rests on.")


class SideCodes(Entry):
    """The six coded traits of a side."""

    ego: Code = Field(description="Need to be the greater of the two.")
    face_need: Code = Field(description="Need not to be seen yielding.")
    market_sensitivity: Code = Field(description="How much falling markets hurt.")
    nationalism: Code = Field(description="Hostile public at home.")
    time_pressure: Code = Field(description="How much waiting costs.")
    trust: Code = Field(description="Trust in the other leader.")


class Coding(Entry):
    """The codes of both sides."""

    A: SideCodes = Field(description="Codes of A.")
    B: SideCodes = Field(description="Codes of B.")


class Targets(Entry):
    """Answer key: what had happened by the horizon."""

    contact_by_horizon: bool = Field(description="A leader's letter, message, call or meeting.")
    voice_by_horizon: bool = Field(description="A call or a meeting of the leaders.")
    in_person_by_horizon: bool = Field(description="A meeting of the leaders.")
    agreement_by_horizon: bool = Field(description="A deal, a truce or a partial agreement.")
    rupture_by_horizon: bool | None = Field(default=None, description="A public rupture.")
    active_mediator: bool = Field(description="A third party that did more than lend a room.")
    agreement_without_prior_leader_voice: bool | None = Field(default=None, description="An agreement by envoys.")


class OpenAtOrigin(Entry):
    """What was still open on the day of the forecast: only that is scored."""

    first_contact: bool = Field(description="The leaders had not been in contact.")
    first_voice: bool = Field(description="The leaders had not spoken.")
    in_person: bool = Field(description="The leaders had not met.")
    outcome: bool = Field(description="It was not decided how it ends.")


class OutcomeNotes(Entry):
    """Answer key: how it stood at the horizon."""

    date: dt.date | None = Field(default=None, description="Day of the decisive event.")
    alternative_class: CaseOutcome | None = Field(default=None, description="The other defensible reading.")
    confidence: Sureness | None = Field(default=None, description="How sure the coder was.")
    note: str | None = Field(default=None, description="Why it was coded so.")


_CLASS: dict[str, Any] = {"class": (CaseOutcome, Field(description="How it stood at the horizon."))}
OutcomeKey = create_model(
    "OutcomeKey", __base__=OutcomeNotes, __doc__=OutcomeNotes.__doc__, __module__=__name__, **_CLASS
)
"""With ``class``, which is a word of Python and cannot be written as a field."""


class Case(Entry):
    """One confrontation of two leaders."""

    id: Identifier = Field(description="Stable name.")
    title: str = Field(default="", description="One line for lists.")
    domain: Domain = Field(description="What it is about.")
    selection_frame: str = Field(description="From which list or sample the case was taken.")
    leaders: CaseLeaders = Field(description="The two leaders.")
    dyad: str = Field(default="", description="Both names, A first.")
    ask: str = Field(description="What A wants.")
    start_date: dt.date = Field(ge=EARLIEST, le=LATEST, description="Day on which it began.")
    forecast_origin: dt.date = Field(ge=EARLIEST, le=LATEST, description="Day of the forecast.")
    horizon_end: dt.date = Field(ge=EARLIEST, le=LATEST, description="Last day that is watched.")
    horizon_rule: HorizonRule = Field(description="Why that day.")
    horizon_ex_ante: bool = Field(default=True, description="Whether that day was known at the origin.")
    events: tuple[CaseEvent, ...] = Field(default=(), max_length=400, description="What happened, by day.")
    first_contact: dict[str, Any] = Field(default={}, description="Answer key: the first contact.")
    first_voice: dict[str, Any] = Field(default={}, description="Answer key: the first call or meeting.")
    in_person: dict[str, Any] = Field(default={}, description="Answer key: the first meeting.")
    mediator: dict[str, Any] = Field(default={}, description="Answer key: who mediated.")
    host: dict[str, Any] = Field(default={}, description="Answer key: who hosted.")
    outcome: OutcomeKey = Field(description="Answer key: how it stood at the horizon.")
    days: dict[str, Any] = Field(default={}, description="Answer key: days between dates.")
    targets: Targets = Field(description="Answer key: what had happened by the horizon.")
    open_at_origin: OpenAtOrigin = Field(description="What was still open at the origin.")
    market: tuple[Any, ...] = Field(default=(), description="Closing prices; not read.")
    coding_cutoff: dt.date | None = Field(default=None, description="Last day of the material that was coded.")
    coding: Coding = Field(description="Traits as coded at the origin.")
    sources: tuple[Any, ...] = Field(default=(), description="What the case rests on.")
    unverified: tuple[str, ...] = Field(default=(), description="What could not be checked.")
    verification_share: float | None = Field(default=None, ge=0, le=1, description="Share of events checked.")


class CasebookFile(Entry):
    """A whole casebook."""

    meta: dict[str, Any] = Field(default={}, description="Title, rules of coding, frames.")
    leader_profiles: dict[str, Any] = Field(default={}, description="Traits of leaders across cases; not read.")
    cases: tuple[Case, ...] = Field(min_length=1, max_length=2000, description="The cases.")


CASEBOOK = Form("casebook", CasebookFile, MOST_VALUES)
"""A casebook as a kind of file."""

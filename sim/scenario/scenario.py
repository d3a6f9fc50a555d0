"""A scenario whole: two sides, third parties, issues, clocks; and the checks that span several fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field, PrivateAttr

from sim.scenario.at_start import AtStart
from sim.scenario.bounds import Identifier, Part, Roster
from sim.scenario.dyad import Clock, Dyad, Latencies, SummitFormat, TruceTerms
from sim.scenario.intervention import Intervention
from sim.scenario.issue import Bargaining, Issue
from sim.scenario.leader import Leader
from sim.scenario.mediator import Mediator
from sim.scenario.observed import Observed
from sim.scenario.own_words import Act, Entry, OwnWords
from sim.scenario.weights import Weights
from sim.vocabulary.domains import Domain
from sim.vocabulary.scenario_words import Permission

FORMAT = 2
"""Version of the format of scenario files, kept runs and studies."""


class ChoiceRule(StrEnum):
    """How a leader picks an action once each is weighed."""

    logit = "logit"
    argmax = "argmax"


class Scenario(Part):
    """Everything a run needs to know. Frozen; make variants with :func:`sim.files.variants.vary`."""

    climbdown: int = Field(default=FORMAT, ge=FORMAT, le=FORMAT, description="Version of this file format.")
    name: Identifier = Field(description="Stable name.")
    title: str = Field(default="", description="One line for lists.")
    summary: str = Field(default="", description="A paragraph for readers.")
    start: dt.date = Field(
        description="First day, 1800 to 2200; values are coded as of this day.",
        ge=dt.date(1800, 1, 1),
        le=dt.date(2200, 1, 1),
    )
    horizon_days: int = Field(default=180, ge=1, le=3650, description="Days simulated.")
    domain: Domain = Field(default=Domain.trade, description=f"What it is about: {', '.join(Domain)}.")
    words: Annotated[dict[Entry, OwnWords], AfterValidator(Roster)] = Field(
        default={}, description="What things and acts are called here, where the words of the domain do not fit."
    )
    actions: Annotated[dict[Act, Permission], AfterValidator(Roster)] = Field(
        default={}, description="Acts that neither side may do here: off forbids one; what is not named may be done."
    )
    choice: ChoiceRule = Field(
        default=ChoiceRule.logit, description="logit (nested, with noise) or argmax (always the best, without noise)."
    )
    sources: Annotated[dict[Identifier, str], AfterValidator(Roster)] = Field(
        default={}, description="Works cited by `source` fields: id to full reference."
    )
    leaders: Annotated[dict[Identifier, Leader], AfterValidator(Roster)] = Field(
        description="Exactly two sides by id.", min_length=2, max_length=2
    )
    mediators: Annotated[dict[Identifier, Mediator], AfterValidator(Roster)] = Field(
        default={}, description="Third parties by id; any number, none included.", max_length=40
    )
    issues: Annotated[dict[Identifier, Issue], AfterValidator(Roster)] = Field(
        description="What is at stake, 1 to 10 issues.", min_length=1, max_length=10
    )
    bargaining: Bargaining = Field(default=Bargaining(), description="How a part of an issue is valued.")
    dyad: Dyad = Field(default=Dyad(), description="Relation at the start.")
    at_start: AtStart = Field(default=AtStart(), description="What is so already on the first day.")
    clock: Clock = Field(default=Clock(), description="Integration step and decision clock.")
    latencies: Latencies = Field(default=Latencies(), description="How long things take.")
    truce: TruceTerms = Field(default=TruceTerms(), description="What a truce would look like.")
    summit: SummitFormat = Field(default=SummitFormat(), description="How a summit is staged.")
    weights: Weights = Field(default=Weights(), description="Global calibration; leave alone unless studying it.")
    scheduled: tuple[Intervention, ...] = Field(
        default=(), description="Dated interventions.", max_length=200, strict=False
    )
    observed: Observed = Field(default=Observed(), description="Answer key for backtests; a run never reads it.")

    _provenance: Mapping[str, Any] = PrivateAttr(default_factory=dict)
    _distributions: Mapping[str, Any] = PrivateAttr(default_factory=dict)

    @property
    def provenance(self) -> Mapping[str, Any]:
        """Source, note and confidence by path (``leaders.us.ego``)."""
        return self._provenance

    @property
    def distributions(self) -> Mapping[str, Any]:
        """Distribution by path, for every number given as one; the field itself holds the central value."""
        return self._distributions

    def annotate(self, provenance: Mapping[str, Any], distributions: Mapping[str, Any]) -> None:
        """Keep what a file says about its numbers; done once, by whoever reads the file."""
        self._provenance = Roster(provenance)
        self._distributions = Roster(distributions)

    def __iter__(self) -> Any:
        raise TypeError("a Scenario is one thing, not a list of them; put it in a list to run several")

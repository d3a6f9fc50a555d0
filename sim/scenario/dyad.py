"""What lies between the two: the relation at the start, latencies, the clock, truce terms, the meeting's format."""

from __future__ import annotations

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from sim.scenario.bounds import Part, number
from sim.vocabulary.scenario_words import ClockKind, Order

STEPS = (1.0, 0.5, 0.25)
"""Integration steps offered, in days."""


class Dyad(Part):
    """The relation between the two sides at the start."""

    groundwork: float = number(0.1, 0, 1, "share", "Preparation done by teams.", "none", "only signatures missing")
    rapport: float = number(0.3, 0, 1, "share", "Personal bond of the two leaders.", "none or sour", "close")
    tension: float = number(
        0.2, 0, 1, "share", "Spillover to other fields: military, diplomatic.", "calm", "on the brink"
    )


class Clock(Part):
    """The integration step and the decision clock."""

    kind: ClockKind = Field(
        default=ClockKind.poisson, description="poisson: at random times; fixed: every `every_days`."
    )
    step_days: float = Field(
        default=1.0,
        description="Integration step: 1, 0.5 or 0.25 days.",
        json_schema_extra={"unit": "days", "choices": list(STEPS)},
    )
    rate_per_week: float = number(
        2, 0.1, 14, "per week", "Decisions a week of each leader (poisson).", "rarely", "twice a day"
    )
    tempo: float = number(
        2,
        0.1,
        14,
        "acts per week",
        "How often a leader finds the time to act on this matter, however often the clock asks.",
        "it is one matter of many",
        "nothing else is on the desk",
    )
    every_days: float = number(7, 0.25, 90, "days", "Days between decisions (fixed).", "four a day", "one a season")
    order: Order = Field(
        default=Order.simultaneous,
        description="Fixed clock: simultaneous (both on the same state), alternating (in turn), random (one by luck).",
    )

    @field_validator("step_days")
    @classmethod
    def _step_is_offered(cls, days: float) -> float:
        if days not in STEPS:
            raise PydanticCustomError("choice", "not a step that is offered")
        return days


class Latencies(Part):
    """How long things take."""

    answer_days: float = number(3, 0.25, 60, "days", "Until a request is answered.", "same day", "two months")
    call_lead_days: float = number(2, 0.25, 60, "days", "From yes to the call.", "same day", "two months")
    envoy_days: float = number(4, 0.25, 60, "days", "An envoy's trip.", "same day", "two months")
    convene_days: float = number(14, 0.25, 120, "days", "From two yeses to mediated talks.", "same day", "four months")
    summit_lead_days: float = number(30, 0.25, 200, "days", "From yes to the summit.", "at once", "half a year")


class TruceTerms(Part):
    """What a truce in this confrontation would look like."""

    cut: float = number(0.6, 0.05, 1, "share", "Share of pressure suspended on both sides.", "a gesture", "all of it")
    term_days: float = number(90, 7, 730, "days", "How long it runs before it must be renewed.", "a week", "two years")


class SummitFormat(Part):
    """How a summit is staged."""

    open_press: float = number(
        0.5, 0, 1, "share", "How much of it happens before cameras.", "closed doors", "live broadcast"
    )
    signing_announced: bool = Field(
        default=False, description="A signing ceremony is announced beforehand: then no agreement costs more."
    )

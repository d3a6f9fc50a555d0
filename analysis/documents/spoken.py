"""Measures inside a sentence: what is said of them, and how their values are said."""

from __future__ import annotations

from typing import Any

from analysis.documents.wording import days, number, percent
from analysis.estimates import Kind, Measure

_PHRASES = {
    "outcome_deal": "the share of runs that end with a deal",
    "outcome_truce": "the share of runs that end with a truce",
    "outcome_no_deal": "the share of runs that end without a deal",
    "outcome_blow_up": "the share of runs that end with a blow-up",
    "outcome_no_contact": "the share of runs without any contact",
    "contact": "the share of runs with contact",
    "mediated": "the share of runs with a mediator",
    "first_contact_days": "the mean number of days to the first contact",
}


def phrase(measure: Measure) -> str:
    """A measure as the subject of a sentence."""
    return _PHRASES.get(measure.name, f"{measure.title[:1].lower()}{measure.title[1:]}")


def value(measure: Measure, found: float) -> str:
    """A mean of the measure with its unit."""
    if measure.kind is Kind.share:
        return percent(found)
    return f"{days(found)} days" if measure.kind is Kind.days else f"{number(found)} {measure.unit}"


def unit(measure: Measure) -> str:
    """The unit of a mean of the measure; days that never came count as all days watched."""
    return "days, all days watched where it never came" if measure.kind is Kind.days else measure.unit


def setting(found: Any) -> str:
    """A factor's value as it stands in a sentence."""
    return f"{found:g}" if isinstance(found, float) else str(found)

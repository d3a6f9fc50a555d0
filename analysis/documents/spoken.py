"""Measures inside a sentence: what is said of them, and how their values are said."""

from __future__ import annotations

from typing import Any

from analysis.documents.wording import days, number, percent
from analysis.estimates import Kind, Measure


def phrase(measure: Measure) -> str:
    """A measure as the subject of a sentence."""
    return measure.subject


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

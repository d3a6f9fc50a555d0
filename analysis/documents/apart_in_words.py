"""How far a group of runs lies from all runs together, in a sentence: "31 points less (18 to 44)"."""

from __future__ import annotations

import math

from analysis.documents.spoken import value
from analysis.documents.wording import with_interval
from analysis.estimates import Estimate, Kind, Measure
from analysis.figures.digits import significant

NEVER_CAME = "Runs in which it never came count as all days watched."


def with_ends(measure: Measure, found: Estimate) -> str:
    """A mean of the measure with its unit and its interval: "43% (40% to 46%)"."""
    if measure.kind is Kind.share:
        return with_interval("share", *found.numbers)
    ends = "" if math.isnan(found.low) else f" ({value(measure, found.low)} to {value(measure, found.high)})"
    return f"{value(measure, found.value)}{ends}"


def away(measure: Measure, difference: Estimate) -> str:
    """A difference with its interval, its direction in words."""
    scale = 100 if measure.kind is Kind.share else 1
    unit = {Kind.share: "points", Kind.days: "days"}.get(measure.kind, measure.unit)
    value_of, low, high = (scale * number for number in difference.numbers)
    least, most = sorted((abs(low), abs(high)))
    found, below, above = significant(abs(value_of), least, most)
    if least > 0 and float(below.replace(",", "")) == 0:  # what leaves nothing out must not read as if it did not
        below = f"{least:.1g}"
    return f"{found} {unit} {'more' if value_of > 0 else 'less'} ({below} to {above})"

"""How far a group of runs lies from all runs together, in words: "14%, 22 (14 to 31) fewer in 100 runs"."""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd

from analysis.documents.amounts_said import amount_said, difference_said, is_percentage, places_of_all
from analysis.estimates import Estimate, Measure
from analysis.figures.digits import MOST, written

NEVER_CAME = "Runs in which it never came count as all days watched."


class Apart(NamedTuple):
    """A group in words: its amount, and how far that lies from all runs together, with an interval."""

    amount: str
    away: str


def whole_said(measure: Measure, whole: Estimate) -> str:
    """All runs together, with unit and interval."""
    return amount_said(measure, whole, places_of_all(measure, (whole,)))


def bare_said(measure: Measure, whole: Estimate) -> str:
    """All runs together without the interval, for titles, whose figures draw it."""
    return whole_said(measure, whole).partition(" (")[0]


def apart_said(measure: Measure, whole: Estimate, line: pd.Series) -> Apart:
    """Say a line of a table of groups.

    Parameters
    ----------
    measure, whole
        What was measured, and what it is for all runs together.
    line : pandas.Series
        ``estimate``, ``difference``, ``difference_low`` and ``difference_high``.
    """
    difference = Estimate(line["difference"], line["difference_low"], line["difference_high"])
    places = places_beside(measure, whole, difference)
    here = Estimate(line["estimate"], math.nan, math.nan)
    sides = here, whole._replace(value=line["estimate"] - line["difference"])
    return Apart(amount_said(measure, here, places), difference_said(measure, sides, difference, places))


def places_beside(measure: Measure, whole: Estimate, difference: Estimate) -> int:
    """Return decimals for a whole and a difference from it.

    They are enough that the end of an interval which leaves nothing out is not written as nothing, where that can be.
    """
    scale = 100.0 if is_percentage(measure) else 1.0
    nearest = scale * min(abs(difference.low), abs(difference.high))
    usual = places_of_all(measure, (whole, difference))
    return next((places for places in range(usual, MOST + 1) if float(written(nearest, places)) > 0), usual)

"""What is reported about runs, and how sure we are: the catalogue of measures, and an interval for every number.

Core dependencies only (NumPy and pandas), so that an ensemble can state its uncertainty without the ``studies`` extra.
"""

from __future__ import annotations

from analysis.estimates.catalogue import OUTCOME_WORDS, OUTCOMES, headline_names, measure, measures, sides
from analysis.estimates.interval import Interval, IntervalError
from analysis.estimates.means import PairedDifference, clustered_mean, mean_interval, paired_difference
from analysis.estimates.measure import Kind, Measure, MeasureError, Values, horizons
from analysis.estimates.resampling import bootstrap
from analysis.estimates.shares import newcombe, newcombe_paired, wilson
from analysis.estimates.times import KaplanMeier, kaplan_meier

__all__ = [
    "OUTCOMES",
    "OUTCOME_WORDS",
    "Interval",
    "IntervalError",
    "KaplanMeier",
    "Kind",
    "Measure",
    "MeasureError",
    "PairedDifference",
    "Values",
    "bootstrap",
    "clustered_mean",
    "headline_names",
    "horizons",
    "kaplan_meier",
    "mean_interval",
    "measure",
    "measures",
    "newcombe",
    "newcombe_paired",
    "paired_difference",
    "sides",
    "wilson",
]

"""What is reported about runs, and how sure we are: the catalogue of measures, and one estimate for every number.

Core dependencies only (NumPy and pandas), so that an ensemble can state its uncertainty without the ``studies`` extra.
"""

from __future__ import annotations

from analysis.estimates.amounts import sides
from analysis.estimates.catalogue import OUTCOMES, headline_names, measure, measures, outcome_words
from analysis.estimates.estimate import Estimate, EstimateError
from analysis.estimates.lucks import luck_numbers
from analysis.estimates.means import PairedDifference, mean, paired_difference, ratio
from analysis.estimates.measure import Kind, Measure, MeasureError, Values, horizons
from analysis.estimates.resampling import bootstrap
from analysis.estimates.shares import newcombe_paired, share, share_difference, share_of_counts, wilson
from analysis.estimates.times import KaplanMeier, kaplan_meier

__all__ = [
    "OUTCOMES",
    "Estimate",
    "EstimateError",
    "KaplanMeier",
    "Kind",
    "Measure",
    "MeasureError",
    "PairedDifference",
    "Values",
    "bootstrap",
    "headline_names",
    "horizons",
    "kaplan_meier",
    "luck_numbers",
    "mean",
    "measure",
    "measures",
    "newcombe_paired",
    "outcome_words",
    "paired_difference",
    "ratio",
    "share",
    "share_difference",
    "share_of_counts",
    "sides",
    "wilson",
]

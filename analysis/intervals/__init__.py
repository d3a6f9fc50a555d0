"""How sure we are: every number reported from runs comes with an interval made here.

Core dependencies only (NumPy and pandas), so that an ensemble can state its uncertainty without the ``studies`` extra.
"""

from __future__ import annotations

from analysis.intervals.interval import Interval, IntervalError
from analysis.intervals.means import PairedDifference, clustered_mean, mean_interval, paired_difference
from analysis.intervals.resampling import bootstrap
from analysis.intervals.shares import newcombe, newcombe_paired, wilson
from analysis.intervals.times import KaplanMeier, kaplan_meier

__all__ = [
    "Interval",
    "IntervalError",
    "KaplanMeier",
    "PairedDifference",
    "bootstrap",
    "clustered_mean",
    "kaplan_meier",
    "mean_interval",
    "newcombe",
    "newcombe_paired",
    "paired_difference",
    "wilson",
]

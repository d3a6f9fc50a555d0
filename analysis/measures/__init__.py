"""What is reported about a run: each measure named once, with its unit and its meaning.

A measure turns a table of runs (``Runs.table()``, or the rows of a study) into one number a run. Ensembles, sweeps,
sensitivity, discovery and reports all ask here, so a word means the same thing in all of them.
"""

from __future__ import annotations

from analysis.measures.catalogue import OUTCOME_WORDS, OUTCOMES, headline_names, measure, measures, sides
from analysis.measures.measure import Kind, Measure, MeasureError, Values, horizons

__all__ = [
    "OUTCOMES",
    "OUTCOME_WORDS",
    "Kind",
    "Measure",
    "MeasureError",
    "Values",
    "headline_names",
    "horizons",
    "measure",
    "measures",
    "sides",
]

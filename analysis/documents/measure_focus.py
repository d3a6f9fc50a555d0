"""Which measures a study is looked at by: the one it names, else the first that differs between its runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

import numpy as np
import pandas as pd

from analysis.estimates import Kind, Measure, MeasureError, measures
from sim.narrative.case_words import PLAIN, CaseWords

FOCUS = ("outcome_deal", "contact", "first_contact_days", "outcome_blow_up", "outcome_truce", "outcome_no_deal")
"""Measures that a study is looked at by first, in this order, as far as they vary; then come all other headlines."""

MOST_MEASURES = 3
RARE = 0.02
"""A share below it, or above one minus it, tells the settings apart too little for a figure."""


def focus(rows: pd.DataFrame, words: CaseWords = PLAIN, asked: str = "") -> list[Measure]:
    """The measures worth a figure: the one that is asked about first, then those not the same in nearly every run.

    Parameters
    ----------
    rows : pandas.DataFrame
        Runs that are done.
    words : CaseWords
        What things are called in the case.
    asked : str
        The measure that the study names; empty for none.
    """
    known = measures(rows, words=words)
    first = [known[asked]] if asked in known else []
    varying = (found for found in _candidates(known) if found.name != asked and _varies(found, rows))
    return [*first, *islice(varying, MOST_MEASURES - len(first))]


def first_in_focus(pieces: Iterable[pd.DataFrame], words: CaseWords = PLAIN) -> Measure | None:
    """The measure that a study without one of its own is answered by: the first in :data:`FOCUS` that varies.

    Parameters
    ----------
    pieces : iterable of pandas.DataFrame
        Runs that are done, piece by piece.
    words : CaseWords
        What things are called in the case.
    """
    seen: dict[str, tuple[Measure, list[tuple[float, float, float, int]]]] = {}
    for piece in pieces:
        for found in _candidates(measures(piece, words=words)):
            told = _told(found, piece)
            if told is not None:
                seen.setdefault(found.name, (found, []))[1].append(told)
    return next((found for found, told in seen.values() if _differ(found, told)), None)


def _candidates(known: Mapping[str, Measure]) -> list[Measure]:
    later = [name for name, found in known.items() if found.headline and name not in FOCUS]
    return [known[name] for name in (*FOCUS, *later) if name in known]


def _varies(found: Measure, rows: pd.DataFrame) -> bool:
    told = _told(found, rows)
    return told is not None and _differ(found, [told])


def _told(found: Measure, rows: pd.DataFrame) -> tuple[float, float, float, int] | None:
    """Least, most, sum and number of the runs; None where it cannot be read, NaN where it does not always arise."""
    try:
        values = found.within(rows)
    except MeasureError:  # the study keeps only some of the measures
        return None
    return float(values.min()), float(values.max()), float(values.sum()), values.size


def _differ(found: Measure, told: list[tuple[float, float, float, int]]) -> bool:
    table = np.array(told)
    if np.isnan(table).any():
        return False
    if found.kind is Kind.share:
        return RARE <= float(table[:, 2].sum() / table[:, 3].sum()) <= 1 - RARE
    return bool(table[:, 1].max() > table[:, 0].min())

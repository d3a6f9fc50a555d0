"""Shares of runs by a word: how they end, whose asking leads to contact, who mediates; each luck counted once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.estimates.amounts import sides
from analysis.estimates.catalogue import OUTCOMES, outcome_words
from analysis.estimates.lucks import luck_numbers
from analysis.estimates.shares import share
from sim.narrative.case_words import PLAIN, CaseWords


def outcome_shares(table: pd.DataFrame, words: CaseWords = PLAIN) -> pd.DataFrame:
    """Share of each outcome class with its 95% interval.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per run.
    words : CaseWords
        What the classes are called in the case.

    Returns
    -------
    pandas.DataFrame
        ``outcome``, ``title``, ``runs``, ``share``, ``low``, ``high``, ``lucks``; every class has a row, seen or not.
        ``runs`` had it; ``lucks`` are all there are.
    """
    found = _shares(table, table["outcome"], OUTCOMES)
    called = outcome_words(words)
    return found.assign(title=[called[name] for name in found["outcome"]])


def who_asks_first(table: pd.DataFrame) -> pd.DataFrame:
    """Whose asking led to the first contact, among runs with contact; columns as in :func:`outcome_shares`."""
    runs = table[table["first_contact_day"].notna()]
    met = runs["first_contact_asked_by"].fillna("").replace("", "nobody").astype(str)
    named = [*sides(table), "both"]
    return _shares(runs, met, [*named, *sorted(set(met) - set(named))])


def which_mediator(table: pd.DataFrame) -> pd.DataFrame:
    """Which third party mediated, ``nobody`` included; columns as in :func:`outcome_shares`."""
    found = table["mediator"].fillna("").replace("", "nobody").astype(str)
    return _shares(table, found, [*sorted(set(found) - {"nobody"}), "nobody"])


def _shares(runs: pd.DataFrame, words: pd.Series, names: Sequence[str]) -> pd.DataFrame:
    lucks = luck_numbers(runs)
    rows = []
    for name in names:
        answers = np.asarray((words == name).fillna(False).to_numpy(dtype=bool), dtype=np.float64)
        made = share(answers, lucks)
        rows.append((name, name, int(answers.sum()), *made.numbers, made.lucks))
    return pd.DataFrame(rows, columns=[str(words.name), "title", "runs", "share", "low", "high", "lucks"])

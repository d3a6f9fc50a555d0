"""By what a mechanism's effect is measured: one number per run, of the kind that somebody outside would ask about."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.estimates import Kind, Values, measure, sides
from sim.vocabulary.outcomes import AGREED, WORDS, OutcomeClass


class LookedAt(NamedTuple):
    """An outcome of a run by which effects are measured.

    Attributes
    ----------
    words : str
        What it is, as the heading of a column.
    kind : Kind
        A share (1 or 0 per run), days (restricted to the horizon) or an amount.
    read : callable
        Takes a table of runs and gives one number per run, never NaN.
    """

    words: str
    kind: Kind
    read: Callable[[pd.DataFrame], Values]


def _of(name: str) -> Callable[[pd.DataFrame], Values]:
    """A measure of the catalogue; days that never came count as the horizon."""
    return lambda table: measure(table, name).within(table)


def _voiced(table: pd.DataFrame) -> Values:
    return np.asarray(table["first_voice_day"].notna().to_numpy(), dtype=np.float64)


def _agreed(table: pd.DataFrame) -> Values:
    return np.asarray(table["outcome"].isin(AGREED).to_numpy(), dtype=np.float64)


def _escalations(table: pd.DataFrame) -> Values:
    counts = [_of(f"escalate_count_{side}")(table) for side in sides(table)]
    return np.asarray(np.sum(counts, axis=0), dtype=np.float64)


def _asked_days(table: pd.DataFrame) -> Values:
    """Days until one of the two asks for a call or a meeting; never counts as the horizon."""
    days, ends = (table[name].to_numpy(dtype=np.float64) for name in ("first_ask_day", "horizon_days"))
    return np.where(days <= ends, days, ends)


def _asks_before(table: pd.DataFrame) -> Values:
    """1 where the first of the two sides (by id) is the first to ask, -1 where it is the other, else 0."""
    by = table["first_ask_by"].to_numpy()
    first, second = sides(table)
    return np.asarray((by == first), dtype=np.float64) - np.asarray(by == second, dtype=np.float64)


def _ends(word: str) -> LookedAt:
    return LookedAt(f"it ends {OutcomeClass(word).manner}", Kind.share, _of(f"outcome_{word}"))


LOOKED_AT = {
    "voice": LookedAt("the leaders speak or meet", Kind.share, _voiced),
    "voice_days": LookedAt("days until they speak or meet, at most the horizon", Kind.days, _of("first_voice_days")),
    "contact_days": LookedAt("days to first contact, at most the horizon", Kind.days, _of("first_contact_days")),
    "ask_days": LookedAt("days until one of the leaders asks, at most the horizon", Kind.days, _asked_days),
    "asks_before": LookedAt("how much more often the one leader is the first to ask", Kind.amount, _asks_before),
    "meeting": LookedAt("the leaders meet", Kind.share, _of("ever_summit")),
    "agreement": LookedAt("an agreement stands", Kind.share, _agreed),
    "rupture": LookedAt("a meeting of the leaders ends in a rupture", Kind.share, _of("ever_rupture")),
    "mediated": LookedAt("a host holds talks", Kind.share, _of("mediated")),
    "escalations": LookedAt("escalations of both sides", Kind.amount, _escalations),
    **{f"ends_{word}": _ends(word) for word in WORDS},
}
"""By the name that a declaration uses."""

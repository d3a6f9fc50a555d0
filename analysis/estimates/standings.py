"""Where runs stand day by day, in seven bands from nothing yet to a deal: read from the table of runs.

A table of runs keeps where a run stands in the end and since when, and the days of the firsts, but not every change on
the way. So a band says exactly this of a run on a day:

- ``deal``, ``truce``, ``blow_up``: it stands so, from that day on to the end;
- ``truce_before``: a truce has been agreed by that day and it stands otherwise in the end, or under a later truce;
- ``in_touch``: none of these yet, but the leaders have been in contact; or the two stand in the end with nothing
  settled, and have from that day on (envoys count there); or they had been in touch before the first day and still are;
- ``asked``: none of these, and a leader has asked for a call or a meeting;
- ``nothing``: not even that.

On the last day the bands are the outcome classes: ``asked`` and ``nothing`` together are those without contact, and
``in_touch`` those without a deal.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.estimates.lucks import luck_numbers
from analysis.estimates.measure import horizons
from analysis.estimates.shares_over_days import Days, States, days_watched, shares_over_days
from sim.narrative.case_words import PLAIN, CaseWords
from sim.vocabulary.outcomes import IN_TOUCH_DAYS, OutcomeClass

if TYPE_CHECKING:
    from sim.scenario import Scenario

NAMES: Final[Mapping[str, str]] = {
    "deal": "{deal}",
    "truce": "{truce} that holds",
    "truce_before": "{truce} on the way",
    "in_touch": "in touch",
    "asked": "asked, not in touch",
    "nothing": "nothing yet",
    "blow_up": "{blow_up}",
}
"""The bands from the lowest of a stack to the highest, and what readers call them; the last hangs from above."""

BANDS: Final = tuple(NAMES)
NEEDED: Final = ("outcome", "outcome_day", "first_ask_day", "first_contact_day", "truce_day")
"""Columns of a table of runs that bands are read from."""

_TO_THE_END: Final = {
    OutcomeClass.deal: "deal",
    OutcomeClass.truce: "truce",
    OutcomeClass.blow_up: "blow_up",
    OutcomeClass.no_deal: "in_touch",
}
"""The band from the day on which it stands for good; without contact there is none."""


def tells_standings(table: pd.DataFrame) -> bool:
    """Whether a table of runs keeps what bands are read from: a study may keep less, and so do tables of old."""
    return set(NEEDED) <= set(table) and bool(table["outcome_day"].notna().all()) and len(table) > 0


def band_names(words: CaseWords = PLAIN) -> dict[str, str]:
    """What readers call the bands."""
    return {band: words.fill(name) for band, name in NAMES.items()}


def opens_in(scenario: Scenario) -> str:
    """The band that all runs of a scenario begin in: its first day may find a truce in force, or the two in touch."""
    if scenario.at_start.truce is not None:
        return "truce_before"
    contact = scenario.at_start.contact
    dates = [contact.date if contact else None, *(host.failed_on for host in scenario.mediators.values())]
    ages = [(scenario.start - date).days for date in dates if date is not None]
    return "in_touch" if min(ages, default=math.inf) <= IN_TOUCH_DAYS else "nothing"


def bands_on(table: pd.DataFrame, days: Days, opens: str = "nothing") -> States:
    """The place of each run's band among :data:`BANDS` on each day, of shape (runs, days).

    Parameters
    ----------
    table : pandas.DataFrame
        One row per run.
    days : array
        The days.
    opens : str
        The band that all runs begin in, from :func:`opens_in`. A run that loses touch leaves it on that day.
    """
    found = np.full((len(table), len(days)), BANDS.index("nothing"), dtype=np.int8)
    found[_since(table, "first_ask_day", days)] = BANDS.index("asked")
    if opens != "nothing":
        lost = table["outcome"].eq(str(OutcomeClass.no_contact)).to_numpy(dtype=bool)[:, None]
        found[~(lost & _since(table, "outcome_day", days))] = BANDS.index(opens)
    for column, band in (("first_contact_day", "in_touch"), ("truce_day", "truce_before")):
        found[_since(table, column, days)] = BANDS.index(band)
    since = _since(table, "outcome_day", days)
    for outcome, band in _TO_THE_END.items():
        found[since & table["outcome"].eq(str(outcome)).to_numpy(dtype=bool)[:, None]] = BANDS.index(band)
    return found


def standings(table: pd.DataFrame, opens: str = "nothing", horizon: float | None = None) -> pd.DataFrame:
    """The share of runs in each band, from the start to the last day on which all are watched.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per run; ``seed`` and ``run`` say which share their luck.
    opens : str
        The band that all runs begin in, from :func:`opens_in`.
    horizon : float, optional
        Days each run was watched; by default the table's ``horizon_days``.

    Returns
    -------
    pandas.DataFrame
        Columns of :func:`~analysis.estimates.shares_over_days.shares_over_days`.
    """
    days = days_watched(float(np.min(horizons(table, horizon))))
    return shares_over_days(bands_on(table, days, opens), days, BANDS, luck_numbers(table))


def _since(table: pd.DataFrame, column: str, days: Days) -> np.ndarray:
    """Whether the day of a column has come, by run and day; never where there is none."""
    return np.asarray(table[column].to_numpy(dtype=np.float64, na_value=np.nan)[:, None] <= days[None, :])

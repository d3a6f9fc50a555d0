"""Which measures a table of runs gives: outcomes, times, who asks first, mediators, markets and pressure."""

from __future__ import annotations

import difflib
from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.estimates.measure import Kind, Measure, MeasureError, Reader, Values

OUTCOMES = ("deal", "truce", "no_deal", "blow_up", "no_contact")
"""Outcome classes, from the most to the least settled."""

OUTCOME_WORDS = {
    "deal": "deal",
    "truce": "truce",
    "no_deal": "no deal",
    "blow_up": "blow-up",
    "no_contact": "no contact",
}

_EVER = {
    "call": "the leaders spoke by telephone",
    "summit": "the leaders met",
    "talks": "authorised envoys held talks",
    "truce": "a truce was agreed",
    "blow_up": "a meeting or a truce blew up",
    "withdrawal": "a scheduled meeting was called off",
    "breach": "a truce was broken",
}
_DAYS = {
    "first_contact": ("first_contact_day", "an answered letter, a call or a meeting of the leaders"),
    "first_voice": ("first_voice_day", "the leaders' first call or meeting"),
    "first_in_person": ("first_in_person_day", "the leaders' first meeting in person"),
    "truce": ("truce_day", "the first truce"),
    "deal": ("deal_day", "a deal"),
}


def measures(table: pd.DataFrame) -> dict[str, Measure]:
    """All measures that this table of runs can give, by name, in the order in which reports show them.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a run; sides, issues and mediators are recognised from its columns and values.
    """
    found = [*_outcomes(), *_times(), *_firsts(table), *_mediators(table), *_evers(), *_sides(table), *_issues(table)]
    return {measure.name: measure for measure in found}


def measure(table: pd.DataFrame, name: str) -> Measure:
    """One measure by name.

    Raises
    ------
    MeasureError
        When this table has no such measure; suggests near names.
    """
    known = measures(table)
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else f"it has {', '.join(known)}"
    raise MeasureError(f"no measure '{name}' in this table of runs; {hint}")


def headline_names(table: pd.DataFrame) -> list[str]:
    """Names of the measures that go on the first page."""
    return [name for name, found in measures(table).items() if found.headline]


def sides(table: pd.DataFrame) -> list[str]:
    """Ids of the two sides, as the columns name them."""
    return sorted(str(name).removeprefix("peak_pressure_") for name in table if str(name).startswith("peak_pressure_"))


def _numbers(column: str) -> Reader:
    return lambda table: table[column].to_numpy(dtype=np.float64, na_value=np.nan)


def _is(column: str, value: str) -> Reader:
    return lambda table: _truth(table[column] == value)


def _truth(answers: pd.Series) -> Values:
    """1 where it was so and 0 where not, a blank included."""
    return np.asarray(answers.fillna(False).to_numpy(dtype=bool), dtype=np.float64)


def _share(name: str, title: str, meaning: str, read: Reader, headline: bool = False) -> Measure:
    return Measure(name, title, "share of runs", Kind.share, meaning, read, headline)


def _outcomes() -> list[Measure]:
    found = [
        _share(
            f"outcome_{name}",
            f"Outcome: {OUTCOME_WORDS[name]}",
            f"The run ends as '{name}'.",
            _is("outcome", name),
            True,
        )
        for name in OUTCOMES
    ]
    contact = _share(
        "contact",
        "Contact by the horizon",
        "The leaders were in contact (an answered letter, a call or a meeting) before the horizon.",
        lambda table: _truth(table["first_contact_day"].notna()),
        True,
    )
    return [*found, contact]


def _times() -> list[Measure]:
    return [
        Measure(
            f"{name}_days",
            f"Days to {what}",
            "days",
            Kind.days,
            f"Days from the start to {what}; missing when it never came.",
            _numbers(column),
            name == "first_contact",
        )
        for name, (column, what) in _DAYS.items()
    ]


def _firsts(table: pd.DataFrame) -> list[Measure]:
    named = [*sides(table), "both"]
    found = [
        Measure(
            f"asks_first_{who}",
            f"Who asks first: {who}",
            "share of runs with contact",
            Kind.share,
            f"The first contact came at the asking of '{who}'; not asked of runs without contact.",
            _asked(lambda by, who=who: by == who),  # type: ignore[misc]
            who != "both",
        )
        for who in named
    ]
    other = Measure(
        "asks_first_mediator",
        "Who asks first: a mediator",
        "share of runs with contact",
        Kind.share,
        "The first contact came at a third party's asking; not asked of runs without contact.",
        _asked(lambda by: by.notna() & (by != "") & ~by.isin(named)),
    )
    return [*found, other]


def _asked(who: Callable[[pd.Series], pd.Series]) -> Reader:
    def read(table: pd.DataFrame) -> Values:
        asked = _truth(who(table["first_contact_by"]))
        return np.where(table["first_contact_day"].notna().to_numpy(), asked, np.nan)

    return read


def _mediators(table: pd.DataFrame) -> list[Measure]:
    if "mediator" not in table:
        return []
    names = sorted({str(name) for name in table["mediator"].dropna()} - {""})
    any_of_them = _share(
        "mediated",
        "A mediator carried it",
        "A third party mediated in the run.",
        lambda rows: _truth(rows["mediator"].notna() & (rows["mediator"] != "")),
        True,
    )
    return [
        any_of_them,
        *[
            _share(f"mediator_{name}", f"Mediator: {name}", f"'{name}' mediated.", _is("mediator", name))
            for name in names
        ],
    ]


def _evers() -> list[Measure]:
    return [
        _share(
            f"ever_{name}",
            f"Ever: {what}",
            f"At some point before the horizon {what}.",
            _numbers(f"ever_{name}"),
            name in ("summit", "blow_up"),
        )
        for name, what in _EVER.items()
    ]


_SIDE_AMOUNTS = {
    "trough": ("Worst market fall of {}", "share of the index", "Largest fall of the market from its peak."),
    "peak_pressure": ("Highest pressure by {}", "points", "Largest pressure that the side exerted."),
    "escalate_count": ("Escalations by {}", "acts", "How often the side escalated."),
    "ease_count": ("Easings by {}", "acts", "How often the side eased."),
}


def _sides(table: pd.DataFrame) -> list[Measure]:
    return [
        Measure(
            f"{name}_{side}",
            title.format(side),
            unit,
            Kind.amount,
            meaning,
            _numbers(f"{name}_{side}"),
            name in ("trough", "peak_pressure"),
        )
        for name, (title, unit, meaning) in _SIDE_AMOUNTS.items()
        for side in sides(table)
    ]


def _issues(table: pd.DataFrame) -> list[Measure]:
    first = next(iter(sides(table)), "the first side")
    names = [str(name) for name in table if str(name).startswith("settlement_")]
    return [
        Measure(
            name,
            f"Settlement of {name.removeprefix('settlement_')}: share of {first}",
            "share of the issue",
            Kind.amount,
            f"What of the issue goes to {first}; not asked of runs without a settlement.",
            _numbers(name),
        )
        for name in names
    ]

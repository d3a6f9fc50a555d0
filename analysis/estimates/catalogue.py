"""Which measures a table of runs gives: outcomes, times, who asks first, mediators, markets and pressure."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.estimates.measure import Kind, Measure, MeasureError, Reader, Values
from sim.narrative.case_words import PLAIN
from sim.vocabulary import milestones, outcomes
from sim.vocabulary.outcomes import OutcomeClass

if TYPE_CHECKING:
    from sim.scenario import Scenario

OUTCOMES = outcomes.WORDS
"""Outcome classes, from the most to the least settled."""

OUTCOME_WORDS = {str(row): PLAIN[str(row)].noun for row in OutcomeClass}
"""What readers call each outcome class."""

OUTCOME_ENDINGS = {str(row): PLAIN.fill(row.manner) for row in OutcomeClass}
"""Outcome classes as the end of a sentence about runs that end so."""

_DAYS = {
    "first_contact": ("an answered letter, a call or a meeting of the leaders", "first contact"),
    "first_voice": ("the leaders' first call or meeting", "{call.a} or meeting"),
    "first_in_person": ("the leaders' first meeting in person", "the first meeting"),
    "truce": ("the first truce", "{truce.a}"),
    "deal": ("a deal", "{deal.a}"),
}
"""By column ``..._day``: a phrase, and a few words, made of the words of the case."""


def day_column(name: str) -> str:
    """The column of days that a measure of days is read from: ``first_contact_day`` for ``first_contact_days``."""
    return name.removesuffix("s")


def measures(table: pd.DataFrame, mediators: Iterable[str] = ()) -> dict[str, Measure]:
    """All measures that this table of runs can give, by name, in the order in which reports show them.

    This is the only list of measures: every command, report and figure shows what it finds here.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per run; sides, issues and mediators are recognised from its columns and values.
    mediators : iterable of str
        Mediators that are listed whether or not a row names them.
    """
    third = _mediators(table, mediators)
    found = [*_outcomes(), *_times(), *_firsts(table), *third, *_evers(table), *_sides(table), *_issues(table)]
    return {measure.name: measure for measure in found}


def measures_of(scenario: Scenario) -> dict[str, Measure]:
    """All measures of runs of a scenario, by name, without a run being there."""
    columns = [*(f"peak_pressure_{side}" for side in scenario.leaders), "mediator"]
    columns += [f"settlement_{issue}" for issue in scenario.issues]
    return measures(pd.DataFrame(columns=columns), scenario.mediators)


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
    """Ids of the two sides, as the columns of either name them."""
    stems = tuple(f"{name}_" for name in _SIDE_AMOUNTS)
    return sorted({str(name).removeprefix(stem) for name in table for stem in stems if str(name).startswith(stem)})


def _numbers(column: str) -> Reader:
    return lambda table: table[column].to_numpy(dtype=np.float64, na_value=np.nan)


def _is(column: str, value: str) -> Reader:
    return lambda table: _truth(table[column] == value)


def _truth(answers: pd.Series) -> Values:
    """1 where it was so and 0 where not, a blank included."""
    return np.asarray(answers.fillna(False).to_numpy(dtype=bool), dtype=np.float64)


def _share(name: str, title: str, meaning: str, read: Reader) -> Measure:
    return Measure(name, title, "share of runs", Kind.share, meaning, read)


def _outcomes() -> list[Measure]:
    found = [
        _share(
            f"outcome_{name}",
            f"{outcomes.HEADING}: {word}",
            f"At the horizon it stands as '{name}'.",
            _is("outcome", name),
        )._replace(
            headline=True,
            short=f"Ends in: {{{name}}}",
            phrase=f"the share of runs that end {OUTCOME_ENDINGS[name]}",
        )
        for name, word in OUTCOME_WORDS.items()
    ]
    contact = _share(
        "contact",
        "Contact by the horizon",
        "The leaders were in contact (an answered letter, a call or a meeting) before the horizon.",
        lambda table: _truth(table["first_contact_day"].notna()),
    )
    return [*found, contact._replace(headline=True, phrase="the share of runs with contact")]


def _times() -> list[Measure]:
    return [
        Measure(
            f"{name}_days",
            f"Days to {what}",
            "days",
            Kind.days,
            f"Days from the start to {what}; missing when it never came.",
            _numbers(f"{name}_day"),
            name == "first_contact",
            short=f"Days to {few}",
            phrase=PLAIN.fill(f"the mean number of days to {'the ' if few == 'first contact' else ''}{few}"),
        )
        for name, (what, few) in _DAYS.items()
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
            short="Asks first: both {side.plural}" if who == "both" else "Asks first: {who}",
            about="" if who == "both" else who,
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
        short="Asks first: a third party",
    )
    return [*found, other]


def _asked(who: Callable[[pd.Series], pd.Series]) -> Reader:
    def read(table: pd.DataFrame) -> Values:
        asked = _truth(who(table["first_contact_asked_by"]))
        return np.where(table["first_contact_day"].notna().to_numpy(), asked, np.nan)

    return read


def _mediators(table: pd.DataFrame, expected: Iterable[str]) -> list[Measure]:
    if "mediator" not in table:
        return []
    seen = {str(name) for name in table["mediator"].dropna().unique()}
    any_of_them = _share(
        "mediated",
        "A mediator carried it",
        "A third party mediated in the run.",
        lambda rows: _truth(rows["mediator"].notna() & (rows["mediator"] != "")),
    )
    each = [
        _share(f"mediator_{name}", f"Mediator: {name}", f"'{name}' mediated.", _is("mediator", name))._replace(
            short="{host}: {who}", about=name
        )
        for name in sorted(seen.union(expected) - {""})
    ]
    return [
        any_of_them._replace(headline=True, short="{host.a} carried it", phrase="the share of runs with a mediator"),
        *each,
    ]


def _evers(table: pd.DataFrame) -> list[Measure]:
    """What happened on the way; a table of an earlier time, which remembers only some of it, gives those."""
    remembered = {str(name) for name in table if str(name).startswith("ever_")}
    return [
        _share(
            f"ever_{row.word}",
            f"On the way: {PLAIN.fill(row.sentence)}",
            f"At some point before the horizon {PLAIN.fill(row.sentence)}.",
            _numbers(f"ever_{row.word}"),
        )._replace(headline=row.word in ("summit", "rupture"), short=f"On the way: {row.phrase}")
        for row in milestones.ROWS
        if not remembered or f"ever_{row.word}" in remembered
    ]


_SIDE_AMOUNTS = {
    "trough": ("Worst {market} fall", "share of the index", "Largest fall of the market from its peak.", "of"),
    "peak_pressure": ("Highest {pressure}", "points", "Largest pressure that the side exerted.", "by"),
    "escalate_count": ("Steps up", "acts", "How often the side stepped up the pressure.", "by"),
    "ease_count": ("Steps down", "acts", "How often the side eased the pressure.", "by"),
}
"""By the stem of a side's column: title in words of the case, unit, meaning, and the word before the side's name."""


def _sides(table: pd.DataFrame) -> list[Measure]:
    found = [
        Measure(
            f"{name}_{side}",
            f"{PLAIN.fill(title)} {before} {side}",
            unit,
            Kind.amount,
            meaning,
            _numbers(f"{name}_{side}"),
            name in ("trough", "peak_pressure"),
            short=f"{title}: {{who}}",
            about=side,
        )
        for name, (title, unit, meaning, before) in _SIDE_AMOUNTS.items()
        for side in sides(table)
    ]
    return [_scaled(amount) for amount in found]


def _scaled(found: Measure) -> Measure:
    """Shares of a market or an issue lie between 0 and 1 and are told apart to a tenth of a per cent."""
    return found._replace(most=1.0, fineness=0.001) if found.unit.startswith("share") else found


def _issues(table: pd.DataFrame) -> list[Measure]:
    first = next(iter(sides(table)), "the first side")
    names = [str(name) for name in table if str(name).startswith("settlement_")]
    found = [
        Measure(
            name,
            f"Settlement of {name.removeprefix('settlement_')}: share of {first}",
            "share of the issue",
            Kind.amount,
            f"What of the issue goes to {first}; not asked of runs without a settlement.",
            _numbers(name),
            short=f"Part of {name.removeprefix('settlement_')}: {{who}}",
            about=first,
        )
        for name in names
    ]
    return [_scaled(amount) for amount in found]

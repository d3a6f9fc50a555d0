"""Which measures a table of runs gives: outcomes, times, who asks first, mediators, markets and pressure."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.estimates.amounts import ON_AVERAGE, numbers, parts_of_issues, side_amounts, sides
from analysis.estimates.measure import Kind, Measure, MeasureError, Reader, Values
from sim.narrative.case_words import PLAIN, CaseWords, words_of
from sim.vocabulary import milestones, outcomes
from sim.vocabulary.outcomes import OutcomeClass

if TYPE_CHECKING:
    from sim.scenario import Scenario

OUTCOMES = outcomes.WORDS
"""Outcome classes, from the most to the least settled."""


def outcome_words(words: CaseWords = PLAIN) -> dict[str, str]:
    """What readers call each outcome class."""
    return {str(row): words[str(row)].noun for row in OutcomeClass}


def outcome_endings(words: CaseWords = PLAIN) -> dict[str, str]:
    """Outcome classes as the end of a sentence about runs that end so."""
    return {str(row): words.fill(row.manner) for row in OutcomeClass}


def outcome_verbs(words: CaseWords = PLAIN) -> dict[str, str]:
    """What runs of each outcome class do: "end with a deal", "are broken off at the end"."""
    return _each_ending(words, "end", "are")


def outcome_clauses(words: CaseWords = PLAIN) -> dict[str, str]:
    """Outcome classes as clauses: "it ended with a deal", "it was broken off at the end"."""
    return _each_ending(words, "it ended", "it was")


def _each_ending(words: CaseWords, ended: str, was: str) -> dict[str, str]:
    """Every class after a verb: what is broken off does not end so, it is so."""
    found = {name: f"{ended} {ending}" for name, ending in outcome_endings(words).items()}
    broken = OutcomeClass.blow_up
    return found | {str(broken): f"{was} {words.fill(broken.manner)} at the end"}


OF_RUNS = "in {amount} of runs"
"""How often something happened, as it is said after what happened."""

_DAYS = {
    "first_contact": ("an answered {letter}, {call.a} or {summit.a} of the {leader.plural}", "first contact"),
    "first_voice": ("the first {call} or {summit} of the {leader.plural}", "{call.a} or {summit}"),
    "first_in_person": ("the first {summit} of the {leader.plural}", "the first {summit}"),
    "truce": ("the first {truce}", "{truce.a}"),
    "deal": ("{deal.a}", "{deal.a}"),
}
"""By column ``..._day``: a phrase, and a few words, made of the words of the case."""


def day_column(name: str) -> str:
    """The column of days that a measure of days is read from: ``first_contact_day`` for ``first_contact_days``."""
    return name.removesuffix("s")


def measures(table: pd.DataFrame, mediators: Iterable[str] = (), words: CaseWords = PLAIN) -> dict[str, Measure]:
    """All measures that this table of runs can give, by name, in the order in which reports show them.

    This is the only list of measures: every command, report and figure shows what it finds here.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per run; sides, issues and mediators are recognised from its columns and values.
    mediators : iterable of str
        Mediators that are listed whether or not a row names them.
    words : CaseWords
        What things are called in the case; names of measures do not depend on it.
    """
    third = _mediators(table, mediators)
    found = [
        *_outcomes(words),
        *_times(),
        *_firsts(table),
        *third,
        *_evers(table),
        *side_amounts(table),
        *parts_of_issues(table),
    ]
    return {measure.name: measure.said_with(words.fill) for measure in found}


def measures_of(scenario: Scenario) -> dict[str, Measure]:
    """All measures of runs of a scenario, by name, without a run being there."""
    columns = [*(f"peak_pressure_{side}" for side in scenario.leaders), "mediator"]
    columns += [f"settlement_{issue}" for issue in scenario.issues]
    return measures(pd.DataFrame(columns=columns), scenario.mediators, words_of(scenario))


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


def _is(column: str, value: str) -> Reader:
    return lambda table: _truth(table[column] == value)


def _truth(answers: pd.Series) -> Values:
    """1 where it was so and 0 where not, a blank included."""
    return np.asarray(answers.fillna(False).to_numpy(dtype=bool), dtype=np.float64)


def _share(name: str, title: str, meaning: str, read: Reader, clause: str) -> Measure:
    return Measure(name, title, "share of runs", Kind.share, meaning, read, clause=clause, extent=OF_RUNS)


def _outcomes(words: CaseWords) -> list[Measure]:
    clauses, verbs = outcome_clauses(words), outcome_verbs(words)
    found = [
        _share(
            f"outcome_{name}",
            f"{outcomes.HEADING}: {word}",
            f"At the horizon it stands as '{name}'.",
            _is("outcome", name),
            clauses[name],
        )._replace(
            headline=True,
            short=f"Ends in: {word}",
            phrase=f"the share of runs that {verbs[name]}",
        )
        for name, word in outcome_words(words).items()
    ]
    contact = _share(
        "contact",
        "Contact by the horizon",
        "The {leader.plural} were in contact (an answered {letter}, {call.a} or {summit.a}) before the horizon.",
        lambda table: _truth(table["first_contact_day"].notna()),
        "the {leader.plural} were in contact",
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
            numbers(f"{name}_day"),
            name == "first_contact",
            short=f"Days to {few}",
            phrase=f"the mean number of days to {'the ' if few == 'first contact' else ''}{few}",
            clause=f"{few} came",
            extent=f"after {ON_AVERAGE}",
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
            clause="both {side.plural} asked first at once" if who == "both" else "{who} asked first",
            extent=f"{OF_RUNS} with contact",
        )
        for who in named
    ]
    other = Measure(
        "asks_first_mediator",
        "Who asks first: {host.a}",
        "share of runs with contact",
        Kind.share,
        "The first contact came at a third party's asking; not asked of runs without contact.",
        _asked(lambda by: by.notna() & (by != "") & ~by.isin(named)),
        short="Asks first: {host.a}",
        clause="{host.a} asked first",
        extent=f"{OF_RUNS} with contact",
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
        "Held by {host.a}",
        "In the run {host.a} brought the {side.plural} together.",
        lambda rows: _truth(rows["mediator"].notna() & (rows["mediator"] != "")),
        "{host.a} brought the {side.plural} together",
    )
    each = [
        _share(
            f"mediator_{name}",
            f"By way of {name}",
            f"'{name}' brought the {{side.plural}} together.",
            _is("mediator", name),
            "{who} brought the {side.plural} together",
        )._replace(short="{host}: {who}", about=name)
        for name in sorted(seen.union(expected) - {""})
    ]
    phrase = "the share of runs with {host.a}"
    return [any_of_them._replace(headline=True, short="{host.a} carried it", phrase=phrase), *each]


def _evers(table: pd.DataFrame) -> list[Measure]:
    """What happened on the way; a table of an earlier time, which remembers only some of it, gives those."""
    remembered = {str(name) for name in table if str(name).startswith("ever_")}
    return [
        _share(
            f"ever_{row.word}",
            f"On the way: {row.sentence}",
            f"At some point before the horizon {row.sentence}.",
            numbers(f"ever_{row.word}"),
            row.sentence,
        )._replace(
            headline=row.word in ("summit", "rupture"),
            short=f"On the way: {row.phrase}",
            phrase=f"the share of runs in which {row.sentence}",
        )
        for row in milestones.ROWS
        if not remembered or f"ever_{row.word}" in remembered
    ]

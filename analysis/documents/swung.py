"""What each factor does on its own, from end to end or name to name, and what of that is told apart from nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from analysis.documents.apart_in_words import NEVER_CAME, apart_said, bare_said, whole_said
from analysis.documents.document import Block, Picture, Prose, Table
from analysis.documents.mapped import unmapped
from analysis.documents.readers_names import THEMSELVES, ReadersNames
from analysis.documents.wording import listed, sentence
from analysis.estimates import Estimate, Kind, Measure
from analysis.estimates.measure_estimates import restricted_estimate
from analysis.figures.figure import Tornado
from analysis.sensitivity import swings
from analysis.sensitivity.swings import HIGH, LOW, NAME
from analysis.studies.designs import DONE, STATUS, Design
from sim.narrative.cast import capital

MOST_INPUTS = 24
"""Factors shown in a figure; the table has all, and those left out are said."""

NAMED = 6
"""Factors named in a sentence; of more the number is said."""

READING = (
    "A mark: the runs with a factor's lowest or highest values (a fifth, or a level), or with one of its names, less "
    "all runs under the same lucks. Intervals hold for all marks at once."
)


class Told(NamedTuple):
    """What the swings show: the title of their figure, and a sentence or two with intervals."""

    title: str
    words: str


def swung(
    rows: pd.DataFrame, design: Design, chosen: Sequence[Measure], names: ReadersNames = THEMSELVES
) -> tuple[list[Block], tuple[str, ...]]:
    """Draw the swings of each measure, the widest on top."""
    note = unmapped(rows, design, names)
    blocks: list[Block] = [Prose((note,))] if note else []
    told = []
    done = rows[rows[STATUS] == DONE] if STATUS in rows else rows
    for measure in chosen:
        table = swings(rows, [factor.name for factor in design.factors], measure.name)
        if table.empty:
            continue
        whole = restricted_estimate(measure, done)
        found = in_words(table, measure, whole, names)
        told.append(found.words)
        blocks.append(_picture(table, measure, (whole, found), names))
    return blocks, tuple(told[:1])


def in_words(table: pd.DataFrame, measure: Measure, whole: Estimate, names: ReadersNames) -> Told:
    """Which factors are told apart from nothing; the widest swing is named where it is, and only there."""
    over_all = sentence(f"{measure.said(whole_said(measure, whole), names.actors)} over all settings")
    inputs = list(dict.fromkeys(table["input"]))
    apart = list(dict.fromkeys(table.loc[table["differs"], "input"]))
    quiet = [name for name in inputs if name not in apart]
    if not apart:
        title = f"No factor of {len(inputs)} is told apart from nothing: " + measure.said(
            bare_said(measure, whole), names.actors
        )
        return Told(title, f"{over_all} No factor of {len(inputs)} changes that as far as these runs can tell.")
    low, high = _ends(table[table["input"] == apart[0]])
    at_low, at_high = (apart_said(measure, whole, end).amount for end in (low, high))
    title = f"{measure.said(at_low, names.actors)} {_where(low, names)}, {at_high} {_where(high, names, again=True)}"
    inside = names.factors.inside(apart[0])
    most = f"{inside} has the widest swing of those told apart" if apart[1:] else f"only {inside} is told apart"
    words = f"{most} from nothing: {_end(low, measure, whole, names)}; {_end(high, measure, whole, names)}"
    others = [f"Also told apart: {_named(apart[1:], names)}."] if apart[1:] else []
    others += [f"Not told apart: {_named(quiet, names)}."] if quiet else []
    return Told(capital(title), " ".join([over_all, sentence(words), *others]))


def _ends(of_factor: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The two ends of a factor in their order, or its lowest and highest name."""
    if of_factor["end"].iloc[0] != NAME:
        return of_factor[of_factor["end"] == LOW].iloc[0], of_factor[of_factor["end"] == HIGH].iloc[0]
    ranked = of_factor.sort_values("estimate", kind="stable")
    return ranked.iloc[0], ranked.iloc[-1]


def _where(line: pd.Series, names: ReadersNames, again: bool = False) -> str:
    if line["end"] == NAME:
        return f"with {names.factors.setting(line['input'], line['setting'])}"
    return f"where {'it' if again else names.factors.inside(line['input'])} is {line['end']}est"


def _end(line: pd.Series, measure: Measure, whole: Estimate, names: ReadersNames) -> str:
    said = apart_said(measure, whole, line)
    far = said.away if line["differs"] else "not told apart from all runs"
    return f"{said.amount} {_where(line, names, again=True)}, {far}"


def _named(inputs: Sequence[str], names: ReadersNames) -> str:
    called = [names.factors.of(name) for name in inputs]
    if len(called) <= NAMED:
        return "; ".join(called)
    return f"{'; '.join(called[:NAMED])}; and {len(called) - NAMED} more"


def _picture(table: pd.DataFrame, measure: Measure, told: tuple[Estimate, Told], names: ReadersNames) -> Picture:
    whole, (title, words) = told
    called = table.assign(
        input=[names.factors.of(name) for name in table["input"]],
        setting=[_setting(line, names) for _, line in table.iterrows()],
    )
    inputs = list(dict.fromkeys(called["input"]))
    drawn = called[called["input"].isin(inputs[:MOST_INPUTS])]
    figure = Tornado(
        drawn.drop(columns=["low", "high"]).rename(columns={"difference_low": "low", "difference_high": "high"}),
        title,
        {Kind.share: "runs in 100", Kind.days: "days"}.get(measure.kind, measure.unit),
        ".0%" if measure.kind is Kind.share else ".3~g",
        f"Zero: all runs together, {bare_said(measure, whole)}.",
    )
    left = left_out(inputs[MOST_INPUTS:])
    reading = " ".join(filter(None, (words, READING, NEVER_CAME if measure.kind is Kind.days else "", left)))
    numbers = called.drop(columns=["end", "whole"]).rename(
        columns={"input": "factor", "setting": "where", "differs": "told apart"}
    )
    return Picture(figure, reading, Table.of("", numbers, names=2))


def left_out(inputs: Sequence[str]) -> str:
    """What a figure has no room for, said by name, or by number where names are many."""
    if not inputs:
        return ""
    which = listed(inputs) if len(inputs) <= NAMED else f"{len(inputs)} more"
    return f"Not drawn, since smaller than all that are: {which}; the numbers have them."


def _setting(line: pd.Series, names: ReadersNames) -> str:
    if line["end"] == NAME:
        return names.factors.value(line["input"], line["setting"])
    edge = names.factors.value(line["input"], float(line["setting"]))
    return f"up to {edge}" if line["end"] == LOW else f"from {edge}"

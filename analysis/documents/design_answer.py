"""The answer to a study's question where no contrast is named: what the design can tell, corrected for looking often.

A grid or a list tells which of its settings differ from all together, a sample which factor moves the measure most, and
a design for sensitivity which inputs the variance comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analysis.documents.amounts_said import amount_said, difference_said, is_percentage, places_of_all
from analysis.documents.apart_in_words import places_beside
from analysis.documents.factor_names import FactorNames
from analysis.documents.wording import listed
from analysis.estimates import Estimate, Kind, Measure, luck_numbers
from analysis.estimates.columns_read import columns_of
from analysis.estimates.groups_apart import Grouping, groups_apart, is_apart
from analysis.estimates.measure_estimates import can_be_read, restricted_estimate
from analysis.figures.digits import percents, significant
from analysis.sensitivity import SensitivityError, SobolResult, sensitivity, swings
from analysis.sensitivity.swings import HIGH, LOW
from analysis.studies.designs import ROW, Morris, Saltelli
from analysis.studies.study_columns import HORIZON, measure_types
from sim.narrative.cast import capital

if TYPE_CHECKING:
    from analysis.studies.study import Study

Source = Callable[["Iterable[str] | None"], Iterable[pd.DataFrame]]
"""Gives the runs of a study that are done, in these columns of factors and measures, or in all of measures."""

MOST_SETTINGS = 400
"""Settings of a grid or a list that are held against one another."""

SETTINGS = 2
"""Settings without which nothing can be told apart."""

NAMED = 3
"""Inputs named in a sentence."""


def needed(study: Study, measure: Measure) -> list[str]:
    """The columns of factors and measures that an answer is read from."""
    kept = pd.DataFrame(columns=[*measure_types(study.recipe), HORIZON])
    read = columns_of(measure, kept) if can_be_read(measure, kept) else kept.columns
    return [*(factor.name for factor in study.design.factors), *read]


def design_sentence(study: Study, measure: Measure, source: Source, names: Mapping[str, str]) -> str:
    """Return the answer in one sentence.

    Parameters
    ----------
    study : Study
        Without a contrast.
    measure : Measure
        Of the case, so that it is said in its words.
    source : callable
        Gives the runs that are done.
    names : mapping of str to str
        Readers' names of sides, mediators and issues.
    """
    rows = pd.concat(list(source(needed(study, measure))), ignore_index=True)
    called = FactorNames.of_study(study)
    if isinstance(study.design, Saltelli | Morris):
        return _inputs(study, measure, rows, called)
    rows = rows[~np.isnan(measure.within(rows))].reset_index(drop=True)  # where the question arises
    if rows[ROW].nunique() < SETTINGS or luck_numbers(rows).max() == 0:
        return f"The study cannot tell: too few of its runs say anything of {measure.subject}."
    if study.design.kind in ("grid", "list") and study.design.size <= MOST_SETTINGS:
        return _settings(measure, rows, called, names)
    return _factors(study, measure, rows, called, names)


def _settings(measure: Measure, rows: pd.DataFrame, called: FactorNames, names: Mapping[str, str]) -> str:
    """Which settings lie above all others and which below, told apart from all runs together."""
    cells, first = np.unique(rows[ROW].to_numpy(), return_index=True)
    places, lucks = np.searchsorted(cells, rows[ROW].to_numpy()), luck_numbers(rows)
    grouping = Grouping(places, len(cells), lucks)
    (apart,) = groups_apart(measure.within(rows), lucks, [grouping])
    whole = restricted_estimate(measure, rows)
    ends = [place for place in _extremes(apart) if is_apart(apart[place])]
    if not ends:
        return _alike(f"{len(cells):,} settings", measure, whole, names)
    factors = [str(name) for name in rows if called.knows(str(name))]
    told = []
    for place in ends:
        held = {name: rows[name].iloc[first[place]] for name in factors}
        told.append(_setting(measure, (whole, apart[place]), called.settings(held), len(cells)))
    return f"{capital(measure.happens(names))} {', and '.join(told)}; intervals hold for all settings at once."


def _extremes(apart: list[Estimate]) -> list[int]:
    """The settings that lie highest and lowest, of those with an interval."""
    ranked = sorted(
        (place for place, found in enumerate(apart) if found.low == found.low), key=lambda place: -apart[place].value
    )
    return list(dict.fromkeys([*ranked[:1], *ranked[-1:]]))


def _setting(measure: Measure, found: tuple[Estimate, Estimate], setting: str, of: int) -> str:
    whole, apart = found
    places = places_beside(measure, whole, apart)
    here = whole._replace(value=whole.value + apart.value, low=np.nan, high=np.nan)
    amount = measure.so_much(amount_said(measure, here, places))
    return f"{amount} with {setting}, {difference_said(measure, (here, whole), apart, places)} than over all {of:,}"


def _alike(what: str, measure: Measure, whole: Estimate, names: Mapping[str, str]) -> str:
    amount = amount_said(measure, whole, places_of_all(measure, (whole,)))
    return (
        f"The study cannot tell its {what} apart: {measure.said(amount, names)} over all of them, and none differs "
        "from that by more than chance makes of so many."
    )


def _factors(study: Study, measure: Measure, rows: pd.DataFrame, called: FactorNames, names: Mapping[str, str]) -> str:
    """The factor that moves it most, and where it stands at both of its ends."""
    table = swings(rows, [factor.name for factor in study.design.factors], measure.name)
    whole = restricted_estimate(measure, rows)
    clear = table[table["differs"]]
    if clear.empty:
        return _alike(f"{table['input'].nunique()} factors", measure, whole, names)
    name = str(clear["input"].iloc[0])
    lines = table[table["input"] == name].to_dict(orient="records")
    ends = [min(lines, key=lambda line: line["difference"]), max(lines, key=lambda line: line["difference"])]
    told = [_end(measure, whole, line, called) for line in ends]
    return (
        f"{capital(called.inside(name))} moves it most: {measure.happens(names)} {', and '.join(told)}; "
        f"intervals hold for all ends of {table['input'].nunique()} factors at once."
    )


def _end(measure: Measure, whole: Estimate, line: Mapping[Any, Any], called: FactorNames) -> str:
    apart = Estimate(line["difference"], line["difference_low"], line["difference_high"])
    places = places_beside(measure, whole, apart)
    here = whole._replace(value=whole.value + apart.value, low=np.nan, high=np.nan)
    place = {LOW: "in its lowest fifth", HIGH: "in its highest fifth"}.get(line["end"])
    place = place or f"with {called.value(line['input'], line['setting'])}"
    amount = measure.so_much(amount_said(measure, here, places))
    between = difference_said(measure, (here, whole), apart, places)
    told = f"{between} than over all" if is_apart(apart) else "not told apart from all"
    return f"{amount} {place}, {told}"


def _inputs(study: Study, measure: Measure, rows: pd.DataFrame, called: FactorNames) -> str:
    """The inputs that the variance between settings comes from."""
    try:
        found = sensitivity(rows, study.design, [measure.name])[measure.name]
    except SensitivityError as error:
        return f"What moves {measure.subject} cannot be told: {error}."
    is_sobol = isinstance(found, SobolResult)
    table, column = (found.indices, "total") if isinstance(found, SobolResult) else (found.effects, "mu_star")
    clear = table[table["told_apart"]].nlargest(NAMED, column)
    if clear.empty:
        return f"The study cannot tell which of its {len(table)} inputs moves {measure.subject}."
    inputs = [
        f"{called.of(str(line['input']))} ({_part(measure, line, column)})" for line in clear.to_dict(orient="records")
    ]
    meaning = (
        "shares of its variance between settings in which each has a part"
        if is_sobol
        else "how far each moves it over its whole range"
    )
    return (
        f"{capital(measure.subject)} is moved most by {listed(inputs)}: {meaning}, with intervals; "
        f"{int(table['told_apart'].sum())} of {len(table)} inputs are told apart from none."
    )


def _part(measure: Measure, line: Mapping[Any, Any], column: str) -> str:
    value, low, high = (float(line[name]) for name in (column, f"{column}_low", f"{column}_high"))
    if column == "total":
        told = percents(value, low, high)
        return f"{told[0]}, {told[1]} to {told[2]}"
    scale = 100.0 if is_percentage(measure) else 1.0
    told = significant(scale * value, scale * low, scale * high)
    unit = " in 100 runs" if measure.kind is Kind.share else "%" if is_percentage(measure) else f" {measure.unit}"
    return f"{told[0]}{unit}, {told[1]} to {told[2]}"

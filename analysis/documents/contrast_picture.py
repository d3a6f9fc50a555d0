"""The figure that shows an answer by contrast: both sides with intervals, at each setting of a factor beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analysis.documents.amounts_said import amount_said, is_percentage, places_of_all
from analysis.documents.contrast_answer import FoundContrast, before_clause
from analysis.documents.document import Picture, Table
from analysis.documents.factor_names import FactorNames
from analysis.documents.wording import sentence
from analysis.estimates import Kind, Measure
from analysis.figures.figure import SidesApart
from analysis.studies.contrast_rows import in_settings
from analysis.studies.designs import Factor
from analysis.studies.group_totals import group_totals
from sim.narrative.cast import capital

if TYPE_CHECKING:
    from analysis.studies.contrast import AskedContrast
    from analysis.studies.study import Study

MOST_ACROSS = 12
"""Settings of a factor that go across."""


def contrast_picture(
    found: FoundContrast, study: Study, measure: Measure, source: Iterable[pd.DataFrame], names: Mapping[str, str]
) -> Picture:
    """Draw a contrast.

    Parameters
    ----------
    found : FoundContrast
        What it came to; both sides with an estimate.
    study, measure
        What was asked.
    source : iterable of pandas.DataFrame
        The runs that are done.
    names : mapping of str to str
        Readers' names of sides, mediators and issues.
    """
    called = FactorNames.of_study(study)
    across = factor_across(study)
    table = _table(found, study, measure, source, (across, called))
    unit = "share" if is_percentage(measure) else measure.unit
    name = called.of(across.name) if across else ""
    figure = SidesApart(table, title(found, measure, names), _what(measure, names), unit, name)
    kept = table if across else table.drop(columns="setting")
    numbers = Table.of("", kept.rename(columns={"setting": name, "value": "estimate"}), names=2 if across else 1)
    return Picture(figure, _told(found, study, measure, name), numbers)


def factor_across(study: Study) -> Factor | None:
    """The factor along which both sides are shown: one that holds for both, else one that neither side holds."""
    asked = study.contrast
    assert asked is not None
    if study.design.kind != "grid":
        return None
    taken = {*asked.first.settings, *asked.second.settings}
    moved = {factor.input for factor in study.design.factors if factor.name in taken}
    free = [factor for factor in study.design.factors if factor.input not in moved and _has_room(factor)]
    return min(free, key=lambda factor: factor.name not in asked.where.settings, default=None)


def _has_room(factor: Factor) -> bool:
    return 1 < len(factor.levels) <= MOST_ACROSS


def title(found: FoundContrast, measure: Measure, names: Mapping[str, str]) -> str:
    """The finding with its numbers, without intervals: those are drawn."""
    asked = found.asked
    places = places_of_all(measure, (found.first, found.second))
    first, second = (amount_said(measure, side, places).partition(" (")[0] for side in (found.first, found.second))
    where = f" {asked.where.label}" if asked.where.label else ""
    second = measure.so_much(second, short=True)
    told = f"{before_clause(asked.first.label)} {measure.said(first, names)}{where}, {asked.second.label} {second}"
    return capital(told) if found.differs else capital(f"{told}: not told apart")


def _what(measure: Measure, names: Mapping[str, str]) -> str:
    if measure.kind is Kind.share:
        return capital(f"{measure.unit} in which {measure.happens(names)}")
    return capital(measure.subject)


def _told(found: FoundContrast, study: Study, measure: Measure, across: str) -> str:
    """How the figure is to be read."""
    along = f" at each setting of {across}" if across else ""
    never = " Runs in which it never came count as all days watched." if measure.kind is Kind.days else ""
    return sentence(
        f"Both sides{along}, with 95% intervals; run r has the same luck on both, so that their difference is surer "
        f"than the two intervals suggest.{_place(found, study)}{_averaged(study, across)}{never}"
    )


def _place(found: FoundContrast, study: Study) -> str:
    """Which pair of points the answer is, and what else both sides hold."""
    factor, called, where = factor_across(study), FactorNames.of_study(study), found.asked.where.settings
    held = {name: value for name, value in where.items() if factor is None or name != factor.name}
    both = f" Both hold {called.settings(held)}." if held else ""
    if factor is None or factor.name not in where:
        return both
    return f" The answer is the pair at {called.value(factor.name, where[factor.name])}.{both}"


def _averaged(study: Study, across: str) -> str:
    """Which factors vary on either side without being shown."""
    asked = study.contrast
    assert asked is not None
    called = FactorNames.of_study(study)
    shown = {*asked.first.settings, *asked.second.settings, *asked.where.settings}
    rest = [called.of(factor.name) for factor in study.design.factors if factor.name not in shown]
    rest = [name for name in rest if name != across]
    if not rest:
        return ""
    return (
        f" All settings of {len(rest)} other factors are in both."
        if rest[1:]
        else f" All settings of {rest[0]} are in both."
    )


def _table(
    found: FoundContrast,
    study: Study,
    measure: Measure,
    source: Iterable[pd.DataFrame],
    along: tuple[Factor | None, FactorNames],
) -> pd.DataFrame:
    """A row for each side at each setting of the factor across."""
    factors = {one.name: one for one in study.design.factors}
    settings = list(_settings(found.asked, *along))
    totals = group_totals(source, measure, lambda rows: [in_settings(rows, factors, own) for _, _, own in settings])
    longest = study.recipe.scenario.horizon_days
    made = [measure.bounded(total.estimate(measure.kind is Kind.share), longest) for total in totals]
    lines = [(side, place, *one.numbers, one.n) for (side, place, _), one in zip(settings, made, strict=True) if one.n]
    columns = ["side", "setting", "value", "low", "high", "runs"]
    return pd.DataFrame(lines, columns=columns).replace([np.inf], np.nan)


def _settings(
    asked: AskedContrast, across: Factor | None, called: FactorNames
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each side at each setting of the factor across: the side, that setting, and all that holds there."""
    for side in (asked.first, asked.second):
        held = asked.settings_of(side)
        if across is None:
            yield side.label, "", held
            continue
        for level in across.levels:
            yield side.label, called.value(across.name, level), {**held, across.name: level}

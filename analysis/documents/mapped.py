"""A grid of two factors as maps, one map per measure."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.documents.document import Block, Picture, Table
from analysis.documents.spoken import phrase, setting, value
from analysis.documents.wording import sentence
from analysis.estimates import Kind, Measure
from analysis.estimates.measure_estimates import by_settings
from analysis.figures.figure import HeatMap
from analysis.studies.designs import Grid

MOST_LEVELS = 12
"""Levels of a factor that a map has room for."""

TOLD = 2
"""Measures whose extremes go into the answer."""


def map_of(rows: pd.DataFrame, design: Grid) -> tuple[str, str] | None:
    """The two factors that a map can be drawn of, the one with more levels across; None when there are not just two."""
    if len(design.factors) != 2:
        return None
    levels = {factor.name: int(rows[factor.name].nunique()) for factor in design.factors}
    across, up = sorted(levels, key=lambda name: -levels[name])
    return (across, up) if all(1 < count <= MOST_LEVELS for count in levels.values()) else None


def mapped(
    rows: pd.DataFrame, factors: tuple[str, str], chosen: Sequence[Measure]
) -> tuple[list[Block], tuple[str, ...]]:
    """Draw each measure over the two factors, and say where it is lowest and highest."""
    blocks: list[Block] = []
    told = []
    for measure in chosen:
        table = cells(rows, factors, measure)
        words = _extremes(table, factors, measure)
        told.append(words)
        form = ".0%" if measure.kind is Kind.share else ".3~g"
        title = f"{sentence(phrase(measure))[:-1]}, by {factors[0]} and {factors[1]}"
        short = "days" if measure.kind is Kind.days else measure.unit
        figure = HeatMap(table, *factors, ("estimate", short, form), title)
        blocks.append(Picture(figure, words, Table.of("", table)))
    return blocks, tuple(told[:TOLD])


def cells(rows: pd.DataFrame, factors: tuple[str, str], measure: Measure) -> pd.DataFrame:
    """A measure for each pair of settings, names in the order in which the study lists them.

    Days that never came count as all days watched: a median may lie beyond them.
    """
    if measure.kind is Kind.days:
        table = rows[list(factors)].assign(estimate=measure.within(rows))
        found = table.groupby(list(factors), sort=True)["estimate"].agg(estimate="mean", runs="count").reset_index()
    else:
        found = by_settings(rows, factors, measure.name)
    named = [name for name in factors if not pd.api.types.is_numeric_dtype(found[name])]
    for name in named:
        found[name] = pd.Categorical(found[name], categories=rows[name].unique().tolist(), ordered=True)
    return found.sort_values(named or list(factors), kind="stable", ignore_index=True).astype(
        dict.fromkeys(named, object)
    )


def _extremes(table: pd.DataFrame, factors: tuple[str, str], measure: Measure) -> str:
    ends = table.loc[[table["estimate"].idxmin(), table["estimate"].idxmax()]]
    low, high = (
        f"{value(measure, row['estimate'])} ({', '.join(f'{name} = {setting(row[name])}' for name in factors)})"
        for _, row in ends.iterrows()
    )
    told = f"{phrase(measure)} runs from {low} to {high}"
    return sentence(f"{told}; runs without it count as all days watched" if measure.kind is Kind.days else told)

"""A grid of two or three factors as maps, and which of their cells differ from all runs together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.documents.apart_in_words import NEVER_CAME
from analysis.documents.document import Block, Picture, Table
from analysis.documents.map_cells import COLUMNS, map_cells
from analysis.documents.map_told import map_told
from analysis.documents.readers_names import THEMSELVES, ReadersNames
from analysis.documents.spoken import value
from analysis.documents.wording import listed
from analysis.estimates import Kind, Measure
from analysis.figures.figure import HeatMap
from analysis.studies.designs import Design, Grid

MOST_LEVELS = 12
"""Levels of a factor that a map has room for, and maps of one figure."""

MOST_FACTORS = 3
"""Factors that maps have room for: across, upwards, and a map for each level."""

TOLD = 2
"""Measures whose cells go into the answer."""

READING = (
    "Hatched: not told apart from all runs under the same lucks. Intervals of differences hold for all {cells} cells "
    "and all levels at once."
)


def map_of(rows: pd.DataFrame, design: Design) -> tuple[str, ...] | None:
    """The factors that maps can be drawn of: across, upwards and by map, those with most levels first.

    None when there are not two or three of them with room for their levels.
    """
    if not isinstance(design, Grid) or not 2 <= len(design.inputs) <= MOST_FACTORS:
        return None
    levels = _levels(rows, design)
    if not all(1 < count <= MOST_LEVELS for count in levels.values()):
        return None
    return tuple(sorted(levels, key=lambda name: -levels[name]))


def unmapped(rows: pd.DataFrame, design: Design, names: ReadersNames) -> str:
    """Why a grid has no map and what is shown instead; nothing for other designs."""
    if not isinstance(design, Grid) or len(design.inputs) < 2 or map_of(rows, design) is not None:
        return ""
    why_not = _why_not(_levels(rows, design), names)
    return (
        f"Maps show two or three factors of at most {MOST_LEVELS} levels each; {why_not}. So each factor is shown by "
        "itself, over all settings of the others; what two of them do together is not shown."
    )


def _why_not(levels: Mapping[str, int], names: ReadersNames) -> str:
    if len(levels) > MOST_FACTORS:
        return f"this study varies {len(levels)}"
    large = [f"{names.factors.of(name)} ({count})" for name, count in levels.items() if count > MOST_LEVELS]
    if large:
        return f"more levels have {listed(large)}"
    return (
        f"only one level was run of {listed([names.factors.of(name) for name, count in levels.items() if count < 2])}"
    )


def _levels(rows: pd.DataFrame, design: Grid) -> dict[str, int]:
    """Levels that were run, by factor; factors of a group step together, and its first stands for it."""
    first = {factor.input: factor.name for factor in reversed(design.factors)}
    return {first[name]: int(rows[first[name]].nunique()) for name in design.inputs}


def mapped(
    rows: pd.DataFrame, factors: Sequence[str], chosen: Sequence[Measure], names: ReadersNames = THEMSELVES
) -> tuple[list[Block], tuple[str, ...]]:
    """Draw each measure over the factors, and say which cells differ from all runs together."""
    taken = {name: f"{name} (varied)" for name in factors if name in COLUMNS}
    rows, factors = rows.rename(columns=taken), [taken.get(name, name) for name in factors]
    names = names._replace(factors=names.factors.also(taken))
    blocks: list[Block] = []
    told = []
    for measure in chosen:
        made = map_cells(rows, factors, measure)
        found = map_told(made, measure, factors, names)
        told.append(found.words)
        reading = READING.format(cells=len(made.cells))
        reading = f"{reading} {NEVER_CAME}" if measure.kind is Kind.days else reading
        heads = _heads(factors, names)
        called = _called(made.cells, factors, names).rename(columns=heads)
        blocks.append(
            Picture(
                _figure(called, list(heads.values()), measure, found.title),
                f"{found.words} {reading}",
                _numbers(called),
            )
        )
    return blocks, tuple(told[:TOLD])


def _heads(factors: Sequence[str], names: ReadersNames) -> dict[str, str]:
    """What readers call the factors, apart from the other columns of the table."""
    called = {name: names.factors.of(name) for name in factors}
    return {name: f"{head} (varied)" if head in (*COLUMNS, "said") else head for name, head in called.items()}


def _called(table: pd.DataFrame, factors: Sequence[str], names: ReadersNames) -> pd.DataFrame:
    """The table with readers' words for settings that are names."""
    words = {
        name: [names.factors.value(name, level) for level in table[name]]
        for name in factors
        if not pd.api.types.is_numeric_dtype(table[name]) or pd.api.types.is_bool_dtype(table[name])
    }
    return table.assign(**words)


def _figure(called: pd.DataFrame, heads: Sequence[str], measure: Measure, title: str) -> HeatMap:
    form = ".0%" if measure.kind is Kind.share else ".3~g"
    short = "days" if measure.kind is Kind.days else measure.unit
    said = [value(measure._replace(unit=""), found).removesuffix(" days").strip() for found in called["estimate"]]
    across, up, *panels = heads
    return HeatMap(called.assign(said=said), across, up, ("estimate", short, form), title, *panels)


def _numbers(called: pd.DataFrame) -> Table:
    return Table.of("", called.rename(columns={"differs": "differs from all runs"}), names=1)

"""What each numeric factor does from its low end to its high end, in studies that fill their space."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.documents.document import Block, Picture, Prose, Table
from analysis.documents.spoken import phrase, unit, value
from analysis.documents.wording import sentence
from analysis.estimates import Measure
from analysis.figures.figure import Tornado
from analysis.sensitivity import swings
from analysis.studies.designs import Design

MOST_INPUTS = 15
"""Inputs shown in a figure; the table has all."""


def swung(rows: pd.DataFrame, design: Design, chosen: Sequence[Measure]) -> tuple[list[Block], tuple[str, ...]]:
    """Draw the swings of each measure, the widest on top."""
    numeric = [factor.name for factor in design.factors if is_numeric(rows, factor.name)]
    if not numeric:
        return [Prose(("All factors are made of names, which have no low and no high end.",))], ()
    blocks: list[Block] = []
    told = []
    for measure in chosen:
        table = ranked(swings(rows, numeric, measure.name))
        words = _widest(table, measure)
        told.append(words)
        figure = Tornado(table.head(MOST_INPUTS), f"What moves {phrase(measure)}?", unit(measure))
        blocks.append(Picture(figure, words, Table.of("", table)))
    return blocks, tuple(told[:1])


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """Swings, an input a line with both its ends, the widest first."""
    ends = {end: table[table["end"] == end].set_index("input") for end in ("low", "high")}
    columns = {
        f"at_{end}{part}": found[f"{part.strip('_') or 'estimate'}"]
        for end, found in ends.items()
        for part in ("", "_low", "_high")
    }
    whole = pd.DataFrame(columns).reset_index().assign(base=table["whole"].iloc[0])
    return whole.loc[(whole["at_high"] - whole["at_low"]).abs().sort_values(ascending=False).index]


def is_numeric(rows: pd.DataFrame, name: str) -> bool:
    """Whether a factor's values are numbers, which have a low and a high end."""
    column = rows[name]
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _widest(table: pd.DataFrame, measure: Measure) -> str:
    row = table.iloc[0]
    low, high = (value(measure, row[end]) for end in ("at_low", "at_high"))
    return sentence(
        f"{phrase(measure)} moves most with {row['input']}: {low} in the fifth of the runs where that is lowest, "
        f"{high} in the fifth where it is highest"
    )

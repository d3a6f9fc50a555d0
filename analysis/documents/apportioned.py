"""Whose variance it is: Sobol' indices or Morris' effects of a study's measures, drawn and in words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.documents.document import Block, Picture, Prose, Table
from analysis.documents.spoken import phrase, unit, value
from analysis.documents.wording import listed, percent, sentence
from analysis.estimates import Measure
from analysis.figures.figure import EffectBars, Figure, IndexBars
from analysis.sensitivity import MorrisResult, SobolResult, sensitivity
from analysis.studies.designs import Morris, Saltelli

MOST_INPUTS = 15
"""Inputs shown in a figure; the table has all."""

NAMED = 3
"""Inputs named in a sentence."""


def apportioned(
    rows: pd.DataFrame, design: Saltelli | Morris, chosen: Sequence[Measure]
) -> tuple[list[Block], tuple[str, ...]]:
    """Draw the indices of each measure, and say which inputs move it."""
    found = sensitivity(rows, design, [measure.name for measure in chosen])
    blocks: list[Block] = []
    for measure in chosen:
        result = found[measure.name]
        table, column = _table(result)
        if table[column].notna().any():
            blocks.append(Picture(_figure(result, measure), in_words(result, measure), Table.of("", table)))
        said = [sentence(message) for message in result.messages if message != result.noise.in_words()]
        blocks += [Prose(tuple(said))] if said else []
    return blocks, (in_words(found[chosen[0].name], chosen[0]),)


def in_words(result: SobolResult | MorrisResult, measure: Measure) -> str:
    """The inputs that move a measure most, in a sentence."""
    table, column = _table(result)
    known = table[table[column].notna()].nlargest(NAMED, column)
    if known.empty:
        return sentence(f"what moves {phrase(measure)} cannot be told: {'; '.join(result.messages)}")
    inputs = listed([f"{row['input']} ({_amount(result, measure, row[column])})" for _, row in known.iterrows()])
    share = result.noise.luck_share
    luck = "" if np.isnan(share) else f". Luck makes {percent(share)} of the variance of single runs"
    return sentence(f"{phrase(measure)} is moved most by {inputs}{_meaning(result)}{luck}")


def _meaning(result: SobolResult | MorrisResult) -> str:
    if isinstance(result, SobolResult):
        return ": shares of the variance between settings, interactions included"
    return ": mean change as each goes through its whole range"


def _amount(result: SobolResult | MorrisResult, measure: Measure, found: float) -> str:
    return percent(max(found, 0.0)) if isinstance(result, SobolResult) else value(measure, found)


def _table(result: SobolResult | MorrisResult) -> tuple[pd.DataFrame, str]:
    """The result's table and the column it is ranked by."""
    return (result.indices, "total") if isinstance(result, SobolResult) else (result.effects, "mu_star")


def _figure(result: SobolResult | MorrisResult, measure: Measure) -> Figure:
    title = f"What moves {phrase(measure)}?"
    if isinstance(result, SobolResult):
        return IndexBars(result.indices.nlargest(MOST_INPUTS, "total"), title, result.noise.luck_share)
    return EffectBars(result.effects.nlargest(MOST_INPUTS, "mu_star"), title, unit(measure))

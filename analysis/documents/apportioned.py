"""Whose variance it is: Sobol' indices or Morris' effects of a study's measures, drawn and in words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.documents.document import Block, Picture, Prose, Table
from analysis.documents.readers_names import THEMSELVES, ReadersNames
from analysis.documents.spoken import phrase, unit, value
from analysis.documents.swung import MOST_INPUTS, left_out
from analysis.documents.wording import listed, percent, sentence
from analysis.estimates import Measure
from analysis.figures.figure import EffectBars, Figure, IndexBars
from analysis.sensitivity import MorrisResult, SobolResult, sensitivity
from analysis.studies.designs import Morris, Saltelli
from sim.narrative.cast import capital

NAMED = 3
"""Inputs named in a sentence."""


def apportioned(
    rows: pd.DataFrame, design: Saltelli | Morris, chosen: Sequence[Measure], names: ReadersNames = THEMSELVES
) -> tuple[list[Block], tuple[str, ...]]:
    """Draw the indices of each measure, and say which inputs move it."""
    found = sensitivity(rows, design, [measure.name for measure in chosen])
    blocks: list[Block] = []
    for measure in chosen:
        result = _called(found[measure.name], names)
        table, column = _table(result)
        if table[column].notna().any():
            blocks.append(_picture(result, measure))
        said = [sentence(message) for message in result.messages if not message.startswith(result.noise.in_words())]
        blocks += [Prose(tuple(said))] if said else []
    return blocks, (in_words(_called(found[chosen[0].name], names), chosen[0]),)


def _called(result: SobolResult | MorrisResult, names: ReadersNames) -> SobolResult | MorrisResult:
    """The result with readers' names of its inputs, and no share that is more than the whole."""
    table, _ = _table(result)
    named = table.assign(input=[names.factors.of(name) for name in table["input"]])
    if not isinstance(result, SobolResult):
        return result._replace(effects=named)
    shares = [
        name
        for name in map(str, named)
        if name.partition("_")[0] in ("first", "total") and named[name].dtype.kind == "f"
    ]
    return result._replace(indices=named.assign(**{str(name): named[name].clip(upper=1.0) for name in shares}))


def in_words(result: SobolResult | MorrisResult, measure: Measure) -> str:
    """The inputs that move a measure most, in a sentence: only those told apart from nothing."""
    table, column = _table(result)
    if table[column].isna().all():
        return sentence(f"what moves {phrase(measure)} cannot be told: {'; '.join(result.messages)}")
    known, others = _leading(result)
    if known.empty:
        return f"{_title(result, measure)}. {_luck(result)}".strip()
    inputs = listed([f"{row['input']} ({_amount(result, measure, row[column])})" for _, row in known.iterrows()])
    more = f"; {others} more are told apart from nothing" if others else ""
    return sentence(f"{phrase(measure)} is moved most by {inputs}{_meaning(result)}{more}. {_luck(result)}")


def _luck(result: SobolResult | MorrisResult) -> str:
    share = result.noise.luck_share
    return "" if np.isnan(share) else f"Luck makes {percent(share)} of the variance of single runs."


def _leading(result: SobolResult | MorrisResult) -> tuple[pd.DataFrame, int]:
    """The largest of the inputs that are told apart from nothing, and how many more there are."""
    table, column = _table(result)
    apart = table[table["told_apart"].astype(bool)]
    return apart.nlargest(NAMED, column), max(len(apart) - NAMED, 0)


def _meaning(result: SobolResult | MorrisResult) -> str:
    if isinstance(result, SobolResult):
        return ": shares of the variance between settings, interactions included"
    return ": mean change as each goes through its whole range"


def _amount(result: SobolResult | MorrisResult, measure: Measure, found: float) -> str:
    return percent(min(max(found, 0.0), 1.0)) if isinstance(result, SobolResult) else value(measure, found)


def _table(result: SobolResult | MorrisResult) -> tuple[pd.DataFrame, str]:
    """The result's table and the column it is ranked by."""
    return (result.indices, "total") if isinstance(result, SobolResult) else (result.effects, "mu_star")


def _picture(result: SobolResult | MorrisResult, measure: Measure) -> Picture:
    table, column = _table(result)
    ranked = table.sort_values(column, ascending=False, kind="stable")
    drawn = ranked.head(MOST_INPUTS)
    title = _title(result, measure)
    figure: Figure = (
        IndexBars(drawn, title, result.noise.luck_share)
        if isinstance(result, SobolResult)
        else EffectBars(drawn, title, unit(measure))
    )
    words = _luck(result) if _leading(result)[0].empty else in_words(result, measure)
    rest = left_out(ranked["input"].tolist()[MOST_INPUTS:])
    return Picture(figure, " ".join(filter(None, (words, _reading(result), rest))), Table.of("", ranked))


def _reading(result: SobolResult | MorrisResult) -> str:
    if isinstance(result, SobolResult):
        what = "What part of the variance between settings goes with an input, alone and with all its interactions."
        noise = "A bar below zero or about it is noise: no share is negative."
    else:
        what, noise = "How much the measure changes on average as an input goes through its whole range.", ""
    corrected = "Inputs are told apart from nothing with a correction for all inputs and measures looked at."
    return " ".join(filter(None, (what, noise, corrected)))


def _title(result: SobolResult | MorrisResult, measure: Measure) -> str:
    known, _ = _leading(result)
    if known.empty:
        return f"No input is told apart from nothing in what moves {phrase(measure)}"
    _, column = _table(result)
    first = known.iloc[0]
    amount = _amount(result, measure, first[column])
    if isinstance(result, SobolResult):
        return capital(f"{first['input']}: {amount} of the variance between settings of {phrase(measure)}")
    return capital(f"{first['input']} moves {phrase(measure)} by {amount} on average")

"""What a map shows, in words: its extremes are named only where they differ from all runs together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from analysis.documents.apart_in_words import apart_said, bare_said, whole_said
from analysis.documents.map_cells import MapCells
from analysis.documents.readers_names import ReadersNames
from analysis.documents.wording import sentence
from analysis.estimates import Estimate, Measure
from sim.narrative.cast import capital

CAN_TELL = "as far as these runs can tell"


class Told(NamedTuple):
    """The title of a figure, and sentences with intervals."""

    title: str
    words: str


def map_told(found: MapCells, measure: Measure, factors: Sequence[str], names: ReadersNames) -> Told:
    """Say what a map shows.

    Parameters
    ----------
    found : MapCells
        The cells and levels.
    measure, factors, names
        What was measured, over what, and what readers call it all.
    """
    over_all = f"{measure.said(whole_said(measure, found.whole), names.actors)} over all settings"
    cells, apart = found.cells, found.cells[found.cells["differs"]]
    differ = "differs" if len(apart) < 2 else "differ"
    count = f"{len(apart) or 'none'} of {len(cells)} cells {differ} from that, {CAN_TELL}"
    words = [sentence(over_all), sentence(f"{count}{_far(apart, found.whole, measure)}"),
             *_levels_told(found, measure, names)]  # fmt: skip
    return Told(capital(_title(found, measure, factors, names)), " ".join(words))


def _far(apart: pd.DataFrame, whole: Estimate, measure: Measure) -> str:
    """How far the cells that the title names lie from all runs together."""
    said = [f"the {word} is {apart_said(measure, whole, row).away}" for word, row in _ends(apart).items()]
    return f": {', '.join(said)}" if said else ""


def _extremes(apart: pd.DataFrame, whole: Estimate, called: tuple[Measure, Sequence[str], ReadersNames]) -> str:
    measure, factors, names = called
    ends = [(word, row, apart_said(measure, whole, row)) for word, row in _ends(apart).items()]
    said = [f"{word} {end.amount} ({_where(row, factors, names)}), {end.away}" for word, row, end in ends]
    return f": {'; '.join(said)}" if said else ""


def _ends(apart: pd.DataFrame) -> dict[str, pd.Series]:
    """The lowest of those below all runs together, and the highest of those above; either may be missing."""
    ranked = apart.sort_values("difference", kind="stable")
    low, high = ranked[ranked["difference"] < 0].head(1), ranked[ranked["difference"] > 0].tail(1)
    return {word: row.iloc[0] for word, row in (("lowest", low), ("highest", high)) if len(row)}


def _levels_told(found: MapCells, measure: Measure, names: ReadersNames) -> list[str]:
    """The factors told apart over all settings of the others; where no cell is, the widest with its levels."""
    inputs = _told_apart(found)
    if not inputs:
        return []
    if found.cells["differs"].any():
        return [sentence(f"over all other settings it differs by {_by(inputs, names)}")]
    first, *others = inputs
    levels = found.levels[first]
    ends = _extremes(levels[levels["differs"]], found.whole, (measure, [first], names))
    more = f". It also differs by {_by(others, names)}" if others else ""
    return [sentence(f"over all other settings it differs by {names.factors.inside(first)}{ends}{more}")]


def _by(inputs: Sequence[str], names: ReadersNames) -> str:
    return " and by ".join(names.factors.inside(name) for name in inputs)


def _told_apart(found: MapCells) -> list[str]:
    """Factors one of whose levels differs from all runs together, the widest first."""
    width = {
        name: levels["difference"].max() - levels["difference"].min()
        for name, levels in found.levels.items()
        if levels["differs"].any()
    }
    return sorted(width, key=lambda name: -width[name])


def _title(found: MapCells, measure: Measure, factors: Sequence[str], names: ReadersNames) -> str:
    """The extremes among the cells; else among the levels of a factor; else that there are none."""
    ends = list(_ends(found.cells[found.cells["differs"]]).values())
    if ends:
        return _from_to(ends, found.whole, measure, (factors, names))
    inputs = _told_apart(found)
    if inputs:
        levels = found.levels[inputs[0]]
        by_level = list(_ends(levels[levels["differs"]]).values())
        return f"{_from_to(by_level, found.whole, measure, (inputs[:1], names))}; no single cell differs"
    said = measure.said(bare_said(measure, found.whole), names.actors)
    return f"No cell of {len(found.cells)} differs from all runs together: {said}"


def _from_to(
    ends: Sequence[pd.Series], whole: Estimate, measure: Measure, called: tuple[Sequence[str], ReadersNames]
) -> str:
    factors, names = called
    first, *rest = ends
    lowest = apart_said(measure, whole, first).amount
    begin = f"{measure.said(lowest, names.actors)} ({_where(first, factors, names)})"
    if not rest:
        return f"{begin}, {bare_said(measure, whole)} in all runs"
    return f"{begin} up to {apart_said(measure, whole, rest[0]).amount} ({_where(rest[0], factors, names)})"


def _where(row: Mapping[str, object] | pd.Series, factors: Sequence[str], names: ReadersNames) -> str:
    return ", ".join(names.factors.setting(name, row[name]) for name in factors)

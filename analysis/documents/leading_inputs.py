"""Which inputs of a study matter at all, and on what each shows most clearly: the answer before the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from analysis.documents.document import Note, Table
from analysis.figures.digits import significant
from analysis.sensitivity import MorrisResult, SobolResult

SHOWN = 7
"""Inputs that are named; with a heading and a note they make ten lines."""

ONE_END = 0.025
"""How often the lower end of a 95% interval lies above nothing where there is nothing."""

Results = Mapping[str, SobolResult | MorrisResult]


class Lead(NamedTuple):
    """An input on the measure on which it shows most clearly: how clearly (above 0 it does), and how much in words."""

    name: str
    measure: str
    clearness: float
    told: str


def leading_inputs(found: Results, labels: Mapping[str, str]) -> tuple[Table, Note]:
    """Return the inputs that surely matter, the surest first, and what is known of the others.

    An input matters on a measure when the whole interval of its share of the variance is above 0, or the whole
    interval of its effects above what luck alone would show.

    Parameters
    ----------
    found : mapping
        Results by measure.
    labels : mapping of str to str
        What readers call the measures.
    """
    leads = sorted(_leads(found), key=lambda lead: -lead.clearness)
    clear = [lead for lead in leads if lead.clearness > 0]
    rows = tuple((f"  {lead.name}", labels.get(lead.measure, lead.measure), lead.told) for lead in clear[:SHOWN])
    heads = ("What matters most", "shows most clearly on", _unit(found))
    table = Table(heads, rows, layout=(-27, -29, 24), empty="No input is told apart from nothing on any measure.")
    return table, Note(_rest(len(clear), len(leads), len(found)))


def _unit(found: Results) -> str:
    is_sobol = all(isinstance(result, SobolResult) for result in found.values())
    return "share of variance" if is_sobol else "effect"


def _rest(clear: int, inputs: int, measures: int) -> str:
    """What is to be known of inputs that are not named."""
    said = [f"{clear - SHOWN} more matter less."] if clear > SHOWN else []
    silent = inputs - clear
    if silent and clear:
        verb = "is" if silent == 1 else "are"
        where = "this measure" if measures == 1 else f"any of {measures} measures"
        said.append(f"{silent} of {inputs} inputs {verb} not told apart from nothing on {where}.")
    by_luck = round(ONE_END * inputs * measures)
    many = f": of {inputs * measures:,} such, about {by_luck} lie above nothing by chance alone" if by_luck else ""
    said.append(f"In brackets 95% intervals{many}.")
    return " ".join(said)


def _leads(found: Results) -> Iterator[Lead]:
    """Yield each input once, at its clearest."""
    best: dict[str, Lead] = {}
    for name, result in found.items():
        for lead in _of_measure(name, result):
            if lead.name not in best or lead.clearness > best[lead.name].clearness:
                best[lead.name] = lead
    yield from best.values()


def _of_measure(measure: str, result: SobolResult | MorrisResult) -> Iterator[Lead]:
    is_sobol = isinstance(result, SobolResult)
    table = result.indices if isinstance(result, SobolResult) else result.effects
    rows = table.to_dict(orient="records")
    most = max((float(row["mu_star"]) for row in rows), default=1.0) if not is_sobol else 1.0
    for row in rows:
        clearness, told = _share(row) if is_sobol else _effect(row, most)
        yield Lead(str(row["input"]), measure, clearness if clearness == clearness else -1.0, told)


def _share(row: Mapping[Any, Any]) -> tuple[float, str]:
    value, low, high = (float(row[key]) for key in ("total", "total_low", "total_high"))
    return low, f"{value:.0%} ({low:.0%} to {high:.0%})"


def _effect(row: Mapping[Any, Any], most: float) -> tuple[float, str]:
    value, low, high = (float(row[key]) for key in ("mu_star", "mu_star_low", "mu_star_high"))
    beyond_luck = (low - float(row["luck_floor"])) / most if most > 0 else -1.0
    told = significant(value, low, high)
    return beyond_luck, f"{told[0]} ({told[1]} to {told[2]})"

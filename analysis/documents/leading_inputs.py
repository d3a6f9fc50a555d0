"""Which inputs of a study matter at all, and on what each shows most clearly: the answer before the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from analysis.documents.document import Note, Table
from analysis.documents.factor_names import FactorNames
from analysis.documents.wording import listed
from analysis.figures.digits import percents, significant
from analysis.sensitivity import MorrisResult, SobolResult
from analysis.sensitivity.study_sensitivity import table_of

SHOWN = 7
"""Inputs that are shown; with a heading and a note they make ten lines."""

NAME = 25
"""Columns of a name on a line of 80."""

NAMES = FactorNames()

SHORTEST = 3
"""Letters that are left of what is named."""

Results = Mapping[str, SobolResult | MorrisResult]


class Lead(NamedTuple):
    """An input on the measure on which it shows most clearly.

    Of two inputs that are told apart the one whose interval begins further ``beyond`` nothing goes first; ``told`` is
    how much, in words.
    """

    name: str
    measure: str
    told_apart: bool
    beyond: float
    told: str


def leading_inputs(found: Results, labels: Mapping[str, str], names: FactorNames = NAMES) -> tuple[Table, Note]:
    """Return the inputs that surely matter, the surest first, and what is known of the others.

    An input matters when it is told apart from none on a measure, corrected for all inputs and measures at once.

    Parameters
    ----------
    found : mapping
        Results by measure.
    labels : mapping of str to str
        What readers call the measures.
    names : FactorNames
        What they call the inputs.
    """
    leads = sorted(_leads(found), key=lambda lead: (not lead.told_apart, -lead.beyond))
    clear = [lead for lead in leads if lead.told_apart]
    rows = tuple(
        (f"  {shortened(names.of(lead.name), NAME)}", labels.get(lead.measure, lead.measure), lead.told)
        for lead in clear[:SHOWN]
    )
    heads = ("What matters most", "shows most clearly on", _unit(found))
    table = Table(heads, rows, layout=(-28, -33, 19), empty="No input is told apart from nothing on any measure.")
    given = sum(_is_given(result) for result in found.values())
    where = "this measure" if len(found) == 1 else f"any of {given} measures" if given > 1 else "the one with numbers"
    return table, Note(_rest(leads, (given or len(found), where), names))


def shortened(name: str, width: int) -> str:
    """A name that is too long without the end of what it names: whose it is must be told."""
    if len(name) <= width:
        return name
    what, comma, whose = name.rpartition(", ")
    room = width - 2 - len(comma) - len(whose)
    return f"{what[:room].rstrip()}..{comma}{whose}" if room >= SHORTEST else f"{name[: width - 2]}.."


def _unit(found: Results) -> str:
    is_sobol = all(isinstance(result, SobolResult) for result in found.values())
    return "share of variance" if is_sobol else "effect"


def _rest(leads: list[Lead], looked_at: tuple[int, str], names: FactorNames) -> str:
    """What is to be known of inputs that are not shown, by name, and of the correction."""
    measures, where = looked_at
    clear = [names.inside(lead.name) for lead in leads if lead.told_apart]
    silent = [names.inside(lead.name) for lead in leads if not lead.told_apart]
    said = [f"Also told apart: {listed(clear[SHOWN:])}."] if clear[SHOWN:] else []
    if silent and clear:
        said.append(f"Not told apart from nothing on {where}: {listed(silent)}.")
    pairs = f"{len(leads) * measures:,} pairs of an input and a measure"
    said.append(
        f"Corrected for {pairs} (Holm 1979): without any effect even one is told apart in at most 5% of studies."
    )
    return " ".join(said)


def _is_given(result: SobolResult | MorrisResult) -> bool:
    """Whether anything is said of its inputs: what is not is not counted among what was looked at."""
    return bool(table_of(result)["total" if isinstance(result, SobolResult) else "mu_star"].notna().any())


def _leads(found: Results) -> Iterator[Lead]:
    """Yield each input once, at its clearest."""
    best: dict[str, Lead] = {}
    for name, result in found.items():
        for lead in _of_measure(name, result):
            known = best.get(lead.name)
            if known is None or (lead.told_apart, lead.beyond) > (known.told_apart, known.beyond):
                best[lead.name] = lead
    yield from best.values()


def _of_measure(measure: str, result: SobolResult | MorrisResult) -> Iterator[Lead]:
    is_sobol = isinstance(result, SobolResult)
    rows = table_of(result).to_dict(orient="records")
    most = max((float(row["mu_star"]) for row in rows), default=1.0) if not is_sobol else 1.0
    for row in rows:
        beyond, told = _share(row) if is_sobol else _effect(row, most)
        yield Lead(str(row["input"]), measure, bool(row["told_apart"]), beyond if beyond == beyond else -1.0, told)


def _share(row: Mapping[Any, Any]) -> tuple[float, str]:
    low = float(row["total_low"])
    told = percents(float(row["total"]), low, float(row["total_high"]))
    return low, f"{told[0]} ({told[1]} to {told[2]})"


def _effect(row: Mapping[Any, Any], most: float) -> tuple[float, str]:
    value, low, high = (float(row[key]) for key in ("mu_star", "mu_star_low", "mu_star_high"))
    beyond_luck = (low - float(row["luck_floor"])) / most if most > 0 else -1.0
    told = significant(value, low, high)
    return beyond_luck, f"{told[0]} ({told[1]} to {told[2]})"

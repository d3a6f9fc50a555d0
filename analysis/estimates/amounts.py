"""Which quantities a table of runs gives: falls of markets, pressure, steps up and down, and who gets what."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.estimates.measure import Kind, Measure, Reader

ON_AVERAGE = "{amount} on average"
"""How a mean is said after what it is the mean of."""


class _SideAmount(NamedTuple):
    """A quantity of either side, in words of the case; ``before`` stands before the side's name in the title."""

    title: str
    unit: str
    meaning: str
    before: str
    clause: str
    extent: str = ON_AVERAGE


_SIDE_AMOUNTS = {
    "trough": _SideAmount(
        "Worst {market} fall", "share of the index", "Largest fall of the {market} from its peak.", "of",
        "the {market} of {who} fell", "by {amount} at worst on average",
    ),
    "peak_pressure": _SideAmount(
        "Highest {pressure}", "{points.plural}", "Most {pressure} that the {side} exerted.", "by",
        "{pressure} of {who} went up", f"to {ON_AVERAGE}",
    ),
    "escalate_count": _SideAmount(
        "Steps up", "acts", "How often the {side} {escalate.past}.", "by", "{who} {escalate.past}"
    ),
    "ease_count": _SideAmount("Steps down", "acts", "How often the {side} {ease.past}.", "by", "{who} {ease.past}"),
}  # fmt: skip
"""By the stem of a side's column."""


def sides(table: pd.DataFrame) -> list[str]:
    """Ids of the two sides, as the columns of either name them."""
    stems = tuple(f"{name}_" for name in _SIDE_AMOUNTS)
    return sorted({str(name).removeprefix(stem) for name in table for stem in stems if str(name).startswith(stem)})


def numbers(column: str) -> Reader:
    """Return what reads a column of numbers, NaN where it is blank."""
    return lambda table: table[column].to_numpy(dtype=np.float64, na_value=np.nan)


def side_amounts(table: pd.DataFrame) -> list[Measure]:
    """Quantities of either side."""
    found = [
        Measure(
            f"{name}_{side}",
            f"{about.title} {about.before} {side}",
            about.unit,
            Kind.amount,
            about.meaning,
            numbers(f"{name}_{side}"),
            name in ("trough", "peak_pressure"),
            short=f"{about.title}: {{who}}",
            about=side,
            clause=about.clause,
            extent=about.extent,
        )
        for name, about in _SIDE_AMOUNTS.items()
        for side in sides(table)
    ]
    return [_scaled(amount) for amount in found]


def parts_of_issues(table: pd.DataFrame) -> list[Measure]:
    """What of each issue goes to the first side."""
    first = next(iter(sides(table)), "the first side")
    names = [str(name) for name in table if str(name).startswith("settlement_")]
    found = [
        Measure(
            name,
            f"The {{settlement}} of {name.removeprefix('settlement_')}: share of {first}",
            "share of the {issue}",
            Kind.amount,
            f"What of the {{issue}} goes to {first}; not asked of runs without {{settlement.a}}.",
            numbers(name),
            short=f"Part of {name.removeprefix('settlement_')}: {{who}}",
            about=first,
            clause="{who}'s part of the {issue} '{issue_name}' came",
            extent=f"to {ON_AVERAGE}",
            issue=name.removeprefix("settlement_"),
        )
        for name in names
    ]
    return [_scaled(amount) for amount in found]


def _scaled(found: Measure) -> Measure:
    """Shares of a market or an issue lie between 0 and 1 and are told apart to a tenth of a per cent."""
    return found._replace(most=1.0, fineness=0.001) if found.unit.startswith("share") else found

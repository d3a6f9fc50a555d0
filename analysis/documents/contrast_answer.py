"""The answer to a study's question by its contrast: both sides with intervals, and what lies between them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.documents.amounts_said import (
    amount_said,
    difference_said,
    is_percentage,
    numbers_said,
    places_of_all,
    runs_said,
    size_said,
    unit_said,
)
from analysis.estimates import Estimate, Kind, Measure
from analysis.estimates.luck_contrasts import difference, smallest_seen
from analysis.figures.digits import decimals
from analysis.studies.contrast_rows import in_settings
from analysis.studies.group_totals import group_totals
from sim.narrative.cast import capital

if TYPE_CHECKING:
    import pandas as pd

    from analysis.studies.contrast import AskedContrast
    from analysis.studies.study import Study


ALL_ALIKE = "no run differs from another, so that how far chance goes is not known"

SHORT = 4
"""Words of a side that need no comma after them."""


class FoundContrast(NamedTuple):
    """What a contrast came to.

    ``apart`` is the first side less the second, over the lucks that both share; ``seen`` is the size of a difference
    that would have shown four times in five, and ``most`` the largest that there can be.
    """

    asked: AskedContrast
    first: Estimate
    second: Estimate
    apart: Estimate
    seen: float
    most: float = math.inf

    @property
    def differs(self) -> bool:
        """Whether the two are told apart."""
        return self.apart.low > 0 or self.apart.high < 0

    @property
    def is_known(self) -> bool:
        """Whether both sides have runs enough to be compared."""
        return self.apart.low == self.apart.low


def found_contrast(study: Study, measure: Measure, source: Iterable[pd.DataFrame]) -> FoundContrast:
    """Work out a contrast from the runs that are done.

    Parameters
    ----------
    study : Study
        With a contrast.
    measure : Measure
        What is compared.
    source : iterable of pandas.DataFrame
        The runs, piece by piece.
    """
    asked = study.contrast
    assert asked is not None
    factors = {factor.name: factor for factor in study.design.factors}
    sides = [asked.settings_of(side) for side in (asked.first, asked.second)]
    totals = group_totals(source, measure, lambda rows: [in_settings(rows, factors, side) for side in sides])
    is_share = measure.kind is Kind.share
    longest = float(study.recipe.scenario.horizon_days)
    first, second = (measure.bounded(made.estimate(is_share), longest) for made in totals)
    apart = difference(totals[1], totals[0], is_share)
    most = 1.0 if is_percentage(measure) else longest if measure.kind is Kind.days else math.inf
    low, high = (end if math.isnan(end) else max(-most, min(end, most)) for end in (apart.low, apart.high))
    return FoundContrast(asked, first, second, apart._replace(low=low, high=high), smallest_seen(apart), most)


def contrast_sentence(found: FoundContrast, measure: Measure, names: Mapping[str, str]) -> str:
    """Return the answer in one sentence.

    Parameters
    ----------
    found : FoundContrast
        What it came to.
    measure : Measure
        Of the case, so that it is said in its words.
    names : mapping of str to str
        Readers' names of sides, mediators and issues.
    """
    asked = found.asked
    if not found.is_known:
        return capital(f"{asked.first.label} or {asked.second.label}: too few runs are done to compare the two.")
    places = _places(found, measure)
    first, second = (amount_said(measure, side, places) for side in (found.first, found.second))
    where = f" {asked.where.label}" if asked.where.label else ""
    told = (
        f"{before_clause(asked.first.label)} {measure.said(first, names)}{where}, "
        f"{asked.second.label} {measure.so_much(second, short=True)}"
    )
    if found.differs:
        between = difference_said(measure, (found.first, found.second), found.apart, places)
        return f"{capital(told)}: {between}."
    if found.apart.width == 0:
        return f"The study cannot tell the two apart: {told}; {ALL_ALIKE}."
    between = _nothing_between(found, measure, places)
    return f"The study cannot tell the two apart: {told}, {between}; {_seen(found, measure, places)}."


def before_clause(label: str) -> str:
    """A side as it stands before what happened; a long one with a comma after it."""
    return f"{label}," if len(label.split()) > SHORT else label


def _nothing_between(found: FoundContrast, measure: Measure, places: int) -> str:
    """The difference of two that are not told apart, signed."""
    _, low, high = numbers_said(measure, found.apart, places)
    value = difference_said(measure, (found.first, found.second), found.apart, places).partition(" ")[0]
    value = f"-{value}" if found.apart.value < 0 and value.strip("0.") else value
    if measure.kind is Kind.share:
        return f"a difference of {value} ({low} to {high}) in 100 {runs_said(measure)}"
    unit = "%" if is_percentage(measure) else f" {unit_said(measure)}"
    return f"a difference of {value.rstrip('%')}{unit} ({low} to {high})"


def _seen(found: FoundContrast, measure: Measure, places: int) -> str:
    """The smallest difference that would have shown; none may be large enough where runs are few."""
    if found.seen >= found.most:
        return "it has too few lucks to see even the largest difference there can be four times in five"
    return f"one of {size_said(measure, found.seen, places)} it would have seen four times in five"


def _places(found: FoundContrast, measure: Measure) -> int:
    """Decimals of both sides and of their difference, so that the one is the others' to the last digit."""
    scale = 100.0 if is_percentage(measure) else 1.0
    apart = decimals(scale * found.apart.low, scale * found.apart.high)
    return min(places_of_all(measure, (found.first, found.second)), apart)


def contrast_as_plain(found: FoundContrast) -> dict[str, Any]:
    """The contrast for a program: both sides with their settings, and the first less the second."""
    sides = [
        {"label": side.label, "settings": found.asked.settings_of(side), **made.named(), "runs": made.n}
        for side, made in ((found.asked.first, found.first), (found.asked.second, found.second))
    ]
    between = {**found.apart.named("difference"), "differs": found.differs, "smallest_seen": found.seen}
    return {"where": found.asked.where.label, "sides": sides, **between}

"""What makes the difference in a study: maps of two factors, swings, or whose variance it is, as the design allows."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.documents.apportioned import apportioned
from analysis.documents.document import Block, Picture, Prose, Section, Table
from analysis.documents.figure_tables import curves_by, done
from analysis.documents.mapped import map_of, mapped
from analysis.documents.measure_focus import focus
from analysis.documents.readers_names import THEMSELVES, ReadersNames
from analysis.documents.swung import swung
from analysis.documents.wording import listed, sentence
from analysis.estimates import measures
from analysis.figures.figure import TimeToContact
from analysis.sensitivity.swings import is_numeric
from analysis.studies.designs import Design, Factor, Morris, Saltelli
from sim.narrative.case_words import PLAIN, CaseWords


class Difference(NamedTuple):
    """The section on differences, and what of it belongs into the answer."""

    section: Section
    answer: tuple[str, ...]


def differences(
    rows: pd.DataFrame,
    design: Design,
    words: CaseWords = PLAIN,
    asked: str = "",
    names: ReadersNames = THEMSELVES,
) -> Difference:
    """What the factors of a study do to its measures, the one that is asked about first."""
    chosen = focus(done(rows), words, asked)
    if not chosen:
        text = "No measure differs between the settings of this study, as far as its runs can tell."
        return Difference(Section("What makes the difference", (Prose((text,)),)), (text,))
    found = map_of(done(rows), design)
    if isinstance(design, Saltelli | Morris):
        blocks, told = apportioned(rows, design, chosen, names)
    elif found is not None:
        blocks, told = mapped(done(rows), found, chosen, names)
    else:
        blocks, told = swung(rows, design, chosen, names)
    return Difference(Section("What makes the difference", (*blocks, *_curves(done(rows), design, words))), told)


def _curves(rows: pd.DataFrame, design: Design, words: CaseWords) -> list[Block]:
    """How soon there is contact, by the factor that moves it most."""
    if "first_contact_day" not in rows or rows["first_contact_day"].isna().all():
        return []
    factor = _strongest(rows, design)
    if factor is None:
        return []
    table = curves_by(rows, factor, "first_contact_day")
    halves = [f"{_half(curve)} ({name})" for name, curve in table.groupby("group", sort=False)]
    told = sentence(f"Half of the runs are in contact {listed(halves)}")
    figure = TimeToContact(
        table, words.fill("How soon are the {leader.plural} in contact, by {factor}?", factor=factor.name)
    )
    return [Picture(figure, told, Table.of("", table))]


def _half(curve: pd.DataFrame) -> str:
    """When half of the runs have got there."""
    there = curve.loc[curve["reached"] >= 0.5, "day"]
    return "after the days watched or never" if there.empty else f"by day {there.iloc[0]:.0f}"


def _strongest(rows: pd.DataFrame, design: Design) -> Factor | None:
    """The factor whose groups differ most in the mean days to contact."""
    values = pd.Series(measures(rows)["first_contact_days"].within(rows), index=rows.index)
    spread = {}
    for factor in design.factors:
        groups = rows[factor.name]
        if is_numeric(rows[factor.name]) and groups.nunique() > 4:
            groups = pd.qcut(groups, 3, duplicates="drop")
        means = values.groupby(groups, observed=True).mean()
        spread[factor.name] = float(means.max() - means.min())
    name = max(spread, key=lambda key: spread[key])
    return next(factor for factor in design.factors if factor.name == name) if spread[name] > 0 else None

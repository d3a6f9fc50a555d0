"""What makes the difference in a study: maps of two factors, swings, or whose variance it is, as the design allows."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.documents.apportioned import apportioned
from analysis.documents.document import Block, Picture, Prose, Section, Table
from analysis.documents.figure_tables import curves_by, done
from analysis.documents.many_worlds import told_day
from analysis.documents.mapped import map_of, mapped
from analysis.documents.measure_focus import focus
from analysis.documents.readers_names import THEMSELVES, ReadersNames
from analysis.documents.swung import swung
from analysis.documents.wording import listed
from analysis.figures.figure import TimeToContact
from analysis.sensitivity import swings
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
    start: str = "",
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
    return Difference(
        Section("What makes the difference", (*blocks, *_curves(done(rows), design, (names, start)))), told
    )


def _curves(rows: pd.DataFrame, design: Design, called: tuple[ReadersNames, str]) -> list[Block]:
    """How soon there is contact, by the factor that moves it most, if one is told apart from nothing."""
    if "first_contact_day" not in rows or rows["first_contact_day"].isna().all():
        return []
    factor = _strongest(rows, design)
    if factor is None:
        return []
    return [_curve_picture(rows, factor, *called)]


def _curve_picture(rows: pd.DataFrame, factor: Factor, names: ReadersNames, start: str) -> Picture:
    table = curves_by(rows, factor, "first_contact_day", names=names.factors)
    head = names.factors.of(factor.name)
    halves = [
        f"{_half(curve, start)} ({str(name).removeprefix(head).lstrip(' :=')})"
        for name, curve in table.groupby("group", sort=False)
    ]
    title = f"Half of the runs are in contact {listed(halves)}, by {names.factors.inside(factor.name)}"
    told = f"Share of runs in contact by each day, by {names.factors.inside(factor.name)}, each luck counted once."
    left = rows[factor.name].nunique() - table["group"].nunique() if not factor.is_numeric else 0
    more = f" {left} more settings are not drawn." if left else ""
    return Picture(TimeToContact(table, title, start=start), f"{told}{more}", Table.of("", table))


def _half(curve: pd.DataFrame, start: str) -> str:
    """When half of the runs have got there."""
    there = curve.loc[curve["reached"] >= 0.5, "day"]
    return "by no day watched" if there.empty else f"by {told_day(start, float(there.iloc[0]))}"


def _strongest(rows: pd.DataFrame, design: Design) -> Factor | None:
    """The factor that moves the days to contact most, of those that are told apart from nothing."""
    table = swings(rows, [factor.name for factor in design.factors], "first_contact_days")
    apart = table.loc[table["differs"], "input"]
    return next((factor for factor in design.factors if not apart.empty and factor.name == apart.iloc[0]), None)

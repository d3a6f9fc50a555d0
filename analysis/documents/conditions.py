"""Under which conditions something happens, in words and tables: boxes that hold most cases, and a small tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from analysis.discovery import Discovery, DiscoveryError, Finding, discover
from analysis.documents.document import Block, Prose, Section, Table
from analysis.documents.figure_tables import done
from analysis.documents.wording import number, percent, sentence
from analysis.estimates.catalogue import outcome_endings
from sim.narrative.case_words import PLAIN, CaseWords
from sim.vocabulary.outcomes import OutcomeClass

ASKED = tuple(str(row) for row in sorted(OutcomeClass, key=lambda row: row.sought))
"""Outcomes for which conditions are sought: the first that is neither very rare nor nearly always so."""

MOST_RUNS = 200_000
"""Runs looked at; a study with more is thinned to whole replications."""


class Conditions(NamedTuple):
    """The section on conditions, and what of it belongs into the answer."""

    section: Section | None
    answer: tuple[str, ...]


def conditions(rows: pd.DataFrame, factors: Sequence[str], words: CaseWords = PLAIN) -> Conditions:
    """When it comes to the outcome that is worth asking about."""
    whole = thinned(done(rows))
    outcome = _worth_asking(whole)
    if outcome is None:
        return Conditions(None, ())
    try:
        found = discover(whole, factors, f"outcome == '{outcome}'")
    except DiscoveryError:
        return Conditions(None, ())
    blocks: list[Block] = [Prose((_found_in_words(found),))]
    blocks += [limits(finding, place) for place, finding in enumerate(found.findings, 1)]
    blocks += [tree(found), Prose((HOW,))]
    section = Section(f"When runs end {outcome_endings(words)[outcome]}", tuple(blocks))
    return Conditions(section, tuple(sentence(finding.words) for finding in found.findings[:1]))


HOW = (
    "Boxes were found by PRIM (Friedman and Fisher 1999) with limits that chance could explain taken out, the tree by "
    "Gini impurity. Quasi-p is the chance of so many cases inside if a limit made no difference (Bryant and Lempert "
    "2010); runs that repeat a setting are counted as independent there, so it ranks limits and tests nothing."
)


def limits(finding: Finding, place: int) -> Table:
    """The limits of a box as a table."""
    table = pd.DataFrame(
        {
            "limit": finding.limits["condition"],
            "quasi-p": [small(value) for value in finding.limits["quasi_p"]],
            "share of cases without it": [percent(value) for value in finding.limits["density_without"]],
        }
    )
    density = finding.density
    inside = f"{percent(density.value)} ({percent(density.low)} to {percent(density.high)}) of {finding.runs:,} runs"
    return Table.of(f"Box {place}: cases are {inside}; it holds {percent(finding.coverage)} of all cases", table)


def tree(found: Discovery) -> Table:
    """The tree's leaves as a table."""
    leaves = found.tree.table
    table = pd.DataFrame(
        {
            "when": leaves["condition"],
            "runs": [f"{runs:,}" for runs in leaves["runs"]],
            "share of cases": [percent(value) for value in leaves["density"]],
            "part of all cases": [percent(value) for value in leaves["coverage"]],
        }
    )
    return Table.of("The same runs told apart by at most three questions", table)


def small(chance: float) -> str:
    """A chance that may be very small."""
    return "below 0.0001" if chance < 1e-4 else number(chance)


def thinned(rows: pd.DataFrame, most: int = MOST_RUNS) -> pd.DataFrame:
    """The rows of the first replications, as many as may be looked at; all when they are few enough."""
    if len(rows) <= most or "replication" not in rows:
        return rows
    points = int((rows["replication"] == rows["replication"].min()).sum())
    return rows[rows["replication"] < max(1, most // max(points, 1))]


def _worth_asking(rows: pd.DataFrame) -> str | None:
    if "outcome" not in rows:
        return None
    shares = rows["outcome"].value_counts(normalize=True)
    return next((name for name in ASKED if 0.03 <= shares.get(name, 0.0) <= 0.9), None)


def _found_in_words(found: Discovery) -> str:
    counted = f"{found.cases:,} of {found.runs:,} runs ({percent(found.cases / found.runs)}) end so."
    if not found.findings:
        return f"{counted} No condition on the factors makes it clearly more frequent."
    return " ".join([counted, *(sentence(finding.words) for finding in found.findings)])

"""Under which conditions something happens, in words, figures and tables: boxes that hold most cases, a small tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from analysis.discovery import Discovery, DiscoveryError, Finding, Plan, discover
from analysis.documents.condition_words import (
    HOW,
    NAMES,
    condition,
    done_in_words,
    finding_in_words,
    nothing_in_words,
    spaced,
    told,
)
from analysis.documents.document import Block, Picture, Prose, Section, Table
from analysis.documents.factor_names import FactorNames
from analysis.documents.figure_tables import done
from analysis.documents.wording import number, percent, sentence
from analysis.estimates.catalogue import outcome_clauses, outcome_verbs
from analysis.figures.digits import percents
from analysis.figures.figure import BoxPath
from sim.narrative.case_words import PLAIN, CaseWords
from sim.vocabulary.outcomes import OutcomeClass

ASKED = tuple(str(row) for row in sorted(OutcomeClass, key=lambda row: row.sought))
"""Outcomes for which conditions are sought: the first that is neither very rare nor nearly always so."""


SHUFFLES = 99
"""A page takes half as many as the terminal: its p-values are only held against 0.05."""


class Conditions(NamedTuple):
    """The section on conditions, and what of it belongs into the answer."""

    section: Section | None
    answer: tuple[str, ...]


def conditions(
    rows: pd.DataFrame, factors: Sequence[str], words: CaseWords = PLAIN, names: FactorNames = NAMES
) -> Conditions:
    """When it comes to the outcome that is worth asking about."""
    whole = done(rows)
    outcome = _worth_asking(whole)
    if outcome is None:
        return Conditions(None, ())
    try:
        found = discover(whole, factors, f"outcome == '{outcome}'", plan=Plan(shuffles=SHUFFLES))
    except DiscoveryError:
        return Conditions(None, ())
    found = found._replace(question=outcome_clauses(words)[outcome])
    section = Section(f"When runs {outcome_verbs(words)[outcome]}", tuple(_blocks(found, names)))
    return Conditions(section, tuple(_answer(found, names)))


def _answer(found: Discovery, names: FactorNames) -> Iterator[str]:
    for finding in found.findings[:1]:
        yield finding_in_words(found, finding, names)


def _blocks(found: Discovery, names: FactorNames) -> Iterator[Block]:
    yield Prose((" ".join(told(found, names)),))
    for place, finding in enumerate(found.findings, 1):
        yield Picture(path_figure(found, finding, names), path_in_words(finding), path_table(finding))
        yield limits(finding, place, names)
    if found.tree is not None and any(leaf.told_apart for leaf in found.tree.leaves):
        yield tree(found, names)
    if not found.why_none:
        yield Prose((f"{done_in_words(found)} {HOW}",))


def path_figure(found: Discovery, finding: Finding, names: FactorNames = NAMES) -> BoxPath:
    """Coverage and density along the search of a box, in both halves, with the band of searches in nothing."""
    steps = finding.steps
    halves = [
        steps.assign(half="where it was sought", low=float("nan"), high=float("nan")),
        steps.assign(
            half="held out",
            coverage=steps["held_coverage"],
            density=steps["held_density"],
            low=steps["held_low"],
            high=steps["held_high"],
        ),
    ]
    table = pd.concat(halves, ignore_index=True)[["half", "step", "limits", "coverage", "density", "low", "high"]]
    held = finding.held
    chosen = {"coverage": [held.coverage.value], "density": [held.density.value]}
    ends = {"low": [held.density.low], "high": [held.density.high]}
    band = finding.nothing.band if finding.nothing is not None else pd.DataFrame(columns=["coverage", "low", "high"])
    told, low, high = percents(*held.density.numbers)
    title = sentence(f"{found.question} in {told} ({low} to {high}) of runs {condition(finding.box, names)}")
    return BoxPath(table.dropna(subset=["density"]), title[:-1], chosen | ends, band)


def path_in_words(finding: Finding) -> str:
    """How the figure of a search is read."""
    return (
        "Each point is a box of the search, from all runs on the right to the densest on the left: the share of all "
        "cases that it holds, and the share of its runs that are cases. Only what the held-out lucks say counts; the "
        "band around it is the 95% interval of each density. The grey band is where 95% of searches in shuffled "
        f"outcomes lie. The box reported is the large mark. {nothing_in_words(finding)}"
    ).strip()


def path_table(finding: Finding) -> Table:
    """The numbers of a search's boxes."""
    return Table.of("", finding.steps)


def limits(finding: Finding, place: int, names: FactorNames = NAMES) -> Table:
    """The limits of a box as a table."""
    table = pd.DataFrame(
        {
            "limit": [limit.words(names.of(name)) for name, limit in finding.box.limits.items()],
            "quasi-p": [small(value) for value in finding.limits["quasi_p"]],
            "share of cases without it": [percent(value) for value in finding.limits["density_without"]],
        }
    )
    held = finding.held
    return Table.of(
        f"Box {place}: cases are {spaced(held.density)} of {held.runs:,} held-out runs; it holds "
        f"{spaced(held.coverage)} of all cases. By limit, where it was sought:",
        table,
    )


def tree(found: Discovery, names: FactorNames = NAMES) -> Table:
    """The tree's leaves as a table."""
    leaves = found.tree.ranked if found.tree is not None else ()
    everything = max(sum(leaf.cases for leaf in leaves), 1)
    table = pd.DataFrame(
        {
            "when": [leaf.box.words(names.of) for leaf in leaves],
            "runs": [f"{leaf.runs:,}" for leaf in leaves],
            "share of cases": [spaced(leaf.density) for leaf in leaves],
            "part of all cases": [percent(leaf.cases / everything) for leaf in leaves],
            "apart from all runs": ["yes" if leaf.told_apart else "no" for leaf in leaves],
        }
    )
    return Table.of("Held-out runs told apart by at most three questions; the intervals hold together", table)


def small(chance: float) -> str:
    """A chance that may be very small."""
    return "below 0.0001" if chance < 1e-4 else number(chance)


def _worth_asking(rows: pd.DataFrame) -> str | None:
    if "outcome" not in rows:
        return None
    shares = rows["outcome"].value_counts(normalize=True)
    return next((name for name in ASKED if 0.03 <= shares.get(name, 0.0) <= 0.9), None)

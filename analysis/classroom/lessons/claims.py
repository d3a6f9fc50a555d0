"""What a lesson claims, counted: each value over runs in pairs under the same luck, with its 99.9% interval."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from analysis.classroom.lessons.lesson import PARAMETERS, Claim, Lesson, Setting
from analysis.classroom.lessons.many_answers import known_measures
from analysis.classroom.lessons.text_checks import GAP
from analysis.estimates import Estimate, Kind, Measure, mean, paired_difference, share, share_difference
from sim.run import run_many
from sim.scenario import Scenario

LEVEL = 0.999
"""Confidence of the interval: a dozen claims recounted at every change would else fail by luck now and then."""


class CountedClaim(NamedTuple):
    """A claim, what was found, and its sentence with the number in it."""

    claim: Claim
    found: Estimate
    told: str

    @property
    def holds(self) -> bool:
        """Whether the whole interval lies at or above what the claim promises."""
        return self.found.low >= self.claim.at_least


def count_claims(lesson: Lesson, threads: int | None = None) -> tuple[CountedClaim, ...]:
    """Count what a lesson claims, in the order of its file.

    Parameters
    ----------
    lesson : Lesson
        Its claims may differ in luck and number of runs; those that agree in both share their runs.
    threads : int, optional
        As in :func:`sim.run.run_many`.
    """
    tables: dict[tuple[int, int], _Tables] = {}
    for claim in lesson.claims:
        tables.setdefault((claim.seed, claim.runs), _Tables(lesson, claim.seed, claim.runs, threads)).want(claim)
    return tuple(tables[claim.seed, claim.runs].counted(claim) for claim in lesson.claims)


class _Tables:
    """The runs of all worlds that claims of one luck ask for, made at once when the first is counted."""

    def __init__(self, lesson: Lesson, seed: int, runs: int, threads: int | None) -> None:
        self.lesson = lesson
        self.seed, self.runs, self.threads = seed, runs, threads
        self.worlds: list[Scenario] = []
        self.table: pd.DataFrame | None = None

    def want(self, claim: Claim) -> None:
        for settings in (claim.of, claim.against):
            if settings is not None and (world := self.lesson.world(settings)) not in self.worlds:
                self.worlds.append(world)

    def counted(self, claim: Claim) -> CountedClaim:
        if self.table is None:
            self.table = run_many(self.worlds, self.seed, self.runs, PARAMETERS, self.threads).table()
        measure = known_measures(self.table, self.worlds)[claim.measure]
        found = _estimate(measure, self.of(claim.of), None if claim.against is None else self.of(claim.against))
        said = _said(found.value, measure, claim.against is not None)
        return CountedClaim(claim, found, claim.text.replace(GAP, said))

    def of(self, settings: Mapping[str, Setting]) -> pd.DataFrame:
        """The runs of one world, in the order of their lucks."""
        assert self.table is not None, "nothing was run"
        return self.table[self.table["row"] == self.worlds.index(self.lesson.world(settings))].sort_values("run")


def _estimate(measure: Measure, of: pd.DataFrame, against: pd.DataFrame | None) -> Estimate:
    """The measure in one world, or how much more of it there is than in the other; days count to the horizon."""
    first = measure.within(of)
    if against is None:
        return share(first, level=LEVEL) if measure.kind is Kind.share else mean(first, level=LEVEL)
    second = measure.within(against)
    if measure.kind is not Kind.share:
        return paired_difference(second, first, LEVEL).difference
    both = pd.notna(first) & pd.notna(second)
    return share_difference(second[both] > 0, first[both] > 0, LEVEL)


def _said(value: float, measure: Measure, is_difference: bool) -> str:
    """A value as it stands in a sentence, with its unit: 58%, 36 percentage points, 13 days, 2.4 acts."""
    if measure.kind is Kind.share or measure.unit.startswith("share"):
        whole = _digits(100 * value, 0)
        return f"{whole} percentage points" if is_difference else f"{whole}%"
    if measure.kind is Kind.days:
        whole = _digits(value, 0)
        return f"{whole} day" if whole == "1" else f"{whole} days"
    return f"{_digits(value, 1)} {measure.unit}"


def _digits(value: float, digits: int) -> str:
    return f"{round(value, digits) + 0.0:.{digits}f}"

"""What a finished study says at a glance: outcomes over all runs, at both ends of every factor, and its measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from analysis.estimates import OUTCOMES, Estimate, Kind, Measure, MeasureError, measures, share_of_counts
from analysis.estimates.measure_estimates import MeasureEstimate
from analysis.estimates.streaming_counts import LuckSums
from analysis.studies.designs import DONE, Factor
from analysis.studies.group_totals import pieces
from analysis.studies.sql import connect, quoted
from analysis.studies.study_folder import StudyFolder

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

QUARTER = 0.25
"""Share of a range that counts as its low or its high end."""


class End(NamedTuple):
    """Runs at one end of a factor, or with one of its names: how many, and the share of each outcome."""

    factor: str
    where: str
    runs: int
    outcomes: Mapping[str, Estimate]

    @property
    def shares(self) -> dict[str, float]:
        """The share of each outcome, without its interval."""
        return {name: found.value for name, found in self.outcomes.items()}

    def as_plain(self) -> dict[str, Any]:
        """The end for a program."""
        about = {"factor": self.factor, "where": self.where, "runs": self.runs, "shares": self.shares}
        return about | {"intervals": _plain_intervals(self.outcomes)}


class Contrast(NamedTuple):
    """The outcome that differs most between two ends of a factor."""

    outcome: str
    low: End
    high: End

    @property
    def swing(self) -> float:
        """By how much it differs."""
        return abs(self.high.shares[self.outcome] - self.low.shares[self.outcome])


class Summary(NamedTuple):
    """Outcomes of all runs and at the ends of each factor, and the headline measures of all runs.

    Outcomes are empty when they are not among the outputs. ``measures`` has no line for outcomes, and gives days as a
    mean in which those that never came count as the horizon. Every interval counts each luck once.
    """

    runs: int
    failed: int
    outcomes: Mapping[str, Estimate]
    ends: tuple[End, ...]
    measures: tuple[MeasureEstimate, ...]

    @property
    def shares(self) -> dict[str, float]:
        """The share of each outcome, without its interval."""
        return {name: found.value for name, found in self.outcomes.items()}

    def as_plain(self) -> dict[str, Any]:
        """The summary for a program."""
        counts = {"runs": self.runs, "failed": self.failed, "shares": self.shares}
        found = {"intervals": _plain_intervals(self.outcomes), "ends": [end.as_plain() for end in self.ends]}
        return counts | found | {"measures": [line._asdict() for line in self.measures]}

    def contrasts(self) -> list[Contrast]:
        """For each factor its largest contrast, the largest first."""
        found = []
        for factor in dict.fromkeys(end.factor for end in self.ends):
            ends = [end for end in self.ends if end.factor == factor]
            if len(ends) > 1:
                found.append(max((_contrast(ends, outcome) for outcome in OUTCOMES), key=lambda pair: pair.swing))
        return sorted(found, key=lambda pair: -pair.swing)


def _plain_intervals(outcomes: Mapping[str, Estimate]) -> dict[str, dict[str, float]]:
    return {name: {"low": made.low, "high": made.high, "lucks": made.lucks} for name, made in outcomes.items()}


def _contrast(ends: Sequence[End], outcome: str) -> Contrast:
    ordered = sorted(ends, key=lambda end: end.shares[outcome])
    return Contrast(outcome, ordered[0], ordered[-1])


def summarise(folder: StudyFolder) -> Summary:
    """Sum up the runs of a study that are done.

    Raises
    ------
    StudyError
        When there is none.
    """
    with connect(folder) as rows:
        done, failed = _done_and_failed(rows)
        if not done:
            return Summary(done, failed, {}, (), ())
        kept = tuple(_measures(folder))
        if "outcome" not in folder.manifest["measures"]:
            return Summary(done, failed, {}, (), kept)
        overall = _ends(rows, "", "'all'")
        ends = [end for factor in folder.study.recipe.factors for end in _of_factor(rows, folder, factor)]
        return Summary(done, failed, overall[0].outcomes, tuple(ends), kept)


def _done_and_failed(rows: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    counts: dict[str, int] = dict(rows.execute("select status, count(*) from rows group by status").fetchall())
    done = counts.pop(DONE, 0)
    return done, sum(counts.values())


def _of_factor(rows: duckdb.DuckDBPyConnection, folder: StudyFolder, factor: Factor) -> list[End]:
    column = quoted(factor.name)
    if folder.manifest["factors"][factor.name] not in ("double", "int64"):
        order = [str(level) for level in factor.levels]  # as the file has them, not by the alphabet
        ends = _ends(rows, factor.name, f"{column}::varchar")
        return sorted(ends, key=lambda end: order.index(end.where) if end.where in order else len(order))
    low, high = _range(rows, column)
    if low is None or low == high:
        return []
    low = low + 0  # a Parquet file notes the least of its zeros as -0.0
    margin = 0.0 if factor.levels else QUARTER * (high - low)
    below, above = float(low + margin), float(high - margin)
    words = f"{low:g}" if not margin else f"up to {below:.3g}", f"{high:g}" if not margin else f"from {above:.3g}"
    place = f"case when {column} <= {below!r} then '{words[0]}' when {column} >= {above!r} then '{words[1]}' end"
    return sorted(_ends(rows, factor.name, place), key=lambda end: words.index(end.where))


def _ends(rows: duckdb.DuckDBPyConnection, factor: str, place: str) -> list[End]:
    """Outcome shares by where a run stands, runs that stand nowhere left out; counted luck by luck."""
    had = ", ".join(f"count(*) filter (outcome = '{outcome}')" for outcome in OUTCOMES)
    sql = f"select {place} as place, count(*), {had} from rows where status = '{DONE}' group by place, seed, run"  # noqa: S608
    counts: dict[str, list[tuple[int, ...]]] = {}
    for where, *numbers in rows.execute(sql).fetchall():
        if where is not None:
            counts.setdefault(where, []).append(tuple(numbers))
    found = []
    for where in sorted(counts):
        of, *by_outcome = np.array(counts[where]).T
        outcomes = {name: share_of_counts(own, of) for name, own in zip(OUTCOMES, by_outcome, strict=True)}
        found.append(End(factor, where, int(of.sum()), outcomes))
    return found


def _measures(folder: StudyFolder) -> list[MeasureEstimate]:
    """The headline measures but for outcomes, read piece by piece so that memory does not grow with the study."""
    kept: dict[str, tuple[Measure, LuckSums]] = {}
    numbers: dict[tuple[int, int], int] = {}  # runs of one seed and number share their luck, whatever their settings
    for piece in pieces(folder):
        own = zip(piece["seed"], piece["run"], strict=True)
        lucks = np.array([numbers.setdefault(luck, len(numbers)) for luck in own], dtype=np.int64)
        for name, found in _headlines(piece):
            values = _values(found, piece)
            if values is not None:
                kept.setdefault(name, (found, LuckSums()))[1].add(values, lucks)
    longest = float(folder.study.recipe.scenario.horizon_days)
    return [_line(found, sums, longest) for found, sums in kept.values()]


def _headlines(piece: pd.DataFrame) -> Iterator[tuple[str, Measure]]:
    for name, found in measures(piece).items():
        if found.headline and not name.startswith("outcome_"):
            yield name, found


def _values(found: Measure, piece: pd.DataFrame) -> np.ndarray | None:
    try:
        return found.within(piece)
    except MeasureError:  # the study keeps only some of the measures
        return None


def _line(found: Measure, sums: LuckSums, longest: float) -> MeasureEstimate:
    made = sums.share() if found.kind is Kind.share else found.bounded(sums.mean(), longest)
    unit = "days, at most the horizon" if found.kind is Kind.days else found.unit
    return MeasureEstimate.of(found, made, sums.runs - made.n)._replace(unit=unit)


def _range(rows: duckdb.DuckDBPyConnection, column: str) -> tuple[Any, Any]:
    """Smallest and largest value of a column among runs that are done, None and None when there are none."""
    sql = f"select min({column}), max({column}) from rows where status = '{DONE}'"  # noqa: S608 - the name is quoted
    low, high = rows.execute(sql).fetchone() or (None, None)
    return low, high

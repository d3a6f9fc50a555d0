"""What a finished study says at a glance: outcomes over all runs, and at both ends of every factor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.estimates import OUTCOMES
from analysis.studies.designs import DONE, Factor
from analysis.studies.sql import connect, quoted
from analysis.studies.study_folder import StudyFolder

if TYPE_CHECKING:
    import duckdb

QUARTER = 0.25
"""Share of a range that counts as its low or its high end."""


class End(NamedTuple):
    """Runs at one end of a factor, or with one of its names: how many, and the share of each outcome."""

    factor: str
    where: str
    runs: int
    shares: Mapping[str, float]


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
    """Outcomes of all runs, and at the ends of each factor; empty when outcomes are not among the outputs."""

    runs: int
    failed: int
    shares: Mapping[str, float]
    ends: tuple[End, ...]

    def contrasts(self) -> list[Contrast]:
        """For each factor its largest contrast, the largest first."""
        found = []
        for factor in dict.fromkeys(end.factor for end in self.ends):
            ends = [end for end in self.ends if end.factor == factor]
            if len(ends) > 1:
                found.append(max((_contrast(ends, outcome) for outcome in OUTCOMES), key=lambda pair: pair.swing))
        return sorted(found, key=lambda pair: -pair.swing)


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
        counts = rows.execute("select status, count(*) from rows group by status").fetchall()
        failed = sum(count for status, count in counts if status != DONE)
        done = sum(count for status, count in counts if status == DONE)
        if "outcome" not in folder.manifest["measures"] or not done:
            return Summary(done, failed, {}, ())
        overall = _ends(rows, "", "'all'")
        ends = [end for factor in folder.study.recipe.factors for end in _of_factor(rows, folder, factor)]
        return Summary(done, failed, overall[0].shares, tuple(ends))


def _of_factor(rows: duckdb.DuckDBPyConnection, folder: StudyFolder, factor: Factor) -> list[End]:
    column = quoted(factor.name)
    if folder.manifest["factors"][factor.name] not in ("double", "int64"):
        return _ends(rows, factor.name, f"{column}::varchar")
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
    """Outcome shares by where a run stands, runs that stand nowhere left out."""
    sql = f"select {place} as place, outcome, count(*) from rows where status = '{DONE}' group by all"  # noqa: S608
    counts: dict[str, dict[str, int]] = {}
    for where, outcome, count in rows.execute(sql).fetchall():
        if where is not None:
            counts.setdefault(where, {})[outcome] = count
    found = []
    for where in sorted(counts):
        total = sum(counts[where].values())
        shares = {outcome: counts[where].get(outcome, 0) / total for outcome in OUTCOMES}
        found.append(End(factor, where, total, shares))
    return found


def _range(rows: duckdb.DuckDBPyConnection, column: str) -> tuple[Any, Any]:
    """Smallest and largest value of a column among runs that are done, None and None when there are none."""
    sql = f"select min({column}), max({column}) from rows where status = '{DONE}'"  # noqa: S608 - the name is quoted
    low, high = rows.execute(sql).fetchone() or (None, None)
    return low, high

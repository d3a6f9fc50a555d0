"""Many runs counted: one row of measures per run, as a table, and any of them told in full on request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sim.files.variants import vary
from sim.results.trajectory import Trajectory
from sim.scenario.scenario import Scenario
from sim.state.summary_columns import HEAD, PER_SIDE, SIDE_KINDS, Kind, summary_columns
from sim.vocabulary import actions as a
from sim.vocabulary import levels
from sim.vocabulary import outcomes as outcome_words
from sim.vocabulary.codes import BOTH, FIRST_MEDIATOR, NOBODY

if TYPE_CHECKING:
    import pandas
    import pyarrow

Tell = Callable[[Scenario, int, int, str], Trajectory]
"""Tells one run in full: scenario, seed, run, parameters."""


class Variants(Sequence[Scenario]):
    """Scenarios that differ from one in a table of settings, made when they are asked for.

    Parameters
    ----------
    base : Scenario
        What they vary.
    settings : mapping of str to sequence of float
        By path, one value for each variant.
    """

    def __init__(self, base: Scenario, settings: Mapping[str, Sequence[float]]) -> None:
        self.base = base
        self.settings = settings

    def __len__(self) -> int:
        return len(next(iter(self.settings.values()), ()))

    def __getitem__(self, row: Any) -> Any:
        """The variant of a row."""
        if isinstance(row, slice):
            return [self[k] for k in range(*row.indices(len(self)))]
        return vary(self.base, {path: plain_number(values[row]) for path, values in self.settings.items()})

    def check(self, extreme: Mapping[str, float]) -> None:
        """Refuse settings that are not allowed, one path at a time (a range is allowed when both its ends are)."""
        for path, value in extreme.items():
            vary(self.base, {path: plain_number(value)})


def plain_number(value: Any) -> int | float:
    """A number as a scenario file would have it: whole ones, which some fields ask for, without a point."""
    number = float(value)
    return int(number) if number.is_integer() else number


@dataclass(frozen=True, eq=False, repr=False)
class Runs:
    """Runs of one or several scenarios (rows) with the same luck in each row.

    Attributes
    ----------
    scenarios : sequence of Scenario
        The rows.
    seed : int
        Seed of all luck.
    parameters : str
        ``central`` or ``drawn``.
    row, run : arrays of int
        For each entry, which scenario and which run of the seed.
    measures : mapping of str to array
        Numbers by column and entry; a column that a row's scenario lacks holds NaN.
    pictures : mapping of str to array of shape (entries, steps + 1), or empty
        The course of each run: pressures, markets, the relation; NaN after a run's end.
    partial : bool
        Whether some of the runs asked for are missing.
    """

    scenarios: Sequence[Scenario]
    seed: int
    parameters: str
    row: npt.NDArray[np.int64]
    run: npt.NDArray[np.int64]
    measures: Mapping[str, npt.NDArray[np.float64]]
    pictures: Mapping[str, npt.NDArray[np.float64]]
    partial: bool
    tell: Tell

    def __len__(self) -> int:
        return len(self.run)

    def __getitem__(self, entry: int) -> Trajectory:
        """The full record of an entry, equal to ``run_one`` with its seed, run and parameters."""
        scenario = self.scenarios[int(self.row[entry])]
        return self.tell(scenario, self.seed, int(self.run[entry]), self.parameters)

    def __iter__(self) -> Iterator[Trajectory]:
        return (self[entry] for entry in range(len(self)))

    def __repr__(self) -> str:
        names = ", ".join(dict.fromkeys(scenario.name for scenario, _ in self._casts()))
        return f"<Runs of {names}: {len(self)} entries, seed={self.seed}, {self.parameters}>"

    @property
    def outcomes(self) -> npt.NDArray[np.str_]:
        """The outcome class of each entry."""
        return np.array(outcome_words.WORDS)[self.measures["outcome"].astype(np.int64)]

    def columns(self) -> dict[str, Any]:
        """The table of runs as plain columns: words for codes, NaN for days that never came and numbers not there."""
        table: dict[str, Any] = {"row": self.row, "run": self.run, "seed": np.full(len(self), self.seed)}
        table["horizon_days"] = self._horizons()
        for kind in Kind:
            for name in (name for name, its_kind in HEAD if its_kind is kind):
                table[name] = self._column(name, kind)
        return table | self._side_columns() | self._settlements()

    def _column(self, name: str, kind: Kind) -> Any:
        """One column of the dyad, read as its kind says."""
        numbers = self.measures[name]
        if kind is Kind.outcome:
            return self.outcomes
        if kind in WORDS:
            return self._words(name, WORDS[kind])
        if kind in MISSING:
            return np.where(numbers < 0, np.nan, numbers)
        return numbers > 0 if kind is Kind.ever else numbers

    def _side_columns(self) -> dict[str, Any]:
        table = {}
        for side in sorted({side for scenario, _ in self._casts() for side in scenario.leaders}):
            for name in PER_SIDE:
                numbers = self.measures[f"{name}_{side}"]
                table[f"{name}_{side}"] = (
                    np.where(numbers < 0, np.nan, numbers) if SIDE_KINDS[name] in MISSING else numbers
                )
            for action in a.WORDS:
                table[f"{action}_count_{side}"] = self.measures[f"{action}_count_{side}"]
        return table

    def _settlements(self) -> dict[str, Any]:
        names = [name for name in self.measures if name.startswith("settlement_")]
        return {name: np.where(self.measures[name] < 0, np.nan, self.measures[name]) for name in names}

    def _words(self, column: str, word: Callable[[Scenario, int], str]) -> npt.NDArray[np.object_]:
        """A coded column in words, row by row of scenarios."""
        codes = self.measures[column].astype(np.int64)
        words = np.empty(len(self), dtype=object)
        for scenario, chosen in self._casts():
            for code in np.unique(codes[chosen]):
                words[chosen & (codes == code)] = word(scenario, int(code))
        return words

    def _horizons(self) -> npt.NDArray[np.float64]:
        """Days for which each entry was watched at most."""
        days = np.zeros(len(self))
        for scenario, chosen in self._casts():
            days[chosen] = scenario.horizon_days
        return days

    def _casts(self) -> Iterator[tuple[Scenario, npt.NDArray[np.bool_]]]:
        """The scenarios that name the actors, each with the entries it names; variants of one share its actors."""
        if isinstance(self.scenarios, Variants):
            yield self.scenarios.base, np.ones(len(self), dtype=bool)
            return
        for row in np.unique(self.row) if len(self) else range(len(self.scenarios)):
            yield self.scenarios[int(row)], self.row == row

    def table(self) -> pandas.DataFrame:
        """The table of runs for pandas; see :meth:`columns`."""
        import pandas

        return pandas.DataFrame(self.columns())

    def arrow(self) -> pyarrow.Table:
        """Return the table of runs for Arrow, as for a Parquet file or DuckDB (needs the extra ``studies``).

        Returns
        -------
        pyarrow.Table
            One row per run, in the order and with the columns of :meth:`columns`; days that never came are NaN, not
            null.

        Raises
        ------
        ImportError
            Without pyarrow.
        """
        import pyarrow

        return pyarrow.table(self.columns())


def no_runs(scenario: Scenario) -> Runs:
    """A table of runs with no run in it: it has the columns that runs of the scenario have."""
    nothing, none = np.zeros(0), np.zeros(0, dtype=np.int64)
    measures = dict.fromkeys(summary_columns(sorted(scenario.leaders), list(scenario.issues)), nothing)
    return Runs([scenario], 0, "central", none, none, measures, {}, partial=False, tell=_no_run)


def _no_run(scenario: Scenario, seed: int, run: int, parameters: str) -> Trajectory:
    raise IndexError(f"run {run} of {scenario.name} (seed {seed}, {parameters}) is not in a table without runs")


def joined(parts: Sequence[Runs]) -> Runs:
    """Join tables of one and the same question, such as runs 0 to 15 and 16 to 99 of a scenario, into one.

    Parameters
    ----------
    parts : sequence of Runs
        At least one; all with the same scenarios, columns, seed and kind of parameters.

    Returns
    -------
    Runs
        Their entries one after the other; partial when the last part is.
    """
    first = parts[0]
    if len(parts) == 1:
        return first
    return replace(
        first,
        row=np.concatenate([part.row for part in parts]),
        run=np.concatenate([part.run for part in parts]),
        measures={name: np.concatenate([part.measures[name] for part in parts]) for name in first.measures},
        pictures={name: np.concatenate([part.pictures[name] for part in parts]) for name in first.pictures},
        partial=parts[-1].partial,
    )


def _actor(scenario: Scenario, code: int) -> str:
    if code == BOTH:
        return "both"
    if code == NOBODY:
        return ""
    return sorted(scenario.leaders)[code] if code < FIRST_MEDIATOR else list(scenario.mediators)[code - FIRST_MEDIATOR]


def _level(_: Scenario, code: int) -> str:
    return "" if code == NOBODY else levels.WORDS[code]


def _mediator(scenario: Scenario, code: int) -> str:
    return "" if code == NOBODY else list(scenario.mediators)[code]


WORDS: Mapping[Kind, Callable[[Scenario, int], str]] = {
    Kind.asker: _actor,
    Kind.level: _level,
    Kind.mediator: _mediator,
}
"""How codes become words, by the kind of the column."""
MISSING = (Kind.day, Kind.maybe)
"""Kinds whose numbers below 0 say that there is none."""

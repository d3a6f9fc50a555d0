"""The runs of one part of a study as one table: fast where only numbers differ, and a run that fails costs one row."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from analysis.studies.designs import DONE, REPLICATION, ROW, STATUS, Factor
from analysis.studies.parts_layout import Part
from analysis.studies.study import Changes, Recipe, changes_of, plain
from analysis.studies.study_columns import CELL, ERROR, FAILED, HORIZON, TRACEBACK, factor_column, measured
from sim.files import ScenarioError, vary
from sim.run import make_counter
from sim.version import __version__

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from sim.results.runs import Runs
    from sim.scenario import Scenario

Positions = NDArray[np.int64]
Numbers = NDArray[np.float64]
Stop = Callable[[], bool]

KEPT_OPEN = 64
"""Scenarios kept open at once; a study with more alternatives opens them again when they come round."""

ENTANGLED = ("pressure", "weight", "scheduled")
"""Parts of paths to numbers whose allowed values depend on other fields: such rows are checked one by one."""


class Counter(Protocol):
    """What :func:`sim.run.make_counter` returns, as far as it is used here."""

    @property
    def scenario(self) -> Scenario:
        """What is run."""
        ...

    def takes(self, path: str) -> bool:
        """Whether a number can differ from run to run."""
        ...

    def count(self, seed: int, runs: Positions, settings: Mapping[str, Numbers] | None, stop: Stop | None) -> Runs:
        """Count runs, each with settings of its own."""
        ...


class Interrupted(Exception):
    """The part was given up because the study was told to stop."""


class Failure(NamedTuple):
    """Why a run failed: the error in a line, and where it happened."""

    error: str
    traceback: str


class Piece(NamedTuple):
    """Runs of a part, by their positions in it, with their measures or with what went wrong."""

    positions: Positions
    horizon: int | None
    measures: Mapping[str, Any]
    failure: Failure | None = None


class Computer:
    """Computes parts of a study; several threads may ask one computer at once.

    Parameters
    ----------
    recipe : Recipe
        The study's.
    schema : pyarrow.Schema
        Columns of a part.
    """

    def __init__(self, recipe: Recipe, schema: pa.Schema) -> None:
        self.recipe = recipe
        self.schema = schema
        self._base: Counter = make_counter(recipe.scenario, recipe.parameters)
        self._open: dict[str, Counter | Failure] = {}
        self._lock = Lock()
        self._direct = tuple(factor for factor in recipe.factors if _is_direct(recipe, factor, self._base))
        self._structural = tuple(factor for factor in recipe.factors if factor not in self._direct)
        self._direct_paths = [path for factor in self._direct for path in factor.paths]
        self._entangled = any(_is_entangled(path) for path in self._direct_paths)

    def part(self, part: Part, values: pd.DataFrame, stop: Stop | None = None) -> pa.Table:
        """Run a part.

        Parameters
        ----------
        part : Part
            Which rows and replications.
        values : pandas.DataFrame
            The design's values of exactly these rows.
        stop : callable, optional
            Says that the study is being given up.

        Returns
        -------
        pyarrow.Table
            Sorted by design index, then replication.

        Raises
        ------
        Interrupted
            When told to stop.
        """
        replications = part.last - part.first
        rows = np.repeat(np.arange(len(values)), replications)
        runs = np.tile(np.arange(part.first, part.last), len(values))
        work = _Work(self, values, rows, runs, stop)
        pieces = [piece for group in self._groups(values) for piece in work.group(*group)]
        return _table(self, part, values, rows, pieces)

    def _groups(self, values: pd.DataFrame) -> Iterable[tuple[Changes, NDArray[np.bool_]]]:
        """Rows that share a scenario but for numbers that can be put in place run by run."""
        if not self._structural:
            return [({}, np.ones(len(values), dtype=bool))]
        names = [factor.name for factor in self._structural]
        keys = [tuple(plain(value) for value in line) for line in values[names].itertuples(index=False, name=None)]
        numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        group = np.array([numbers[key] for key in keys])
        return [(dict(zip(names, key, strict=True)), group == number) for key, number in numbers.items()]

    def opened(self, given: Changes) -> Counter | Failure:
        """The counter of the scenario that structural values make, or why there is none."""
        if not given:
            return self._base
        name = repr(sorted(given.items()))
        with self._lock:
            found = self._open.get(name)
        if found is None:
            found = self._open_one(given)
            with self._lock:
                while len(self._open) >= KEPT_OPEN:
                    del self._open[next(iter(self._open))]
                self._open[name] = found
        return found

    def _open_one(self, given: Changes) -> Counter | Failure:
        try:
            changes: dict[str, Any] = {}
            for factor in self._structural:
                changes |= changes_of(self.recipe, factor, given[factor.name])
            scenario = vary(self.recipe.scenario, changes) if changes else self.recipe.scenario
            return make_counter(scenario, self.recipe.parameters)
        except Exception as error:  # noqa: BLE001 - whatever it is, it costs these rows and no others
            return failure_of(error)

    def direct(self, values: pd.DataFrame) -> dict[str, Numbers]:
        """The numbers that are put in place run by run, by path."""
        return {
            path: values[factor.name].to_numpy(dtype=np.float64) for factor in self._direct for path in factor.paths
        }

    def needs_check(self, counter: Counter) -> bool:
        """Whether rows must be checked one by one: numbers that depend on others, or that an alternative took away."""
        paths = self._direct_paths
        return bool(paths) and (self._entangled or not all(counter.takes(path) for path in paths))


class _Work(NamedTuple):
    """One part under way."""

    computer: Computer
    values: pd.DataFrame
    rows: Positions
    runs: Positions
    stop: Stop | None

    def group(self, given: Changes, chosen: NDArray[np.bool_]) -> list[Piece]:
        """Run the rows that share a scenario."""
        counter = self.computer.opened(given)
        if isinstance(counter, Failure):
            return [Piece(np.flatnonzero(chosen[self.rows]), None, {}, counter)]
        pieces = self._refused(counter, chosen) if self.computer.needs_check(counter) else []
        for piece in pieces:
            chosen[self.rows[piece.positions]] = False
        return pieces + self._count(counter, np.flatnonzero(chosen[self.rows]))

    def _refused(self, counter: Counter, chosen: NDArray[np.bool_]) -> list[Piece]:
        """The rows whose numbers the scenario does not allow."""
        settings = self.computer.direct(self.values)
        pieces = []
        for row in np.flatnonzero(chosen):
            try:
                vary(counter.scenario, {path: float(column[row]) for path, column in settings.items()})
            except ScenarioError as error:
                pieces.append(Piece(np.flatnonzero(self.rows == row), None, {}, failure_of(error)))
        return pieces

    def _count(self, counter: Counter, positions: Positions) -> list[Piece]:
        """Run at these positions; when that fails, halve until the failing run is alone."""
        if not len(positions):
            return []
        rows = self.rows[positions]
        settings = {path: column[rows] for path, column in self.computer.direct(self.values).items()}
        try:
            counted = counter.count(self.computer.recipe.seed, self.runs[positions], settings, self.stop)
        except Exception as error:  # noqa: BLE001 - whatever it is, it costs one row
            if len(positions) == 1:
                return [Piece(positions, counter.scenario.horizon_days, {}, failure_of(error))]
            half = len(positions) // 2
            return self._count(counter, positions[:half]) + self._count(counter, positions[half:])
        if counted.partial:
            raise Interrupted
        return [Piece(positions, counter.scenario.horizon_days, measured(counted))]


def _is_direct(recipe: Recipe, factor: Factor, base: Counter) -> bool:
    return factor.name not in recipe.choices and factor.is_numeric and all(base.takes(path) for path in factor.paths)


def _is_entangled(path: str) -> bool:
    return not set(ENTANGLED).isdisjoint(path.split("."))


def failure_of(error: Exception) -> Failure:
    """An error as a study keeps it."""
    said = "; ".join(str(error).splitlines()) or "no message"
    return Failure(f"{type(error).__name__}: {said}", "".join(traceback.format_exception(error)))


def _table(computer: Computer, part: Part, values: pd.DataFrame, rows: Positions, pieces: Sequence[Piece]) -> pa.Table:
    """Pieces in their order, with where each run comes from."""
    import pyarrow as pa

    tables = [_piece_table(computer, piece) for piece in pieces]
    answers = tables[0] if len(tables) == 1 else pa.concat_tables(tables)
    order = np.concatenate([piece.positions for piece in pieces])
    if not np.array_equal(order, np.arange(len(order))):
        answers = answers.take(pa.array(np.argsort(order, kind="stable")))
    known = _origin(computer, part, values, rows) | {name: answers[name] for name in answers.column_names}
    return pa.table([known[name] for name in computer.schema.names], schema=computer.schema)


def _origin(computer: Computer, part: Part, values: pd.DataFrame, rows: Positions) -> dict[str, Any]:
    import pyarrow as pa

    recipe = computer.recipe
    replication = np.tile(np.arange(part.first, part.last), len(values))
    index = values[ROW].to_numpy()[rows]
    found = {ROW: index, CELL: index * recipe.replications + replication}
    found |= {REPLICATION: replication, "run": replication, "seed": np.full(len(rows), recipe.seed)}
    found = {name: pa.array(column) for name, column in found.items()}
    found["version"] = pa.repeat(pa.scalar(__version__), len(rows))
    taken = pa.array(rows)
    for factor in recipe.factors:
        field = computer.schema.field(factor.name)
        column = factor_column(values[factor.name], str(field.type))
        found[factor.name] = pa.array(column, type=field.type).take(taken)
    return found


def _piece_table(computer: Computer, piece: Piece) -> pa.Table:
    """What the runs of a piece measured; what they lack is null."""
    import pyarrow as pa

    known_otherwise = {*ORIGIN, *(factor.name for factor in computer.recipe.factors)}
    fields = [field for field in computer.schema if field.name not in known_otherwise]
    return pa.table([_piece_column(piece, field) for field in fields], schema=pa.schema(fields))


def _piece_column(piece: Piece, field: pa.Field) -> pa.Array:
    import pyarrow as pa

    alike = _alike(piece)
    if field.name in piece.measures and field.name not in alike:
        return pa.array(piece.measures[field.name], type=field.type, from_pandas=True)
    return pa.repeat(pa.scalar(alike.get(field.name), type=field.type), len(piece.positions))


def _alike(piece: Piece) -> dict[str, Any]:
    """The columns that have one value for all runs of a piece."""
    if piece.failure is None:
        return {HORIZON: piece.horizon, STATUS: DONE}
    return {HORIZON: piece.horizon, STATUS: FAILED, ERROR: piece.failure.error, TRACEBACK: piece.failure.traceback}


ORIGIN = (ROW, CELL, REPLICATION, "seed", "run", "version")
"""Columns that say where a row comes from."""

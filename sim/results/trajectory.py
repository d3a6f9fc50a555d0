"""The whole record of one run: what happened, step by step, event by event, decision by decision."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sim.results.outcome import Outcome, flatten_outcome
from sim.results.record_columns import TABLES, column_of
from sim.scenario.scenario import FORMAT, Scenario

if TYPE_CHECKING:  # pandas takes longer to import than a run takes to happen
    import pandas

Table = Mapping[str, tuple[Any, ...]]
"""A table as plain columns of equal length."""

_CONVERT = {"float": float, "int": int, "str": str, "bool": bool}


@dataclass(frozen=True, eq=False, repr=False)
class Trajectory:
    """The record of one run; it cannot be changed.

    Attributes
    ----------
    scenario : Scenario
        What was run.
    seed, run : int
        Address of the run's luck, both 0 to 2**32 - 1.
    parameters : str
        ``central`` or ``drawn``.
    order : str
        Who moved first: ``poisson``, or the order under the fixed clock.
    version : str
        Version of climbdown that made it.
    columns : mapping of str to table
        ``steps``, ``events`` and ``decisions`` as plain columns; :mod:`sim.results.record_columns` documents each.
    outcome : Outcome
        How it ended.
    format : int
        In which format it was kept; a record of an earlier one came about under other rules.
    """

    scenario: Scenario
    seed: int
    run: int
    parameters: str
    order: str
    version: str
    columns: Mapping[str, Table] = field(init=False)
    outcome: Outcome = field(init=False)
    format: int

    def __init__(  # noqa: PLR0913 - a record has the parts it has
        self,
        scenario: Scenario,
        seed: int,
        run: int,
        parameters: str,
        order: str,
        version: str,
        steps: Mapping[str, Sequence[Any]],
        events: Mapping[str, Sequence[Any]],
        decisions: Mapping[str, Sequence[Any]],
        outcome: Outcome,
        format: int = FORMAT,  # noqa: A002 - what the manifest calls it
    ) -> None:
        tables = dict(zip(TABLES, (steps, events, decisions), strict=True))
        values = {"scenario": scenario, "seed": seed, "run": run, "parameters": str(parameters), "order": str(order)}
        values |= {"version": version, "outcome": outcome, "format": format}
        values["columns"] = MappingProxyType({name: _freeze(name, table) for name, table in tables.items()})
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @property
    def steps(self) -> pandas.DataFrame:
        """One row per step; row 0 is the start. A fresh copy: changing it changes no record."""
        return self._frame("steps")

    @property
    def events(self) -> pandas.DataFrame:
        """One row per event, in order. A fresh copy."""
        return self._frame("events")

    @property
    def decisions(self) -> pandas.DataFrame:
        """One row for each option of each decision, with the components of utility. A fresh copy."""
        return self._frame("decisions")

    def _frame(self, table: str) -> pandas.DataFrame:
        import pandas

        return pandas.DataFrame({name: list(values) for name, values in self.columns[table].items()})

    def equals(self, other: object) -> bool:
        """Return whether the other record is the same in every bit (0.0 and -0.0 differ; missing equals missing)."""
        if not isinstance(other, Trajectory):
            return False
        if _heading(self) != _heading(other) or self.scenario != other.scenario:
            return False
        return all(_same_table(self.columns[name], other.columns[name]) for name in TABLES)

    def save(self, path: str | Path) -> Path:
        """Keep the record in a folder, or in one ``.zip``; see :func:`sim.results.record_storing.write_record`."""
        from sim.results.record_storing import write_record

        return write_record(self, path)

    @staticmethod
    def load(path: str | Path) -> Trajectory:
        """Read a record back, equal in every bit; see :func:`sim.results.record_storing.read_record`."""
        from sim.results.record_storing import read_record

        return Trajectory(**read_record(path)._asdict())

    def __repr__(self) -> str:
        counts = ", ".join(f"{_length(self.columns[name])} {name}" for name in TABLES)
        return (
            f"<Trajectory {self.scenario.name} seed={self.seed} run={self.run}: {self.outcome.outcome_class}; {counts}>"
        )


def _freeze(table: str, columns: Mapping[str, Sequence[Any]]) -> Table:
    frozen: dict[str, tuple[Any, ...]] = {}
    for name, values in columns.items():
        column = column_of(table, name)
        if column is None:
            raise ValueError(f"{table} has a column {name!r} that sim.results.record_columns does not document")
        frozen[name] = tuple(map(_CONVERT[column.kind], values))
    if len({len(values) for values in frozen.values()}) > 1:
        raise ValueError(f"the columns of {table} differ in length")
    return MappingProxyType(frozen)


def _length(table: Table) -> int:
    return len(next(iter(table.values()), ()))


def _heading(record: Trajectory) -> tuple[object, ...]:
    address = (record.seed, record.run, record.parameters, record.order, record.version)
    return (*address, flatten_outcome(record.outcome))


def _same_table(one: Table, other: Table) -> bool:
    return list(one) == list(other) and all(_same_values(one[name], other[name]) for name in one)


def _same_values(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    if one and isinstance(one[0], float) and other and isinstance(other[0], float):
        return _bits(one) == _bits(other)
    return one == other


def _bits(values: tuple[float, ...]) -> bytes:
    return array("d", [math.nan if math.isnan(value) else value for value in values]).tobytes()

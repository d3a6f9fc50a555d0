"""The columns of a study's table: where a row comes from, the values of its factors, and what the run measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.studies.designs import REPLICATION, ROW, STATUS, Design
from analysis.studies.study import Recipe, as_label
from sim.files import ScenarioError, vary
from sim.results.runs import Runs, no_runs

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

CELL = "cell"
ERROR = "error"
HORIZON = "horizon_days"
TRACEBACK = "traceback"
"""Column of a part that the table leaves to the list of failures."""

FAILED = "failed"
"""Status of a run that ended in an error."""

COLUMN_TYPES = ("double", "int64", "bool", "string")
"""Types of the columns of factors and measures, by the names that a manifest uses."""

RESERVED = (ROW, CELL, REPLICATION, "seed", "run", "version", STATUS, ERROR, TRACEBACK)
"""Columns of every study, which no factor may be called."""


def measured(runs: Runs) -> dict[str, Any]:
    """The columns of a table of runs that are measures; where a run comes from, a study says itself."""
    return {name: column for name, column in runs.columns().items() if name not in ("row", "run", "seed")}


def measure_types(recipe: Recipe) -> dict[str, str]:
    """Name and type (``double``, ``bool``, ``string``) of every measure that any alternative of the study gives."""
    found: dict[str, str] = {}
    for scenario in _casts(recipe):
        for name, column in measured(no_runs(scenario)).items():
            found.setdefault(name, _type_of(np.asarray(column)))
    kept = set(chosen(found, recipe.outputs))
    return {name: kind for name, kind in found.items() if name in kept}


def _casts(recipe: Recipe) -> Iterator[Any]:
    """The scenario, and each of its alternatives on its own: together they have all the issues there can be."""
    yield recipe.scenario
    for alternatives in recipe.choices.values():
        for changes in alternatives.values():
            if changes:
                try:
                    yield vary(recipe.scenario, changes)
                except ScenarioError:  # it may be allowed together with another factor's value; else its rows fail
                    continue


def chosen(known: Mapping[str, Any], outputs: Sequence[str]) -> list[str]:
    """The columns that outputs name: a column, or the stem of several (``trough`` for each side's); all when empty."""
    if not outputs:
        return list(known)
    return [name for name in known if any(name == output or name.startswith(f"{output}_") for output in outputs)]


def _type_of(column: Any) -> str:
    return {"b": "bool", "f": "double", "i": "int64"}.get(column.dtype.kind, "string")


def factor_types(recipe: Recipe, design: Design) -> dict[str, str]:
    """Name and type of every factor's column: what its levels are, or for a list what the whole file holds."""
    if design.kind != "list":
        return {factor.name: _factor_type(recipe, factor) for factor in design.factors}
    seen = _types_in_rows(design)
    return {name: "string" if name in recipe.choices else _joined(types) for name, types in seen.items()}


def _types_in_rows(design: Design) -> dict[str, set[str]]:
    """The types of all the values that each factor takes in the rows of a design."""
    seen: dict[str, set[str]] = {factor.name: set() for factor in design.factors}
    for table in design.chunks():
        for name, types in seen.items():
            types |= {_plain_type(value) for value in table[name].unique().tolist()}
    return seen


def _factor_type(recipe: Recipe, factor: Any) -> str:
    if factor.name in recipe.choices:
        return "string"
    if not factor.levels:
        return "int64" if factor.whole else "double"
    return _joined({_plain_type(level) for level in factor.levels})


def _plain_type(value: Any) -> str:
    return {bool: "bool", int: "int64", float: "double"}.get(type(value), "string")


def _joined(kinds: set[str]) -> str:
    """The type of a column whose values have these types."""
    if len(kinds) == 1:
        return min(kinds)
    return "double" if kinds <= {"int64", "double"} else "string"


def schema_of(factors: Mapping[str, str], measures: Mapping[str, str]) -> pa.Schema:
    """The columns of a part, in order; the table has the same without the traceback."""
    kinds = {ROW: "int64", CELL: "int64", **factors, REPLICATION: "int64", "seed": "int64", "run": "int64"}
    kinds |= {"version": "string", STATUS: "string", ERROR: "string"}
    kinds |= {} if HORIZON in factors else {HORIZON: "int64"}
    return _schema({**kinds, **measures, TRACEBACK: "string"})


def _schema(kinds: Mapping[str, str]) -> pa.Schema:
    import pyarrow as pa

    types = dict(zip(COLUMN_TYPES, (pa.float64(), pa.int64(), pa.bool_(), pa.string()), strict=True))
    return pa.schema([(name, types[kind]) for name, kind in kinds.items()])


def factor_column(values: pd.Series[Any], kind: str) -> list[Any] | Any:
    """A factor's values as the column's type wants them."""
    return [as_label(value) for value in values.tolist()] if kind == "string" else values.to_numpy()

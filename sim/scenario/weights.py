"""How heavy each consideration is for any leader anywhere: the global calibration, never mixed with a leader's traits.

Every weight stands in ``weights.csv`` with its default, range, unit, the meaning of both ends, where it comes from and
which yardsticks were looked at while it was chosen (the last column, blank or left out for none); the table of free
parameters in ``docs/odd.md`` is made from the same file.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, NamedTuple

from pydantic import create_model

from sim.scenario.bounds import Part, number
from sim.scenario.yardsticks import YardstickError, yardsticks_named


class Weight(NamedTuple):
    """One global weight: its default and range, what it means, and where the number comes from.

    ``looked_at`` names the yardsticks that helped to choose it (:mod:`sim.scenario.yardsticks`); they are no evidence.
    """

    name: str
    default: float
    low: float
    high: float
    unit: str
    meaning: str
    at_low: str
    at_high: str
    origin: str
    looked_at: tuple[str, ...] = ()


class WeightsError(ValueError):
    """A table of weights that cannot be read; says which line and why."""


def read_weights(lines: Iterable[str]) -> tuple[Weight, ...]:
    """Read a table of weights.

    Parameters
    ----------
    lines : iterable of str
        The lines of the file, the heading first.

    Raises
    ------
    WeightsError
        When the heading or a line lacks a column, a number is none or out of range, or a yardstick is unknown.
    """
    table = csv.DictReader(lines, restval="")
    if tuple(table.fieldnames or ()) != Weight._fields:
        raise WeightsError(f"weights.csv:1: the columns must be {', '.join(Weight._fields)}")
    return tuple(_weight(row, f"weights.csv:{table.line_num}") for row in table)


def _weight(row: dict[str, Any], where: str) -> Weight:
    """Read one line; only its last cell may be left out."""
    if None in row or not all(row.get(name) for name in Weight._fields[:9]):
        raise WeightsError(f"{where}: has not the columns {', '.join(Weight._fields)}; only the last may be blank")
    try:
        default, low, high = (float(row[name]) for name in ("default", "low", "high"))
        looked_at = yardsticks_named(row["looked_at"], f"{where}: looked_at of {row['name']}")
    except YardstickError as error:
        raise WeightsError(str(error)) from None
    except ValueError as error:
        raise WeightsError(f"{where}: {error}") from None
    if not (low <= default <= high and low < high):
        raise WeightsError(f"{where}: {row['name']} has the default {default:g} and the range {low:g} to {high:g}")
    words = {name: row[name] for name in ("name", "unit", "meaning", "at_low", "at_high", "origin")}
    return Weight(default=default, low=low, high=high, looked_at=looked_at, **words)


def _read() -> tuple[Weight, ...]:
    """Read the table of weights that is shipped."""
    with files("sim.scenario").joinpath("weights.csv").open(encoding="utf-8") as lines:
        return read_weights(lines)


WEIGHTS = _read()
"""All global weights in the order of the table."""

_fields: dict[str, Any] = {
    w.name: (float, number(w.default, w.low, w.high, w.unit, w.meaning + ".", w.at_low, w.at_high)) for w in WEIGHTS
}
_Table: Any = create_model("_Table", __base__=Part, **_fields)


class Weights(_Table):
    """The global calibration: thirteen component weights and the sizes of every mechanism."""

"""How heavy each consideration is for any leader anywhere: the global calibration, never mixed with a leader's traits.

Every weight stands in ``weights.csv`` with its default, range, unit, the meaning of both ends and where it comes
from; the table of free parameters in ``docs/odd.md`` is made from the same file.
"""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import Any, NamedTuple

from pydantic import create_model

from sim.scenario.bounds import Part, number


class Weight(NamedTuple):
    """One global weight: its default and range, what it means, and where the number comes from."""

    name: str
    default: float
    low: float
    high: float
    unit: str
    meaning: str
    at_low: str
    at_high: str
    origin: str


def _read() -> tuple[Weight, ...]:
    """Read the table of weights."""
    with files("sim.scenario").joinpath("weights.csv").open(encoding="utf-8") as lines:
        rows = list(csv.reader(lines))[1:]
    return tuple(Weight(row[0], float(row[1]), float(row[2]), float(row[3]), *row[4:]) for row in rows)


WEIGHTS = _read()
"""All global weights in the order of the table."""

_fields: dict[str, Any] = {
    w.name: (float, number(w.default, w.low, w.high, w.unit, w.meaning + ".", w.at_low, w.at_high)) for w in WEIGHTS
}
_Table: Any = create_model("_Table", __base__=Part, **_fields)


class Weights(_Table):
    """The global calibration: thirteen component weights and the sizes of every mechanism."""

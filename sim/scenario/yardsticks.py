"""What numbers of the model may be held against, and what may have helped to choose them: yardsticks by name.

A yardstick that somebody looked at while choosing a number can't be evidence for the model afterwards. So every number
in ``weights.csv`` names, in its column ``looked_at``, the yardsticks that helped to choose it, and pages list as
evidence only those that helped to choose none.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from importlib.resources import files
from typing import NamedTuple


class Yardstick(NamedTuple):
    """Something that is measured of the model: its name, what it is, and where it is shown or comes from."""

    name: str
    meaning: str
    where: str


class YardstickError(ValueError):
    """A yardstick that is none; says where, and which there are."""


def _read() -> dict[str, Yardstick]:
    with files("sim.scenario").joinpath("yardsticks.csv").open(encoding="utf-8") as lines:
        rows = list(csv.reader(lines))[1:]
    return {row[0]: Yardstick(*row) for row in rows}


YARDSTICKS = _read()
"""All yardsticks by name, in the order of ``yardsticks.csv``."""


def yardsticks_named(text: str, where: str, known: Iterable[str] = tuple(YARDSTICKS)) -> tuple[str, ...]:
    """The yardsticks that a cell names.

    Parameters
    ----------
    text : str
        Names with spaces between them; blank for none.
    where : str
        What an error says of the cell's place.
    known : iterable of str
        Names that may stand there.

    Raises
    ------
    YardstickError
        When one is unknown or stands there twice.
    """
    allowed, named = tuple(known), tuple(text.split())
    for name in named:
        if name not in allowed:
            listed = ", ".join(allowed)
            raise YardstickError(f"{where}: '{name}' is no yardstick; allowed, with spaces between: {listed}")
    if len(set(named)) < len(named):
        raise YardstickError(f"{where}: names a yardstick twice")
    return named

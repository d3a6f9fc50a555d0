"""The shipped table of how runs of each case stand at the end: one line for each case and class, kept as a file.

A line says what it was counted from (lucks, seed, scenario, rules, version), so that one that no longer holds is known.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sim.results.whole_files import write_whole

if TYPE_CHECKING:
    from sim.scenario import Scenario

SHIPPED = Path(__file__).with_name("standing.csv")
"""How runs of the shipped cases stood when they were last counted."""


class StandingFileError(ValueError):
    """A file that is no table of where runs stand; says where."""


class Standing(NamedTuple):
    """How many runs of a case stand in a class at the end, and what that was counted from.

    Attributes
    ----------
    case, outcome : str
        The shipped case and the class.
    stood, lucks : int
        How many runs stood so, out of how many, each with a luck of its own.
    share, low, high : float
        The share with its 95% interval (Wilson).
    seed : int
        Of the luck.
    parameters : str
        Whether uncertain numbers were drawn.
    scenario, rules, version : str
        Hashes of the scenario and of the rules, and the version of climbdown.
    """

    case: str
    outcome: str
    stood: int
    lucks: int
    share: float
    low: float
    high: float
    seed: int
    parameters: str
    scenario: str
    rules: str
    version: str


_READ_BY = (str, str, int, int, float, float, float, int, str, str, str, str)


def scenario_hash(scenario: Scenario) -> str:
    """Twelve hex digits that change with anything that a scenario says, distributions included."""
    from sim.files.scenario_writing import scenario_yaml

    return hashlib.sha256(scenario_yaml(scenario).encode()).hexdigest()[:12]


@cache
def shipped_standings() -> tuple[Standing, ...]:
    """The lines that come with climbdown, read once a process."""
    return tuple(read_standings(SHIPPED))


def read_standings(file: Path) -> list[Standing]:
    """The lines of a file, in its order.

    Raises
    ------
    StandingFileError
        When the file is not such a table, or is not there.
    """
    try:
        rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
    except OSError as error:
        raise StandingFileError(f"{file}: cannot be read: {error.strerror or error}") from None
    if not rows or tuple(rows[0]) != Standing._fields:
        raise StandingFileError(f"{file}:1: is not a table of where runs stand; its columns are {rows[:1]}")
    return [_line(row, f"{file}:{number}") for number, row in enumerate(rows[1:], start=2)]


def _line(row: list[str], where: str) -> Standing:
    try:
        return Standing(*(read(cell) for read, cell in zip(_READ_BY, row, strict=True)))
    except ValueError as error:
        raise StandingFileError(f"{where}: does not say how runs stand: {error}") from None


def write_standings(lines: Iterable[Standing], file: Path) -> None:
    """Write lines to a file, whole or not at all; shares to four digits, which is beyond their luck.

    Raises
    ------
    OSError
        When the disk refuses.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Standing._fields)
    for line in lines:
        writer.writerow([f"{cell:.4f}" if isinstance(cell, float) else cell for cell in line])
    write_whole(file, text.getvalue())

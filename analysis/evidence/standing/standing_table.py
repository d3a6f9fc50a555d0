"""The shipped table of how runs of each case stand at the end: one line for each case and class, kept as a file.

A line says what it was counted from (lucks, seed, scenario, rules, version), so that one that no longer holds is known.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis.evidence.row_files import RowFile

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
_FILE = RowFile(
    Standing,
    dict(zip(Standing._fields, _READ_BY, strict=True)),
    StandingFileError,
    table="where runs stand",
    line="does not say how runs stand",
    numbers=".4f",
)


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
        return _FILE.read(file)
    except OSError as error:
        raise StandingFileError(f"{file}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise StandingFileError(f"{file}: cannot be read: it is no text") from None


def write_standings(lines: Iterable[Standing], file: Path) -> None:
    """Write lines to a file, whole or not at all; shares to four digits, which is beyond their luck.

    Raises
    ------
    OSError
        When the disk refuses.
    """
    _FILE.write(lines, file)

"""What is wrong with a scenario, said all at once and each at its place in the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

PROBLEMS_SHOWN = 100
"""Problems reported at most; a file with more gets the first of them and the number of the rest."""


class Spot(NamedTuple):
    """A place in a file; line and column count from 1, and 0 means that there is no file behind the value."""

    file: str
    line: int = 0
    column: int = 0


class Problem(NamedTuple):
    """One thing that is wrong: where, what, what is allowed, and a suggestion where there is one."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{where}: {self.message}"


class ScenarioError(Exception):
    """A scenario cannot be used; the text is one line a problem.

    Attributes
    ----------
    problems : list of Problem
        Everything found wrong, ordered by file, line and column.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class Findings:
    """Collects problems while a scenario is read, so that all of them are told together."""

    def __init__(self) -> None:
        self._problems: dict[Problem, None] = {}

    def __bool__(self) -> bool:
        return bool(self._problems)

    def __len__(self) -> int:
        return len(self._problems)

    def add(self, spot: Spot, message: str) -> None:
        """Note a problem at a place; the same problem at the same place counts once."""
        self._problems[Problem(*spot, message)] = None

    def stop(self) -> None:
        """Raise what was found.

        Raises
        ------
        ScenarioError
            When anything was found.
        """
        if not self._problems:
            return
        ordered = sorted(self._problems, key=lambda problem: problem[:3])
        shown, rest = ordered[:PROBLEMS_SHOWN], ordered[PROBLEMS_SHOWN:]
        if rest:
            shown.append(Problem(*rest[0][:3], f"and {len(rest)} more problems from here on; mend those above first"))
        raise ScenarioError(shown)


def fail(spot: Spot, message: str) -> ScenarioError:
    """Make the error for a single problem that leaves nothing more to read."""
    return ScenarioError([Problem(*spot, message)])

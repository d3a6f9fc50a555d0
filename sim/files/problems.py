"""What is wrong with a file, said all at once and each at its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

PROBLEMS_SHOWN = 15
"""Problems on one screen; the number of the rest stands below them, and ``--all`` shows them too."""


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
    """A scenario, study, lesson or script cannot be used; the text has one line for each of the first problems.

    Attributes
    ----------
    problems : list of Problem
        Everything found wrong: what stands in the user's own file first, then by file, line and column.
    noun : str
        What kind of file it is, which says which command shows all of it.
    """

    def __init__(self, problems: Iterable[Problem], noun: str = "scenario") -> None:
        self.problems = list(problems)
        self.noun = noun
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(problem_lines(self.problems, how=self._how()))

    def _how(self) -> str:
        """The command that shows every problem of the file; nothing where there is none, or no file."""
        verb = {"scenario": "check", "lesson": "check", "study": "sweep"}.get(self.noun)
        first = self.problems[0] if self.problems else None
        return f"climbdown {verb} {first.file} --all" if verb and first is not None and first.line else ""


def problem_lines(problems: Sequence[Problem], *, every: bool = False, how: str = "--all") -> list[str]:
    """Return one line for each problem: a screenful, the number of the rest and how to see it, or every one.

    A long list of what is allowed is given once.
    """
    shown = problems if every else problems[:PROBLEMS_SHOWN]
    rest = len(problems) - len(shown)
    counted = f"and {rest:,} more: `{how}`" if how else f"and {rest:,} more"
    return [*_said_once(map(str, shown)), *([counted] if rest else [])]


_LONG_LIST = re.compile("; allowed: (.{60,}?)(?=; did you mean|$)")


def _said_once(lines: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for line in lines:
        found = _LONG_LIST.search(line)
        if found is not None and found[1] in seen:
            yield f"{line[: found.start()]}; allowed: as above{line[found.end() :]}"
            continue
        seen |= {found[1]} if found is not None else set()
        yield line


class Findings:
    """Collects problems while a file is read, so that all of them are told together.

    Parameters
    ----------
    own : collection of str
        Files, or paths set by hand, that the user wrote: what is wrong there comes first.
    noun : str
        What kind of file is read, for messages: ``scenario``, ``study``, ``script``.
    """

    def __init__(self, own: Collection[str] = (), noun: str = "scenario") -> None:
        self.own = frozenset(own)
        self.noun = noun
        self.base: Spot | None = None
        """Where the user's file names what it extends, when it does."""
        self.notes: list[Problem] = []
        """What is allowed and yet probably not meant."""
        self._problems: dict[Problem, None] = {}

    def __bool__(self) -> bool:
        return bool(self._problems)

    def __len__(self) -> int:
        return len(self._problems)

    @property
    def has_own(self) -> bool:
        """Whether something is wrong with what the user wrote."""
        return any(problem.file in self.own for problem in self._problems)

    def is_foreign(self, spot: Spot) -> bool:
        """Tell whether a place is in a file that the user's own builds on."""
        return bool(self.own) and spot.file not in self.own

    def add(self, spot: Spot, message: str) -> None:
        """Note a problem at a place; the same problem at the same place counts once."""
        self._problems[Problem(*spot, message)] = None

    def note(self, spot: Spot, message: str) -> None:
        """Note something that is no problem and yet worth a word."""
        self.notes.append(Problem(*spot, message))

    def stop(self) -> None:
        """Raise what was found.

        Raises
        ------
        ScenarioError
            When anything was found.
        """
        if self._problems:
            ordered = sorted(self._problems, key=lambda found: (found.file not in self.own, found[:3]))
            raise ScenarioError(ordered, self.noun)


def fail(spot: Spot, message: str) -> ScenarioError:
    """Make the error for a single problem that leaves nothing more to read."""
    return ScenarioError([Problem(*spot, message)])

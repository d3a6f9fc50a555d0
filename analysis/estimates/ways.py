"""Which way runs go: first contact or none, a truce or none, and how it stands in the end, as a tree of shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from analysis.estimates.hundreds import apportioned
from analysis.estimates.shares import wilson
from sim.narrative.case_words import PLAIN, CaseWords
from sim.vocabulary import outcomes

CONTACT, NO_CONTACT, TRUCE, NO_TRUCE = "contact", "none", "agreed", "not"

NAMES: Final[Mapping[str, str]] = {
    CONTACT: "contact of the {leader.plural}",
    NO_CONTACT: "without contact of the {leader.plural}",
    TRUCE: "{truce.a} is agreed",
    NO_TRUCE: "no {truce}",
}
"""What readers call the branches before the last; those are the outcome classes."""

Path = tuple[str, ...]


class Way(NamedTuple):
    """One branch: its name, that of the branch it grows from, how deep it is, and how many runs go there.

    ``hundred`` are runs out of a hundred, shared out branch by branch so that they sum; the share is of all runs.
    """

    branch: str
    parent: str
    depth: int
    title: str
    hundred: int
    share: float
    low: float
    high: float
    runs: int


def paths_of(table: pd.DataFrame) -> list[Path]:
    """The way of each run: contact, truce, outcome."""
    contact = np.where(table["first_contact_day"].notna(), CONTACT, NO_CONTACT)
    truce = np.where(table["truce_day"].notna(), TRUCE, NO_TRUCE)
    return list(zip(contact.tolist(), truce.tolist(), table["outcome"].astype(str).tolist(), strict=True))


def ways(counts: Mapping[Path, int], words: CaseWords = PLAIN) -> pd.DataFrame:
    """The tree of runs of one scenario: a row for every branch that some run takes, before what grows from it.

    Parameters
    ----------
    counts : mapping of Path to int
        Runs by the way they go (:func:`paths_of`), each with a luck of its own.
    words : CaseWords
        What things are called in the case.

    Returns
    -------
    pandas.DataFrame
        Columns of :class:`Way`, each share with its 95% interval (Wilson).
    """
    branches, whole = _branches(counts), sum(counts.values())
    hundred = _hundreds(branches)
    lines = [
        Way(
            "/".join(branch), "/".join(branch[:-1]), len(branch), _title(branch[-1], words), hundred[branch],
            *wilson(count, whole).numbers, count,
        )
        for branch, count in branches.items()
    ]  # fmt: skip
    return pd.DataFrame(lines, columns=list(Way._fields))


def _branches(counts: Mapping[Path, int]) -> dict[Path, int]:
    """Every branch with the runs that go there, what grows from a branch right after it."""
    found: Counter[Path] = Counter()
    for path, count in counts.items():
        for depth in range(1, len(path) + 1):
            found[path[:depth]] += count
    return {branch: found[branch] for branch in sorted(found, key=_order)}


_ORDER: Final = {
    name: place for place, name in enumerate((CONTACT, NO_CONTACT, TRUCE, NO_TRUCE, *map(str, outcomes.WORDS)))
}


def _order(branch: Path) -> tuple[int, ...]:
    return tuple(_ORDER[name] for name in branch)


def _title(name: str, words: CaseWords) -> str:
    return words.fill(NAMES[name]) if name in NAMES else words[name].noun


def _hundreds(counts: Mapping[Path, int]) -> dict[Path, int]:
    """Each branch's runs out of a hundred, shared out from the root on so that branches sum to what they grow from."""
    found: dict[Path, int] = {(): 100}
    for parent in ((), *counts):
        found.update(_shared_out(parent, counts, found[parent]))
    return found


def _shared_out(parent: Path, counts: Mapping[Path, int], whole: int) -> Iterator[tuple[Path, int]]:
    grown = [branch for branch in counts if branch[:-1] == parent]
    yield from zip(grown, apportioned([counts[branch] for branch in grown], whole), strict=True)

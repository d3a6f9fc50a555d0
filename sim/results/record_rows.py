"""The rows of a record as small named things: an event, a decision, the options of a decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sim.results.trajectory import Table, Trajectory
from sim.vocabulary import components as c


class Event(NamedTuple):
    """One row of the events table; :mod:`sim.results.record_columns` documents each field."""

    event: int
    day: float
    date: str
    step: int
    kind: str
    actor: str
    target: str
    level: str
    mediator: str
    envoy: str
    amount: float
    origin: str
    cause: int
    request: int
    decision: int


class Option(NamedTuple):
    """One thing that a leader could have done in a decision, and what spoke for and against it."""

    name: str
    nest: str
    components: Mapping[str, float]
    utility: float
    probability: float


class Decision(NamedTuple):
    """One decision of one leader with all its options; `chosen` is the option taken."""

    decision: int
    day: float
    date: str
    step: int
    leader: str
    kind: str
    about: str
    request: int
    options: tuple[Option, ...]
    chosen: Option

    @property
    def likeliest(self) -> Option:
        """The option with the highest probability (the earliest of equals)."""
        return max(self.options, key=lambda option: option.probability)

    def option(self, name: str) -> Option:
        """Return the option of that name; KeyError if it was not available."""
        for option in self.options:
            if option.name == name:
                return option
        raise KeyError(name)


def events(trajectory: Trajectory) -> tuple[Event, ...]:
    """Return the events of a run in order."""
    table = trajectory.columns["events"]
    return tuple(Event._make(row) for row in zip(*(table[name] for name in Event._fields), strict=True))


def decisions(trajectory: Trajectory) -> tuple[Decision, ...]:
    """Return the decisions of a run in order, each with its options.

    Raises
    ------
    ValueError
        When a decision has no chosen option or more than one.
    """
    rows = _rows(trajectory.columns["decisions"])
    return tuple(_decision(list(group)) for _, group in groupby(rows, key=itemgetter("decision")))


def _rows(table: Table) -> Iterator[dict[str, Any]]:
    names = tuple(table)
    return (dict(zip(names, row, strict=True)) for row in zip(*table.values(), strict=True))


def _decision(rows: list[dict[str, Any]]) -> Decision:
    first = rows[0]
    options = tuple(_option(row) for row in rows)
    chosen = [option for option, row in zip(options, rows, strict=True) if row["chosen"]]
    if len(chosen) != 1:
        raise ValueError(f"decision {first['decision']} has {len(chosen)} chosen options instead of one")
    heading = {name: first[name] for name in Decision._fields[:8]}
    return Decision(**heading, options=options, chosen=chosen[0])


def _option(row: dict[str, Any]) -> Option:
    components = {name: row[name] for name in c.WORDS}
    return Option(row["option"], row["nest"], components, row["utility"], row["probability"])

"""One namespace for what goes into a study, what comes out and what is kept of it; and one factor for each number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from analysis.estimates.catalogue import measures
from analysis.studies.designs import Factor
from analysis.studies.study import Changes
from analysis.studies.study_columns import HORIZON, RESERVED, measured
from sim.files import ScenarioError, vary
from sim.files.suggestions import shown
from sim.results.runs import no_runs
from sim.scenario import Scenario

OTHERWISE = "name the factor otherwise"
LEAVE = "one of them must leave it alone"


class NamesTaken:
    """The names that a factor may not have, whatever their case: SQL answers one column for ``Ego`` and ``ego``.

    Parameters
    ----------
    scenario : Scenario or None
        What is varied; None when it could not be read, and its measures are not known.
    choices : mapping
        Alternatives by factor and label, which may bring mediators and issues of their own, and so measures.
    """

    def __init__(self, scenario: Scenario | None, choices: Mapping[str, Mapping[str, Changes]]) -> None:
        self._taken = {name.casefold(): f"is a column of every study; {OTHERWISE}" for name in RESERVED}
        for name in _measure_names(scenario, choices) if scenario is not None else ():
            self._taken.setdefault(name.casefold(), f"is a measure of every run; {OTHERWISE}")

    def take(self, factor: Factor) -> str:
        """Take a factor's name, or say why it cannot have it."""
        folded = factor.name.casefold()
        if folded == HORIZON and factor.paths == (HORIZON,):  # the column of that name holds this very number
            return ""
        reason = self._taken.get(folded)
        self._taken.setdefault(folded, f"is the name of another factor ({shown(factor.name)}); {OTHERWISE}")
        return f"{shown(factor.name)} {reason}" if reason else ""


def _measure_names(scenario: Scenario, choices: Mapping[str, Mapping[str, Changes]]) -> Iterator[str]:
    for cast in _casts(scenario, choices):
        columns = measured(no_runs(cast))
        yield from columns
        table = pd.DataFrame({name: pd.Series(column) for name, column in columns.items()})
        everybody = table.reindex(range(len(cast.mediators))).assign(mediator=list(cast.mediators))
        yield from measures(everybody)


def _casts(scenario: Scenario, choices: Mapping[str, Mapping[str, Changes]]) -> Iterator[Scenario]:
    """The scenario, and each of its alternatives on its own."""
    yield scenario
    for alternatives in choices.values():
        for changes in alternatives.values():
            try:
                yield vary(scenario, changes)
            except ScenarioError:  # reported where it is tried out
                continue


class Clash(NamedTuple):
    """A path that a factor sets although another one does, and what to say about it."""

    path: str
    message: str


class PathsTaken:
    """Who sets which place of the scenario: no two may set the same, or one a block around the other's.

    Parameters
    ----------
    held : mapping
        What the study sets for every row, value by path; a factor would silently lie over it. Of a block only what it
        writes out counts, so that a factor may vary what a new entry of a roster leaves to its default.
    """

    def __init__(self, held: Changes | None = None) -> None:
        self._owners: dict[tuple[str, ...], str] = {}
        self._held = {keys: path for path, value in (held or {}).items() for keys in _written(path, value)}

    def take(self, factor: Factor, choices: Mapping[str, Changes] | None = None) -> Clash | None:
        """Take the places that a factor sets, or return the first that another has taken."""
        paths = list(factor.paths)
        if choices is not None:
            paths = list(dict.fromkeys(path for changes in choices.values() for path in changes))
        for path in paths:
            if clash := self._clash(path, factor.name):
                return Clash(path, clash)
        for path in paths:
            self._owners[tuple(path.split("."))] = factor.name
        return None

    def _clash(self, path: str, name: str) -> str:
        keys = tuple(path.split("."))
        for known, owner in self._owners.items():
            if known == keys:
                return f"factors {shown(owner)} and {shown(name)} both set {path}; {LEAVE}"
            if _meet(known, keys):
                both = f"{shown(owner)} sets {'.'.join(known)} and {shown(name)} sets {path}"
                return f"two factors would set one number: {both}; {LEAVE}"
        return self._clash_with_held(keys, path, name)

    def _clash_with_held(self, keys: tuple[str, ...], path: str, name: str) -> str:
        held = next((held for known, held in self._held.items() if _meet(known, keys)), None)
        if held is None:
            return ""
        if held == path:
            return f"`set` and factor {shown(name)} both set {path}; {LEAVE}"
        return f"two would set one number: `set` sets {held} and factor {shown(name)} sets {path}; {LEAVE}"


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two places are the same, or one is a block around the other."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _written(path: str, value: Any) -> Iterator[tuple[str, ...]]:
    """The places that a change writes out: those of every entry of a block, or the place itself."""
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _written(f"{path}.{key}", inner)
    else:
        yield tuple(path.split("."))

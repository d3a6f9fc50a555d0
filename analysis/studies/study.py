"""What a study is: one scenario, what varies in it, which rows and how often each is run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from analysis.studies.contrast import AskedContrast
from analysis.studies.designs import Design, Factor
from sim.scenario import Scenario

Changes = Mapping[str, Any]
"""What a row does to the scenario, as ``vary`` takes it: value by path."""


class StudyError(Exception):
    """A study that cannot be begun, gone on with or asked; says why, and what to do."""


class ClusterError(StudyError):
    """A cluster that is not there, does not fit, or went away; what was stored stays."""


@dataclass(frozen=True)
class Recipe:
    """All that is needed to run a row once its values are known; small enough to be sent to a worker.

    Attributes
    ----------
    scenario : Scenario
        What every row varies.
    factors : tuple of Factor
        What varies, in the order of the columns.
    choices : mapping of str to mapping of str to Changes
        For a factor whose levels are names of alternatives: what each alternative changes.
    replications : int
        Runs of every row; replication r is run r of the seed, so that all rows share their luck.
    parameters : str
        ``central`` or ``drawn``.
    seed : int
        0 to 2**32 - 1.
    outputs : tuple of str
        Columns of the table of runs that are kept; empty for all.
    """

    scenario: Scenario
    factors: tuple[Factor, ...]
    choices: Mapping[str, Mapping[str, Changes]]
    replications: int = 1
    parameters: str = "central"
    seed: int = 0
    outputs: tuple[str, ...] = ()

    def changes(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """What a row with these factor values does to the scenario; later factors lie over earlier ones.

        Raises
        ------
        KeyError
            For the name of an alternative that the factor does not have.
        """
        found: dict[str, Any] = {}
        for factor in self.factors:
            found |= changes_of(self, factor, values[factor.name])
        return found


class Study(NamedTuple):
    """A recipe with the design that gives the values of its rows, and what it is about in words.

    ``labels`` has what its file calls factors, by name; ``measure`` and ``contrast`` are what its question is answered
    by. Nothing but recipe and design decides what a row holds, so all others may change when it is finished.
    """

    name: str
    title: str
    question: str
    recipe: Recipe
    design: Design
    labels: Mapping[str, str] = {}
    measure: str = ""
    contrast: AskedContrast | None = None

    @property
    def runs(self) -> int:
        """Runs of the whole study."""
        return self.design.size * self.recipe.replications

    def settings(self, row: int) -> dict[str, Any]:
        """The changes that a row of the design makes."""
        return self.recipe.changes(self.values(row))

    def values(self, row: int) -> dict[str, Any]:
        """The factor values of a row, as plain Python."""
        line = self.design.values(row, row + 1).iloc[0]
        return {factor.name: plain(line[factor.name]) for factor in self.recipe.factors}


def changes_of(recipe: Recipe, factor: Factor, value: Any) -> Changes:
    """What one value of one factor does to the scenario."""
    if factor.name not in recipe.choices:
        return factor.settings(value)
    alternatives = recipe.choices[factor.name]
    label = as_label(value)
    if label not in alternatives:
        raise KeyError(f"factor '{factor.name}' has no choice '{label}'; it has {', '.join(alternatives)}")
    return alternatives[label]


def as_label(value: Any) -> str:
    """A value as the name of an alternative; a switch is written as in YAML."""
    value = plain(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def plain(value: Any) -> Any:
    """A NumPy scalar as plain Python."""
    return value.item() if hasattr(value, "item") else value

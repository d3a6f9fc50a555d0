"""Runs made up from known chances, in place of the model's: what is planted must be found, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest

from analysis.evidence.claims.table import Switch
from analysis.evidence.mechanisms import switched_cases as module
from analysis.evidence.mechanisms.switched_cases import SwitchedCase
from sim import load_scenario
from sim.vocabulary.outcomes import WORDS

CASE = load_scenario("two-leaders")
HORIZON = 120.0


class World(NamedTuple):
    """Chances that runs are drawn from.

    Attributes
    ----------
    days : float
        Mean of the days to the first ask, which are exponential; contact takes as long again.
    first : float
        Chance that the first ask is aldmark's.
    ends : tuple of float
        Chances of the five endings.
    """

    days: float = 40.0
    first: float = 0.5
    ends: tuple[float, ...] = (0.2, 0.2, 0.2, 0.2, 0.2)

    @property
    def truth(self) -> dict[str, float]:
        """What the means of a table tend to."""
        limited = self.days * (1 - np.exp(-HORIZON / self.days))
        ends = {f"ends_{word}": chance for word, chance in zip(WORDS, self.ends, strict=True)}
        return {"ask_days": limited, "contact_days": limited, "asks_before": 2 * self.first - 1, **ends}


class MadeUp(NamedTuple):
    """Runs as far as a measurement looks at them."""

    drawn: pd.DataFrame

    @property
    def measures(self) -> dict[str, np.ndarray]:
        return {name: np.unique(column, return_inverse=True)[1] for name, column in self.drawn.items()}

    def table(self) -> pd.DataFrame:
        return self.drawn


def made_up(world: World, lucks: int, seed: list[int], shared: float = 0.7) -> MadeUp:
    """Runs of a world; a share of the lucks is the same as in other worlds of the same first seed."""
    common, own = np.random.default_rng(seed[:1]), np.random.default_rng(seed)
    kept = common.random(lucks) < shared
    u, v, w, x = (np.where(kept, common.random(lucks), own.random(lucks)) for _ in range(4))
    columns = {
        "horizon_days": HORIZON,
        "first_ask_day": late(-world.days * np.log(u)),
        "first_contact_day": late(-world.days * np.log(v)),
        "first_ask_by": np.where(w < world.first, "aldmark", "verenia"),
        "outcome": np.array(WORDS)[np.searchsorted(np.cumsum(world.ends)[:-1], x, side="right")],
        "peak_pressure_aldmark": 1.0,
        "peak_pressure_verenia": 1.0,
    }
    return MadeUp(pd.DataFrame(columns))


def late(days: np.ndarray) -> np.ndarray:
    """Days, missing when they are after the horizon."""
    return np.where(days > HORIZON, np.nan, days)


def case_of(row: int) -> SwitchedCase:
    """A mechanism that is planted; its runs are those of the world planted for its row."""
    return SwitchedCase(Switch(row, f"planted {row}", {}, [], "it is off"), CASE, {})


@contextmanager
def planted(as_it_is: World, without: dict[int, World], seed: int) -> Iterator[list[SwitchedCase]]:
    """Mechanisms whose effects are known: the first runs asked for are the case as it is, then the worlds in turn."""
    worlds = iter([(0, as_it_is), *without.items()])

    def runs_of(_: object, plan: module.Plan, progress: object = None) -> MadeUp:
        row, world = next(worlds)
        return made_up(world, plan.runs, [seed, 1 + row])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "runs_of", runs_of)
        yield [case_of(row) for row in without]

"""Runs among which the cases lie in a box that we put there, or nowhere in particular."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.discovery.case_table import Inputs, Trials, make_trials
from sim.luck import generator

FACTORS = ("caution", "groundwork", "ego", "clock")
SHARE = 0.12
"""Share of the settings inside the planted box."""


def runs(count: int = 2000, seed: int = 0, inside: float = 1.0, outside: float = 0.0) -> pd.DataFrame:
    """Cases where caution > 0.6 and groundwork < 0.3, and by chance elsewhere; each run has a luck of its own."""
    luck = generator(seed, "test/planted")
    table = _settings(count, luck)
    table["case"] = luck.random(count) < np.where(in_box(table), inside, outside)
    table["outcome"] = np.where(table["case"], "no_contact", "deal")
    return table


def crossed(
    settings: int, lucks: int, seed: int = 0, inside: float = 1.0, outside: float = 0.0, by_luck: float = 0.0
) -> pd.DataFrame:
    """A study: every setting under every luck, which makes cases more or less frequent by ``by_luck``."""
    luck = generator(seed, "test/crossed")
    table = _settings(settings, luck)
    table = table.loc[table.index.repeat(lucks)].reset_index(drop=True)
    table["seed"], table["run"] = 1, np.tile(np.arange(lucks), settings)
    moved = luck.normal(0, by_luck, lucks)[table["run"]]
    table["case"] = luck.random(len(table)) < np.where(in_box(table), inside, outside) + moved
    table["outcome"] = np.where(table["case"], "no_contact", "deal")
    return table.sample(frac=1, random_state=seed, ignore_index=True)


def in_box(table: pd.DataFrame) -> pd.Series:
    """Which rows are in the planted box."""
    return (table["caution"] > 0.6) & (table["groundwork"] < 0.3)


def inputs(table: pd.DataFrame) -> Inputs:
    """The factors and cases of a planted table."""
    return trials(table)[0]


def trials(table: pd.DataFrame) -> tuple[Inputs, Trials]:
    """The same with the luck of each run."""
    return make_trials(table, FACTORS, table["case"].to_numpy())


def _settings(count: int, luck: np.random.Generator) -> pd.DataFrame:
    table = pd.DataFrame({name: luck.random(count) for name in FACTORS[:3]})
    table["clock"] = luck.choice(["poisson", "fixed", "other"], count)
    return table

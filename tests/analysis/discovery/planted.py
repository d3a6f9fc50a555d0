"""Runs among which the cases lie in a box that we put there."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.discovery.case_table import Inputs, make_inputs
from sim.luck import generator

FACTORS = ("caution", "groundwork", "ego", "clock")


def runs(count: int = 2000, seed: int = 0, inside: float = 1.0, outside: float = 0.0) -> pd.DataFrame:
    """Cases where caution > 0.6 and groundwork < 0.3, and by chance elsewhere."""
    luck = generator(seed, "test/planted")
    table = pd.DataFrame({name: luck.random(count) for name in FACTORS[:3]})
    table["clock"] = luck.choice(["poisson", "fixed", "other"], count)
    in_box = (table["caution"] > 0.6) & (table["groundwork"] < 0.3)
    table["case"] = luck.random(count) < np.where(in_box, inside, outside)
    table["outcome"] = np.where(table["case"], "no_contact", "deal")
    return table


def inputs(table: pd.DataFrame) -> Inputs:
    """The factors and cases of a planted table."""
    return make_inputs(table, FACTORS, table["case"].to_numpy())

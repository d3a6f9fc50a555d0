"""Made-up tables of runs with known answers, for tests of what is made from runs."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.estimates import OUTCOMES
from sim.luck import generator
from sim.vocabulary import milestones


def runs_table(runs: int = 400, seed: int = 0, horizon: float = 180.0) -> pd.DataFrame:
    """A table with the columns of ``Runs.table()``: contact after an exponential time, mean 90 days, any outcome."""
    luck = generator(seed, "test/runs")
    days = luck.exponential(90.0, runs)
    contact = np.where(days <= horizon, days, np.nan)
    met = ~np.isnan(contact)
    table = {
        "row": 0,
        "run": np.arange(runs),
        "seed": seed,
        "outcome": np.where(met, luck.choice(OUTCOMES[:4], runs, p=[0.4, 0.3, 0.2, 0.1]), "no_contact"),
        "first_contact_day": contact,
        "first_contact_asked_by": np.where(met, luck.choice(["cn", "us", "both", "singapore"], runs), None),
        "first_voice_day": contact,
        "first_in_person_day": np.where(luck.random(runs) < 0.5, contact, np.nan),
        "mediator": np.where(luck.random(runs) < 0.3, "singapore", None),
        "truce_day": np.nan,
        "deal_day": np.nan,
        "settlement_tariffs": np.where(luck.random(runs) < 0.4, luck.random(runs), np.nan),
    }
    for name in milestones.EVER:
        table[f"ever_{name}"] = luck.random(runs) < 0.4
    for side in ("cn", "us"):
        table[f"trough_{side}"] = luck.random(runs) * 0.2
        table[f"peak_pressure_{side}"] = 50 + 50 * luck.random(runs)
        table[f"escalate_count_{side}"] = luck.integers(0, 9, runs)
        table[f"ease_count_{side}"] = luck.integers(0, 9, runs)
    return pd.DataFrame(table)

"""Studies whose rows are made up on the spot, with the shape of real ones: reports are tested without running any."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.studies.designs import Design, Factor, make_design
from analysis.studies.study import Recipe, Study
from analysis.studies.study_folder import StudyFolder
from sim.files import load_scenario
from tests.analysis.synthetic import runs_table

FACTORS = (
    Factor(("leaders.verenia.ego",), 0.0, 1.0, name="ego"),
    Factor(("leaders.verenia.caution",), 0.0, 1.0, name="caution"),
)
CHOICE = Factor(("host",), levels=("nobody", "one", "all"), name="host")


@dataclass(frozen=True)
class MadeFolder(StudyFolder):
    """A folder whose rows are at hand."""

    table_of_rows: pd.DataFrame = None

    def rows(self, columns: list[str] | None = None) -> pd.DataFrame:
        return self.table_of_rows if columns is None else self.table_of_rows[columns]


def made_rows(design: Design, replications: int) -> pd.DataFrame:
    """Rows of a study in which a high ego puts contact off and brings blow-ups, and nothing else does anything."""
    plan = design.values()
    rows = plan.loc[plan.index.repeat(replications)].reset_index(drop=True)
    table = runs_table(len(rows), horizon=1e9).drop(columns=["row", "run", "seed"])
    rows["replication"] = np.tile(np.arange(replications), len(plan))
    ego = rows["ego"].to_numpy(dtype=float) if "ego" in rows else np.zeros(len(rows))
    days = table["first_contact_day"].to_numpy() * (0.3 + 2 * ego)
    table["first_contact_day"] = np.where(days <= 180, days, np.nan)
    never = np.isnan(table["first_contact_day"].to_numpy())
    table["outcome"] = np.where(never, "no_contact", np.where(ego > 0.7, "blow_up", table["outcome"]))
    table["first_contact_asked_by"] = table["first_contact_asked_by"].where(~never, None)
    head = {"seed": 7, "run": rows["replication"], "version": "0.1.0", "status": "done", "horizon_days": 180}
    return pd.concat([rows.assign(**head), table], axis=1)


def made_study(
    kind: str = "grid", factors: tuple[Factor, ...] = FACTORS, replications: int = 4, **options: int
) -> MadeFolder:
    """A study of that design over made-up rows."""
    gridded = tuple(factor.gridded() for factor in factors) if kind == "grid" else factors
    design = make_design(kind, gridded, 7, **options)
    choices = {"host": {"nobody": {"mediators": {}}, "one": {}, "all": {}}} if CHOICE in factors else {}
    recipe = Recipe(load_scenario("two-leaders"), design.factors, choices, replications, "central", 7)
    study = Study("made", "A made-up study", "Does ego matter?", recipe, design)
    return MadeFolder(Path("made.study"), study, {}, made_rows(design, replications))

"""Who runs the same confrontation: the compiled engine, the same rules in plain Python, the Mesa model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from sim.engines.compiled.engine import Jobs, cut, run_jobs
from sim.engines.compiled.plan import Prepared, prepare
from sim.engines.compiled.uncompiled import run_batch_plainly
from sim.engines.mesa import NegotiationModel
from sim.files import load_scenario
from sim.run import make_model
from sim.scenario import Scenario
from sim.state.course_columns import N_PICTURE

SCENARIO = "us-china-2025"
SEED = 0
Rows = npt.NDArray[np.float64]


@cache
def shipped() -> Scenario:
    """The shipped scenario that everything is measured on."""
    return load_scenario(SCENARIO)


@cache
def opened() -> Prepared:
    """The shipped scenario opened once with its central parameters."""
    return prepare(shipped(), "central")


def count(prepared: Prepared, runs: Sequence[int], threads: int = 1) -> Rows:
    """Count runs with the compiled engine and return their summaries in order."""
    rows = np.zeros((len(runs), len(prepared.columns)))
    for batch in run_jobs(prepared, Jobs(SEED, np.asarray(runs, dtype=np.int64)), threads):
        rows[batch.first : batch.first + len(batch.rows)] = batch.rows
    return rows


def count_plainly(prepared: Prepared, runs: Sequence[int]) -> Rows:
    """Count runs with the same rules in plain Python, without Mesa and without records of steps and decisions."""
    rows = np.zeros((len(runs), len(prepared.columns)))
    jobs = Jobs(SEED, np.asarray(runs, dtype=np.int64))
    batch = cut(prepared, jobs, np.zeros(0, dtype=np.int64), slice(0, len(runs)))
    run_batch_plainly(prepared, batch, rows, np.zeros((len(runs), 0, N_PICTURE)))
    return rows


def run_mesa(runs: Sequence[int]) -> list[NegotiationModel]:
    """Run the Mesa model to its end, run by run; the models, for what they hold."""
    models = []
    for run in runs:
        model = make_model(shipped(), SEED, run)
        model.run_model()
        models.append(model)
    return models


def column(prepared: Prepared, rows: Rows, name: str) -> Rows:
    """One column of summaries."""
    return rows[:, prepared.columns.index(name)]

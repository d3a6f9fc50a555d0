"""How much faster the compiled engine counts runs than Mesa's own batch runner: one thread against one process."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from mesa import batch_run

from ratios.clock import medians
from ratios.contenders import SEED, column, count, count_plainly, opened, run_mesa, shipped
from ratios.findings import Findings, Ratio, Table
from sim.engines.mesa import NegotiationModel

AIM = 1000.0


def measure(runs: int, times: int, repeats: int) -> Findings:
    """Compare the three ways of running the same runs.

    Parameters
    ----------
    runs : int
        Runs of the slow contenders, numbers 0 to ``runs - 1``.
    times : int
        How often the compiled engine counts these same runs in a round, to last long enough for the clock.
    repeats : int
        Rounds.
    """
    numbers = list(range(runs))
    check_same_runs(numbers)
    contenders: dict[str, Callable[[], object]] = {
        "mesa.batch_run": partial(run_batch, numbers),
        "plain Python": partial(count_plainly, opened(), numbers),
        "compiled": partial(count, opened(), numbers * times),
    }
    pieces = {"mesa.batch_run": runs, "plain Python": runs, "compiled": runs * times}
    taken = {name: t.per(pieces[name]) for name, t in medians(contenders, repeats).items()}
    mesa, plain, fast = (taken[name] for name in contenders)
    found = Findings("a. Compiled, one thread, against mesa.batch_run in one process")
    found.ratios = [
        Ratio("a", "mesa.batch_run / compiled, CPU time", mesa.cpu / fast.cpu, AIM),
        Ratio("a", "mesa.batch_run / compiled, wall time", mesa.wall / fast.wall),
        Ratio("a", "the same rules in plain Python, without Mesa / compiled, CPU time", plain.cpu / fast.cpu),
    ]
    rows = [(name, t.cpu * 1e3, t.wall * 1e3) for name, t in taken.items()]
    found.tables = [Table("Milliseconds a run", ("contender", "CPU", "wall"), rows)]
    found.notes = [_what_bounds_it(mesa.cpu, plain.cpu, fast.cpu)]
    return found


def run_batch(numbers: list[int]) -> list[dict[str, object]]:
    """Mesa's batch runner over the runs; the scenario is read beforehand, which spares Mesa the reading."""
    parameters = {"scenario": [shipped()], "seed": SEED, "run": numbers}
    rows: list[dict[str, object]] = batch_run(
        NegotiationModel, parameters=parameters, number_processes=1, max_steps=10**9, display_progress=False
    )
    return rows


def check_same_runs(numbers: list[int]) -> None:
    """Stop when the contenders do not run the same: a faster engine that ran something else would prove nothing."""
    compiled = count(opened(), numbers)
    if not np.array_equal(compiled, count_plainly(opened(), numbers), equal_nan=True):
        raise SystemExit("compiled and plain Python differ; run the tests of agreement")
    ended = np.ceil(column(opened(), compiled, "end_day"))
    if [model.day for model in run_mesa(numbers)] != ended.tolist():
        raise SystemExit("compiled and Mesa end on different days; run the tests of agreement")


def _what_bounds_it(mesa: float, plain: float, fast: float) -> str:
    return (
        f"Of the Mesa run's {mesa * 1e3:.0f} ms, {plain * 1e3:.0f} ms are the rules themselves in plain Python and"
        f" {(mesa - plain) * 1e3:.0f} ms are what Mesa's run keeps besides: every step's columns and every decision's"
        f" reasons (part d). The compiled run keeps a summary and is bound by the rules' own arithmetic (part c):"
        f" a ratio of {AIM:,.0f} would need a run of {mesa / AIM * 1e6:.0f} microseconds instead of {fast * 1e6:.0f}."
    )

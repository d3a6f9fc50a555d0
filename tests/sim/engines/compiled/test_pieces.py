"""Do pieces hold all runs once and in order, and is a partial one the last?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sim.engines.compiled import pieces as module
from sim.engines.compiled.pieces import FEW_RUNS, pieces
from sim.results.runs import Runs
from sim.run import run_many
from tests.sim.rules.worlds import PLAIN

TABLE = run_many(PLAIN, runs=1)


def made(partial_from: int = 10**9) -> Callable[..., Runs]:
    """Makes tables that are no more than their run numbers."""

    def run_some(runs: int, first_run: int) -> Runs:
        import numpy as np

        numbers = np.arange(first_run, first_run + runs)
        measures = {name: np.zeros(runs) for name in TABLE.measures}
        return replace(TABLE, run=numbers, row=numbers * 0, measures=measures, partial=first_run >= partial_from)

    return run_some


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize(("runs", "piece"), [(1, 5), (10, 5), (103, 50)])
def test_every_run_is_there_once(runs: int, piece: int, plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "plain_for_now", lambda: plain)
    shown: list[Runs] = []
    found = list(pieces(made(), runs, piece, shown.append))
    assert [number for table in found for number in table.run] == list(range(runs))
    assert all(len(table) <= piece for table in found)
    assert [number for table in shown for number in table.run] == (list(range(runs)) if plain else [])
    assert all(len(table) <= FEW_RUNS for table in shown)


def test_nothing_comes_after_a_partial_table() -> None:
    found = list(pieces(made(partial_from=20), 100, 10, None))
    assert [table.partial for table in found] == [False, False, True]

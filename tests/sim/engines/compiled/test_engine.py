"""Are batches spread over threads, given back whole, and stopped when nobody wants them any more?"""

from __future__ import annotations

import threading

import numpy as np
import pytest

from sim.engines.compiled import engine
from sim.engines.compiled.engine import Jobs, cut, run_jobs, trace, warm_up
from sim.engines.compiled.plan import prepare
from sim.files import load_scenario, vary

SHORT = vary(load_scenario("us-dprk-2019"), {"horizon_days": 5})


def jobs(runs: int) -> Jobs:
    return Jobs(0, np.arange(runs, dtype=np.int64))


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_every_run_comes_back_once(threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BATCH_RUNS", 10)
    batches = list(run_jobs(prepare(SHORT), jobs(95), threads))
    assert sorted((batch.first, len(batch.rows)) for batch in batches) == [
        *((k, 10) for k in range(0, 90, 10)),
        (90, 5),
    ]


def test_no_more_than_a_few_batches_are_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory stays flat however many runs are asked for: whoever reads slowly is not flooded."""
    monkeypatch.setattr(engine, "BATCH_RUNS", 1)
    begun = []
    original = engine.cut
    monkeypatch.setattr(engine, "cut", lambda *given: begun.append(1) or original(*given))
    batches = run_jobs(prepare(SHORT), jobs(500), 2)
    next(batches)
    assert len(begun) <= 8
    batches.close()
    before = len(begun)
    assert before < 20


def test_closing_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    batches = run_jobs(prepare(SHORT), jobs(1000), 4)
    next(batches)
    batches.close()
    assert threading.active_count() == before


def test_pictures_only_when_asked_for() -> None:
    prepared = prepare(SHORT)
    without = next(run_jobs(prepared, jobs(3), 1))
    pictured = next(run_jobs(prepared, jobs(3), 1, with_pictures=True))
    assert without.pictures.shape[:2] == (3, 0)
    assert pictured.pictures.shape[:2] == (3, 6)
    assert without.rows.tobytes() == pictured.rows.tobytes()


def test_a_trace_holds_the_start_and_every_step() -> None:
    prepared = prepare(SHORT)
    history, memory = trace(prepared, 0, 3)
    assert history.shape == (6, len(prepared.template))
    assert memory.record["dyad"]["step"][0, 0] == 5
    assert history[5].tobytes() == memory.state.tobytes()


def test_a_cut_holds_its_part_of_the_settings() -> None:
    asked = Jobs(4, np.arange(6, dtype=np.int64), ("leaders.us.ego",), np.arange(6.0).reshape(6, 1))
    batch = cut(prepare(SHORT), asked, np.array([1]), slice(2, 4))
    assert (batch.seed, batch.runs.tolist(), batch.values.tolist()) == (4, [2, 3], [[2.0], [3.0]])


def test_the_kernel_is_compiled_for_one_signature() -> None:
    """Every way of calling it shares one compilation."""
    from sim.engines.compiled.compiling import compiled_kernel

    prepared = prepare(SHORT, "drawn")
    warm_up(prepared)
    list(run_jobs(prepared, jobs(3), 1, with_pictures=True))
    list(run_jobs(prepare(SHORT), Jobs(0, np.arange(3), ("leaders.us.ego",), np.full((3, 1), 0.5)), 1))
    trace(prepared, 0, 0)
    assert len(compiled_kernel().signatures) == 1

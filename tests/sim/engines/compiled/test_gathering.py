"""Is the table in the order asked for, whatever finishes first, and what is missing marked as missing?"""

from __future__ import annotations

import numpy as np
import pytest

from sim.engines.compiled import engine
from sim.engines.compiled.engine import Jobs
from sim.engines.compiled.gathering import gather, join, join_pictures
from sim.engines.compiled.plan import prepare
from sim.files import load_scenario, vary
from sim.state.course_columns import N_PICTURE

SHORT = vary(load_scenario("us-dprk-2019"), {"horizon_days": 5})


def test_interrupted_runs_are_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BATCH_RUNS", 10)
    prepared, asked = prepare(SHORT), Jobs(0, np.arange(100, dtype=np.int64))
    whole = gather(prepared, asked, 1)
    told: list[int] = []

    def stop(done: int) -> None:
        told.append(done)
        if len(told) == 3:
            raise KeyboardInterrupt

    part = gather(prepared, asked, 1, progress=stop)
    assert whole.done.all()
    assert part.done.tolist() == [True] * 30 + [False] * 70
    assert part.rows[:30].tobytes() == whole.rows[:30].tobytes()
    assert np.isnan(part.rows[30:]).all()
    assert told == [10, 10, 10]


def test_columns_that_a_block_lacks_are_missing() -> None:
    joined = join([("a", "b"), ("b", "c")], [np.array([[1.0, 2.0]]), np.array([[3.0, 4.0], [5.0, 6.0]])])
    assert list(joined) == ["a", "b", "c"]
    assert joined["b"].tolist() == [2.0, 3.0, 5.0]
    assert joined["a"][0] == 1.0
    assert np.isnan(joined["a"][1:]).all()
    assert np.isnan(joined["c"][0])


def test_pictures_are_padded_to_the_longest() -> None:
    pair = ("a", "b")
    joined = join_pictures([pair, pair], [np.ones((1, 2, N_PICTURE)), np.full((1, 4, N_PICTURE), 2.0)])
    assert joined["a.pressure"].shape == (2, 4)
    assert joined["tension"][1].tolist() == [2.0] * 4
    assert np.isnan(joined["tension"][0, 2:]).all()
    assert join_pictures([pair], [np.ones((3, 0, N_PICTURE))]) == {}

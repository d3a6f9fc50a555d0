"""Does a counter answer piece by piece what one large question would have answered?"""

from __future__ import annotations

import numpy as np
import pytest

from sim.files import load_scenario, vary
from sim.run import make_counter, rules_digest, run_many, run_one

SCENARIO = vary(load_scenario("two-leaders"), {"horizon_days": 40})
EGO = f"leaders.{min(SCENARIO.leaders)}.ego"


def test_pieces_equal_the_whole() -> None:
    counter = make_counter(SCENARIO, "drawn")
    whole = run_many(SCENARIO, seed=3, runs=150, settings={EGO: [0.2, 0.9]})
    runs = np.tile(np.arange(150), 2)
    values = np.repeat([0.2, 0.9], 150)
    order = np.random.Generator(np.random.Philox(1)).permutation(300)
    piece = counter.count(3, runs[order], {EGO: values[order]})
    for name, column in whole.measures.items():
        np.testing.assert_array_equal(piece.measures[name], column[order])
    assert not piece.partial


def test_any_of_its_runs_can_be_told() -> None:
    counted = make_counter(SCENARIO, "central").count(5, [4, 2], {EGO: [0.1, 0.8]})
    assert counted[1].equals(run_one(vary(SCENARIO, {EGO: 0.8}), seed=5, run=2))
    assert make_counter(SCENARIO).count(5, [3])[0].equals(run_one(SCENARIO, seed=5, run=3, parameters="drawn"))


def test_no_runs_still_have_columns() -> None:
    assert set(make_counter(SCENARIO).count(0, []).columns()) == set(run_many(SCENARIO, runs=1).columns())


def test_told_to_stop_it_leaves_the_rest_out() -> None:
    counted = make_counter(SCENARIO).count(0, range(1000), None, lambda: True)
    assert counted.partial
    assert 0 < len(counted) < 1000


def test_it_knows_what_it_takes() -> None:
    counter = make_counter("two-leaders")
    assert counter.takes(EGO)
    assert not counter.takes("horizon_days")
    with pytest.raises(KeyError):
        counter.count(0, [0], {"horizon_days": [3.0]})


def test_the_rules_have_a_digest() -> None:
    assert len(rules_digest()) == 16
    assert rules_digest() == rules_digest()

"""Is a confrontation without Mesa the same run, fed by whole numbers of any kind, and closed to its onlookers?"""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from sim.engines.mesa import NegotiationModel
from sim.engines.plain.confrontation import Confrontation, check_address, check_sides
from sim.files import vary
from sim.policies.protocol import Turn
from sim.run import run_one
from tests.sim.rules.worlds import PLAIN

SHORT = vary(PLAIN, {"horizon_days": 25})


@pytest.mark.parametrize("seed", range(4))
def test_with_or_without_mesa_it_is_the_same_run(seed: int) -> None:
    plain, mesa = Confrontation(PLAIN, seed=seed, run=1), NegotiationModel(PLAIN, seed=seed, run=1)
    plain.run_model()
    mesa.run_model()
    assert plain.trajectory().equals(mesa.trajectory())


def test_a_told_run_needs_no_mesa() -> None:
    code = "import sys; from sim.run import run_one; run_one('two-leaders'); print('mesa' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


@pytest.mark.parametrize("kind", [np.int64, np.uint32, np.int32])
def test_whole_numbers_of_numpy_are_whole_numbers(kind: Any) -> None:
    """A sweep over ``np.arange`` gives these; their products overflow where those of Python do not."""
    assert run_one(SHORT, seed=kind(77), run=kind(5)).equals(run_one(SHORT, seed=77, run=5))


def test_a_policy_cannot_reach_into_the_record() -> None:
    def meddle(turn: Turn) -> None:
        for column in turn.steps_so_far().values():
            if isinstance(column, list):
                column.clear()

    record = run_one(SHORT, seed=2, policies={"east": meddle})
    assert record.equals(run_one(SHORT, seed=2))


def test_the_course_has_a_row_for_the_start_and_one_for_each_step() -> None:
    model = Confrontation(SHORT)
    assert list(model.course["step"]) == [0]
    model.step()
    model.step()
    assert list(model.course["step"]) == [0, 1, 2]
    assert list(model.course["day"]) == [0, 1, 2]


def test_a_run_half_told_is_a_record_too() -> None:
    model = Confrontation(PLAIN, seed=1)
    for _ in range(10):
        model.step()
    half = model.trajectory()
    model.run_model()
    whole = model.trajectory()
    for name, table in half.columns.items():
        for column, values in table.items():
            assert whole.columns[name][column][: len(values)] == values


def test_the_order_of_moves_is_on_the_record() -> None:
    for order in ("simultaneous", "alternating", "random"):
        scenario = vary(SHORT, {"clock": {"kind": "fixed", "order": order}})
        assert Confrontation(scenario).trajectory().order == order
    assert Confrontation(SHORT).trajectory().order == "poisson"


@pytest.mark.parametrize(
    ("seed", "run", "parameters", "said"),
    [(2**32, 0, "central", "seed"), (0, -1, "central", "run"), (0.0, 0, "central", "seed"), (0, 0, "mean", "allowed")],
)
def test_addresses_out_of_range_are_refused(seed: Any, run: Any, parameters: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        check_address(seed, run, parameters)


def test_unknown_sides_are_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="allowed: a, b"):
        check_sides(["c"], ["a", "b"])

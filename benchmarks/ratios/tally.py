"""Which exponentials, logarithms, square roots and blocks of luck some runs ask for, counted call by call."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

import sim.luck
from ratios.contenders import count_plainly, opened

FUNCTIONS = ("exp", "log", "sqrt")
Arguments = dict[str, npt.NDArray[Any]]


def arguments(runs: Sequence[int]) -> Arguments:
    """The arguments of every call, by function, in the order of the calls.

    The rules in plain Python are run with recording functions in the place of their own. The compiled engine equals
    them to the bit, so it makes the same calls.

    Parameters
    ----------
    runs : sequence of int
        Which runs of the shipped scenario.

    Returns
    -------
    dict
        ``exp``, ``log``, ``sqrt``: arrays of numbers; ``philox``: an array of six words a block (counter and key).
    """
    calls: dict[str, list[Any]] = {name: [] for name in (*FUNCTIONS, "philox")}
    opened()  # opening a scenario is no part of a run
    with recording(calls):
        count_plainly(opened(), runs)
    found: Arguments = {name: np.array(calls[name], dtype=np.float64) for name in FUNCTIONS}
    found["philox"] = np.array(calls["philox"], dtype=np.int64).reshape(-1, 6)
    return found


@contextmanager
def recording(calls: dict[str, list[Any]]) -> Iterator[None]:
    """Have every call recorded while this lasts."""
    philox = sim.luck.philox

    def record_philox(*words: int) -> tuple[int, int, int, int]:
        calls["philox"].append(words)
        return philox(*words)

    with ExitStack() as held:
        held.enter_context(patch.object(sim.luck, "philox", record_philox))
        for name in FUNCTIONS:
            held.enter_context(patch.object(math, name, _recorder(getattr(math, name), calls[name])))
        yield


def _recorder(function: Callable[[float], float], calls: list[float]) -> Callable[[float], float]:
    def record(x: float) -> float:
        calls.append(x)
        return function(x)

    return record

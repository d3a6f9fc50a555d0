"""How far the compiled engine is above its floor: the functions that no engine can do without, timed alone.

The floor is what a run's exponentials, logarithms, square roots and Philox blocks cost in a loop that does nothing
else, on the very arguments that the runs ask for.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

from ratios.clock import Taken, medians
from ratios.contenders import count, opened
from ratios.findings import Findings, Ratio, Table
from ratios.tally import Arguments, arguments
from sim.luck import philox

AIM = 3.0


def sum_exp(numbers: Any) -> float:
    """Add up exponentials."""
    total = 0.0
    for k in range(len(numbers)):
        total = total + math.exp(numbers[k])
    return total


def sum_log(numbers: Any) -> float:
    """Add up logarithms."""
    total = 0.0
    for k in range(len(numbers)):
        total = total + math.log(numbers[k])
    return total


def sum_sqrt(numbers: Any) -> float:
    """Add up square roots."""
    total = 0.0
    for k in range(len(numbers)):
        total = total + math.sqrt(numbers[k])
    return total


def mix_philox(words: Any) -> int:
    """Mix the blocks of luck of all addresses into one number, so that none can be left out."""
    mixed = 0
    for k in range(len(words)):
        w = words[k]
        a, b, c, d = philox(w[0], w[1], w[2], w[3], w[4], w[5])
        mixed = mixed ^ a ^ b ^ c ^ d
    return mixed


LOOPS: dict[str, Callable[[Any], Any]] = {"exp": sum_exp, "log": sum_log, "sqrt": sum_sqrt, "philox": mix_philox}


def measure(runs: int, times: int, repeats: int) -> Findings:
    """Time the engine and the calls it makes, turn by turn.

    Parameters
    ----------
    runs : int
        Runs whose calls are counted.
    times : int
        How often they are gone through in a round.
    repeats : int
        Rounds.
    """
    asked = arguments(range(runs))
    contenders: dict[str, Callable[[], object]] = {"engine": partial(count, opened(), list(range(runs)) * times)}
    for name, loop in compiled_loops().items():
        contenders[name] = partial(_again, loop, asked[name], times)
    for work in contenders.values():
        work()
    taken = {name: t.per(runs * times) for name, t in medians(contenders, repeats).items()}
    engine = taken.pop("engine")
    floor = sum(t.cpu for t in taken.values())
    narrow = floor - taken["sqrt"].cpu
    found = Findings("c. Compiled against its own floor")
    found.ratios = [
        Ratio("c", "compiled / exponentials, logarithms, roots, luck alone, CPU time", engine.cpu / floor, AIM, False),
        Ratio("c", "compiled / the same without the roots, CPU time", engine.cpu / narrow),
    ]
    found.tables = [_table(asked, taken, engine, runs)]
    found.notes = [_note(asked, runs)]
    return found


def compiled_loops() -> dict[str, Callable[[Any], Any]]:
    """The loops, compiled as the engine is."""
    import numba

    from sim.rule import make_compilable

    make_compilable()
    return {name: numba.njit(nogil=True, error_model="numpy")(loop) for name, loop in LOOPS.items()}


def _again(loop: Callable[[Any], Any], numbers: Any, times: int) -> None:
    for _ in range(times):
        loop(numbers)


def _table(asked: Arguments, taken: dict[str, Taken], engine: Taken, runs: int) -> Table:
    rows: list[tuple[Any, ...]] = []
    for name, t in taken.items():
        calls = len(asked[name]) / runs
        rows.append((name, f"{calls:.1f}", t.cpu / calls * 1e9, t.cpu * 1e6, f"{t.cpu / engine.cpu:.1%}"))
    rows.append(("the engine", "", "", engine.cpu * 1e6, "100%"))
    return Table("A run's calls", ("function", "calls a run", "ns a call", "us a run", "share"), rows)


def _note(asked: Arguments, runs: int) -> str:
    return (
        f"Counted over {runs} runs by running the rules in plain Python with recording functions"
        f" ({sum(len(calls) for calls in asked.values()):,} calls), then timed on the arguments recorded, in order."
        " Calls in such a loop do not wait for each other, as many do in a run: it is a floor that no engine reaches."
    )

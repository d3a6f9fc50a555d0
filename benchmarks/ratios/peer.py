"""Bargaining alone, beside a peer that does comparable work: NegMAS, in an environment of its own.

The same issues, the same weights, the same reservation values. What each does and does not do is said with the figures.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from ratios.bargaining import bargain_often, compiled_bargaining, floors, memory_of, plain_world
from ratios.clock import Taken, medians
from ratios.contenders import shipped
from ratios.findings import Findings, Ratio, Table

PEER = "negmas==0.16.0"
HERE = Path(__file__).resolve().parent
NOTES = (
    (
        "Both: two sides, the six issues of the scenario (five to be divided, one for one side alone), linear additive"
        " utilities with the same weights, the same reservation values; each ends with who gets what, or with nothing."
    ),
    (
        "NegMAS alternates offers (SAOMechanism, two AspirationNegotiators): it searches outcomes on a grid and"
        " concedes with time, offer by offer, under any protocol and strategy one may plug in. It needs no frontier,"
        " and its sides know nothing of each other's reservation values."
    ),
    (
        "Climbdown does not play offers out. Each side estimates the other's reservation value (one number of luck),"
        " claims its part of the asymmetric Nash solution on the exact frontier, and an offer that meets the other's"
        " floor settles every issue. It can do nothing but this; the shares are real numbers rather than a grid."
    ),
    (
        "So the ratios say what a bargaining costs inside a simulation that needs many, and not that the two do the"
        " same work. The peer's time is that of the negotiation alone, after one that does not count; making its"
        " mechanism and negotiators, which every negotiation needs, stands in a column of its own."
    ),
)


class Sizes(NamedTuple):
    """How much is measured, and with which grids and deadlines the peer negotiates."""

    grids: tuple[tuple[int, int], ...]
    negotiations: int
    plain: int
    compiled: int
    repeats: int
    with_peer: bool


FULL = Sizes(((3, 10), (3, 100), (5, 100)), negotiations=15, plain=200, compiled=20000, repeats=9, with_peer=True)
QUICK = Sizes(((3, 10),), negotiations=2, plain=5, compiled=100, repeats=1, with_peer=False)


def measure(sizes: Sizes) -> Findings:
    """Time our bargaining, plain and compiled, and the peer's."""
    found = Findings("f. Bargaining alone, beside NegMAS")
    plain, compiled = _ours(sizes)
    rows: list[tuple[Any, ...]] = [
        ("climbdown, compiled", "", compiled.cpu * 1e6, compiled.wall * 1e6, "", ""),
        ("climbdown, plain Python", "", plain.cpu * 1e6, plain.wall * 1e6, "", ""),
    ]
    found.ratios = [Ratio("f", "bargaining alone: plain Python / compiled, CPU time", plain.cpu / compiled.cpu)]
    told = _peers(sizes) if sizes.with_peer else "The peer was left out of this quick run."
    if isinstance(told, str):
        found.notes = [told]
    else:
        for (levels, steps), peer in told.items():
            name = f"NegMAS {peer['version']}, {levels} levels an issue, {steps} rounds"
            rows.append(
                (
                    name,
                    f"{peer['rounds']:.0f}",
                    peer["cpu"] * 1e6,
                    peer["wall"] * 1e6,
                    peer["built"] * 1e6,
                    _shown(peer),
                )
            )
            found.ratios += [
                Ratio("f", f"{name} / climbdown in plain Python, CPU time", peer["cpu"] / plain.cpu),
                Ratio("f", f"{name} / climbdown compiled, CPU time", peer["cpu"] / compiled.cpu),
            ]
    head = ("who", "rounds", "CPU us", "wall us", "making it, us", "what the sides got")
    found.tables = [Table("Microseconds a bargaining", head, rows)]
    found.notes += NOTES
    return found


def _ours(sizes: Sizes) -> tuple[Taken, Taken]:
    """Seconds a bargaining in plain Python and compiled, after a look that both give the same."""
    world, memory = plain_world(shipped()), memory_of(shipped())
    slow, fast = np.zeros(sizes.plain), np.zeros(sizes.compiled)
    contenders: dict[str, Callable[[], object]] = {
        "plain": partial(bargain_often, world, slow),
        "compiled": partial(_bargain, compiled_bargaining(), memory, fast),
    }
    for work in contenders.values():
        work()
    if not np.array_equal(slow, fast[: len(slow)]):
        raise SystemExit("bargaining in plain Python and compiled differ; run the tests of agreement")
    taken = medians(contenders, sizes.repeats)
    return taken["plain"].per(sizes.plain), taken["compiled"].per(sizes.compiled)


def _bargain(bargain: Callable[[Any, Any], None], memory: Any, results: Any) -> None:
    bargain(memory.record, results)  # the memory must outlive the call: the record holds addresses into it


def _peers(sizes: Sizes) -> dict[tuple[int, int], dict[str, Any]] | str:
    """What the peer tells for each grid, or a sentence on why there is none."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER]
        if subprocess.run(install, capture_output=True, check=False).returncode:
            return (
                f"The peer is left out: {PEER} could not be installed here (no package index can be reached, perhaps)."
            )
        return {grid: _negotiate(python, sizes, *grid) for grid in sizes.grids}


def _negotiate(python: str, sizes: Sizes, levels: int, steps: int) -> dict[str, Any]:
    issues = list(shipped().issues.values())
    sides = sorted(shipped().leaders)
    asked = {
        "weights": [[issue.weight[side] for side in sides] for issue in issues],
        "divisible": [issue.divisible for issue in issues],
        "floors": list(floors(plain_world(shipped()))),
        "levels": levels,
        "steps": steps,
        "times": sizes.negotiations,
    }
    command = [python, str(HERE / "peer_process.py")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{PEER} ended with {done.returncode}\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _shown(peer: dict[str, Any]) -> str:
    return "no agreement" if peer["values"] is None else " and ".join(f"{value:.2f}" for value in peer["values"])

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

from ratios.bargaining import (
    NO_DEAL,
    Floors,
    bargain_often,
    compiled_bargaining,
    floors_at_home,
    floors_now,
    memory_of,
    plain_world,
)
from ratios.clock import Taken, medians
from ratios.contenders import shipped
from ratios.findings import Findings, Ratio, Table

PEER = "negmas==0.16.0"
HERE = Path(__file__).resolve().parent
Peer = dict[str, Any]
Peers = dict[tuple[int, int], Peer]
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


class Zone(NamedTuple):
    """How far apart the two sides' floors are."""

    name: str
    floors: Floors


class Ours(NamedTuple):
    """Seconds a bargaining of ours in plain Python and compiled, and how often it ended in a deal."""

    plain: Taken
    compiled: Taken
    deals: float


def measure(sizes: Sizes) -> Findings:
    """Time our bargaining, plain and compiled, and the peer's, with a narrow and with a wide zone of agreement."""
    found = Findings("f. Bargaining alone, beside NegMAS", notes=list(NOTES))
    world = plain_world(shipped())
    zones = (
        Zone("narrow zone (the first day's reservation values)", floors_now(world)),
        Zone("wide zone (what would just pass at home)", floors_at_home(world)),
    )
    with tempfile.TemporaryDirectory() as folder:
        python = install_peer(Path(folder)) if sizes.with_peer else None
        if python is None:
            found.notes.insert(0, f"The peer is left out: {PEER} was not asked for, or could not be installed here.")
        for zone in zones:
            ours = time_ours(zone, sizes)
            peers = {grid: negotiate(python, zone, sizes, *grid) for grid in sizes.grids} if python else {}
            found.tables.append(_table(zone, ours, peers))
            found.ratios += _ratios(zone, ours, peers)
    return found


def time_ours(zone: Zone, sizes: Sizes) -> Ours:
    """Time our bargaining in plain Python and compiled, after a look that both give the same."""
    memory = memory_of(shipped())
    first, second = zone.floors
    slow, fast = np.zeros(sizes.plain), np.zeros(sizes.compiled)
    contenders: dict[str, Callable[[], object]] = {
        "plain": partial(bargain_often, plain_world(shipped()), zone.floors, slow),
        "compiled": partial(compiled_bargaining(), memory.record, (first, second), fast),
    }
    for work in contenders.values():
        work()
    if not np.array_equal(slow, fast[: len(slow)]):
        raise SystemExit("bargaining in plain Python and compiled differ; run the tests of agreement")
    taken = medians(contenders, sizes.repeats)
    deals = float((fast != NO_DEAL).mean())
    return Ours(taken["plain"].per(sizes.plain), taken["compiled"].per(sizes.compiled), deals)


def install_peer(folder: Path) -> str | None:
    """Make an environment with the peer in a folder; its interpreter, or None when it cannot be installed."""
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER]
    return None if subprocess.run(command, capture_output=True, check=False).returncode else python


def negotiate(python: str, zone: Zone, sizes: Sizes, levels: int, steps: int) -> Peer:
    """Have the peer negotiate over the same issues, in its own environment."""
    issues = list(shipped().issues.values())
    sides = sorted(shipped().leaders)
    asked = {
        "weights": [[issue.weight[side] for side in sides] for issue in issues],
        "divisible": [issue.divisible for issue in issues],
        "floors": list(zone.floors),
        "levels": levels,
        "steps": steps,
        "times": sizes.negotiations,
    }
    command = [python, str(HERE / "peer_process.py")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{PEER} ended with {done.returncode}\n{done.stderr}")
    told: Peer = json.loads(done.stdout.splitlines()[-1])
    return told


def _table(zone: Zone, ours: Ours, peers: Peers) -> Table:
    deals = f"a deal in {ours.deals:.0%}"
    rows: list[tuple[Any, ...]] = [
        ("climbdown, compiled", "", ours.compiled.cpu * 1e6, ours.compiled.wall * 1e6, "", "", deals),
        ("climbdown, plain Python", "", ours.plain.cpu * 1e6, ours.plain.wall * 1e6, "", "", deals),
    ]
    for grid, peer in peers.items():
        cpu, wall, built = (peer[name] * 1e6 for name in ("cpu", "wall", "built"))
        rows.append(
            (_name(grid), f"{peer['rounds']:.0f}", cpu, wall, built, peer["cpu"] / ours.plain.cpu, _shares(peer))
        )
    head = ("who", "rounds", "CPU us", "wall us", "making it, us", "times ours in Python", "what came of it")
    first, second = zone.floors
    return Table(f"Microseconds a bargaining, {zone.name}: {first:.2f} and {second:.2f}", head, rows)


def _ratios(zone: Zone, ours: Ours, peers: Peers) -> list[Ratio]:
    """Ratios to the peer's quickest negotiation; the others are in the table."""
    where = zone.name.partition(" (")[0]
    found = [Ratio("f", f"our bargaining: plain Python / compiled, {where}", ours.plain.cpu / ours.compiled.cpu)]
    if peers:
        grid = min(peers, key=lambda grid: float(peers[grid]["cpu"]))
        found += [
            Ratio("f", f"{_name(grid)} / ours in plain Python, {where}", peers[grid]["cpu"] / ours.plain.cpu),
            Ratio("f", f"{_name(grid)} / ours compiled, {where}", peers[grid]["cpu"] / ours.compiled.cpu),
        ]
    return found


def _name(grid: tuple[int, int]) -> str:
    levels, steps = grid
    return f"NegMAS {PEER.partition('==')[2]}, {levels} levels an issue, {steps} rounds"


def _shares(peer: Peer) -> str:
    return "no agreement" if peer["values"] is None else " and ".join(f"{value:.2f}" for value in peer["values"])

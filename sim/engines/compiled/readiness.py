"""Whether the compiled engine is ready, how it is made ready, and which rules it would compile."""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sim.engines.compiled.compiling import SOURCES, is_loaded, kept_state, numba_wanted
from sim.engines.compiled.sealing import Kept
from sim.files import load_scenario

if TYPE_CHECKING:
    from sim.engines.compiled.first_use import Making


def engine_state() -> Literal["ready", "unprepared", "damaged", "plain"]:
    """How many runs will be counted.

    Returns
    -------
    {"ready", "unprepared", "damaged", "plain"}
        Compiled code is kept and whole; has yet to be compiled; is kept but damaged, and will be compiled anew; or
        there is no numba at all.
    """
    if not numba_wanted():
        return "plain"
    if is_loaded():
        return "ready"
    states: dict[Kept, Literal["ready", "unprepared", "damaged"]]
    states = {Kept.WHOLE: "ready", Kept.ABSENT: "unprepared", Kept.DAMAGED: "damaged"}
    return states[kept_state()]


def prepare_engine() -> None:
    """Compile the fast engine now, or fetch it from the cache; without numba there is nothing to do."""
    from sim.engines.compiled.engine import warm_up
    from sim.engines.compiled.plan import prepare

    if numba_wanted():
        warm_up(prepare(load_scenario("two-leaders")))


def compiling_aside() -> AbstractContextManager[Making | None]:
    """Compile the fast engine in a process of its own for the length of a block; runs are done without it meanwhile.

    The runs are the same to the bit. The block is given a :class:`sim.engines.compiled.first_use.Making`, which tells
    how far the compilation is, or None where no process could be started. An error or Ctrl-C ends the process; leaving
    the block otherwise lets it finish, so that the next program finds the engine ready.
    """
    from sim.engines.compiled.first_use import compiling_aside as aside

    return aside()


@cache
def rules_digest() -> str:
    """Return 16 hex digits that change whenever a rule does, and with nothing else: the same on every machine.

    Read once a process, like the rules themselves.
    """
    digest = hashlib.sha256()
    root = Path(__file__).resolve().parents[2]
    for path in sorted({path for pattern in SOURCES for path in root.glob(pattern)}):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]

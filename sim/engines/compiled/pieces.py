"""Many runs in pieces, so that memory does not grow with them; plain Python does a few at a time, which are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sim.engines.compiled.first_use import plain_for_now
from sim.results.runs import Runs, joined

FEW_RUNS = 16
"""Runs per part of a piece while they are done by plain Python: a few seconds of work."""


def pieces(
    run_some: Callable[..., Runs], runs: int, piece: int, early: Callable[[Runs], None] | None
) -> Iterator[Runs]:
    """Yield tables of ``piece`` runs each, made by ``run_some(runs=, first_run=)``; a partial one is the last."""
    for first in range(0, max(runs, 1), piece):
        parts = list(_parts(run_some, first, min(first + piece, runs), early))
        yield joined(parts)
        if parts[-1].partial:
            return


def _parts(run_some: Callable[..., Runs], begin: int, end: int, early: Callable[[Runs], None] | None) -> Iterator[Runs]:
    """Yield the runs from `begin` up to `end` at once, or a few at a time while plain Python does them for `early`."""
    while True:
        shown = early if plain_for_now() else None
        count = end - begin if shown is None else min(FEW_RUNS, end - begin)
        part = run_some(runs=count, first_run=begin)
        if shown is not None:
            shown(part)
        yield part
        begin += count
        if part.partial or begin >= end:
            return

"""In how many of many worlds something happens, counted piece by piece so that whoever waits sees it come.

Only the worker process imports this: it needs NumPy, pandas and the compiled engine.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from analysis.classroom.lessons.lesson import PARAMETERS
from analysis.classroom.lessons.many_answers import answers
from analysis.classroom.session.state import Counted
from analysis.estimates.shares import wilson
from sim.processors import processors
from sim.run import run_many
from sim.scenario import Scenario

SHOWN = 100
"""Worlds that are shown one by one or as dots."""

FIRST_PIECE, LARGEST_PIECE = 4, 1024
PIECE_SECONDS = 0.15
"""About how long a piece takes: short enough for progress to be seen, long enough not to be mostly talk."""


def count(scenario: Scenario, seed: int, name: str, runs: int) -> Iterator[Counted]:
    """Yield what is counted so far, after every piece; the last one is whole.

    Parameters
    ----------
    scenario : Scenario
        The worlds, which differ in their luck alone.
    seed : int
        Of all their luck.
    name : str
        A measure that a run answers with yes or no (:func:`analysis.classroom.lessons.many_answers.answers`).
    runs : int
        How many worlds: those of lucks 0 and up.

    Raises
    ------
    KeyError, MeasureError
        For a name that the catalogue does not have, or of an amount.
    """
    happened: list[bool] = []
    endings: list[str] = []
    size = FIRST_PIECE
    while len(happened) < runs:
        begun = time.monotonic()
        piece = min(size, runs - len(happened))
        # A core is left to the process that serves pages.
        found = run_many(scenario, seed, piece, PARAMETERS, max(processors() - 1, 1), first_run=len(happened)).table()
        happened += answers(found, name, scenario).tolist()
        endings += [str(ending) for ending in found["outcome"]]
        yield _counted(happened, endings, runs)
        size = _next_size(piece, time.monotonic() - begun)


def _counted(happened: list[bool], endings: list[str], runs: int) -> Counted:
    done, share = len(happened), wilson(sum(happened), len(happened))
    shown = (tuple(happened[:SHOWN]), tuple(endings[:SHOWN]))
    return Counted(done, sum(happened), float(share.low), float(share.high), *shown, whole=done == runs)


def _next_size(size: int, seconds: float) -> int:
    return min(2 * size, LARGEST_PIECE) if seconds < PIECE_SECONDS else max(size // 2, 1)

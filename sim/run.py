"""The front door: one run told in full, or many runs counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

from sim.files import load_scenario
from sim.policies.human import LeftTheTable, human
from sim.policies.protocol import IllegalMove, Policy, Turn
from sim.policies.scripted import Script, load_script
from sim.results.asked import Asked
from sim.results.trajectory import Trajectory
from sim.scenario.scenario import Scenario

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    import numpy as np
    import numpy.typing as npt

    from sim.engines.compiled.counter import Counter
    from sim.engines.compiled.first_use import Making
    from sim.engines.mesa import NegotiationModel
    from sim.results.runs import Runs

__all__ = [
    "IllegalMove", "LeftTheTable", "Policy", "Script", "Turn", "compiling_aside", "engine_state", "human",
    "load_script", "make_counter", "make_model", "parting_days", "prepare_engine", "rules_digest", "run_many",
    "run_one", "stream_many",
]  # fmt: skip


FEW_RUNS = 16
"""Runs per part of a piece while they are done by plain Python: a few seconds of work."""


def make_model(
    scenario: Scenario | str,
    seed: int = 0,
    run: int = 0,
    parameters: str = "central",
    policies: Mapping[str, Policy] | None = None,
) -> NegotiationModel:
    """Return the Mesa model of a run, ready to be stepped; see :class:`sim.engines.mesa.NegotiationModel`."""
    from sim.engines.mesa import NegotiationModel

    return NegotiationModel(scenario, seed=seed, run=run, parameters=parameters, policies=policies)


def run_one(
    scenario: Scenario | str,
    seed: int = 0,
    run: int = 0,
    parameters: str = "central",
    policies: Mapping[str, Policy] | None = None,
) -> Trajectory:
    """Run a scenario once and return its full record.

    Parameters
    ----------
    scenario : Scenario or str
        A scenario, or the name or path of one.
    seed, run : int
        The address of all luck, each 0 to 2**32 - 1; run r of a seed has the same luck in every study.
    parameters : {"central", "drawn"}
        Whether uncertain numbers take their central value or are drawn.
    policies : mapping of str to policy, optional
        By side, who decides in the logit's place.

    Returns
    -------
    Trajectory
        Steps, events, decisions and outcome.

    Raises
    ------
    ScenarioError
        When the scenario cannot be read.
    ValueError
        For a seed or run out of range, or an unknown side.
    IllegalMove
        When a policy chooses what is not possible.
    """
    from sim.engines.plain.confrontation import Confrontation

    confrontation = Confrontation(scenario, seed, run, parameters, policies)
    confrontation.run_model()
    return confrontation.trajectory()


def run_many(  # noqa: PLR0913 - one question, asked with the words of the command line
    scenario: Scenario | str | Sequence[Scenario | str],
    seed: int = 0,
    runs: int = 1000,
    parameters: str = "drawn",
    threads: int | None = None,
    *,
    settings: Mapping[str, Sequence[float]] | None = None,
    first_run: int = 0,
    pictures: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Runs:
    """Run one or several scenarios many times and return a table of runs.

    Parameters
    ----------
    scenario : Scenario, str, or a sequence of them
        What to run; several are rows, and run r of every row has the same luck.
    seed : int
        Seed of all luck, 0 to 2**32 - 1.
    runs : int
        Replications of every row, at least 1.
    parameters : {"drawn", "central"}
        Whether uncertain numbers are drawn for each run.
    threads : int, optional
        Threads to use; all processors by default. Nothing in the result depends on it.
    settings : mapping of str to sequence of float, optional
        Rows as variants of one scenario: by path, one value a row.
    first_run : int
        Number of the first run; runs 0..n of one call and n.. of another are the same as in one call.
    pictures : bool
        Whether to keep the course of every run (pressures, markets, the relation) besides its measures.
    progress : callable, optional
        Called with the number of runs just finished.

    Returns
    -------
    Runs
        ``runs[i]`` is a full Trajectory equal to ``run_one`` with that seed and run; Ctrl-C leaves a partial table.

    Raises
    ------
    ScenarioError
        When a scenario cannot be read or a setting is not allowed.
    ValueError
        For a seed or number of runs out of range, settings of unequal length, or settings with several scenarios.
    """
    from sim.engines.compiled.rows_of_runs import run_rows

    rows = [scenario] if isinstance(scenario, Scenario | str) else list(scenario)
    loaded = [load_scenario(row) if isinstance(row, str) else row for row in rows]
    asked = Asked(seed, runs, first_run, parameters, threads, pictures)
    return run_rows(loaded, settings, asked, run_one, progress)


def stream_many(  # noqa: PLR0913 - as run_many
    scenario: Scenario | str,
    seed: int = 0,
    runs: int = 1000,
    parameters: str = "drawn",
    threads: int | None = None,
    *,
    piece: int = 20000,
    progress: Callable[[int], None] | None = None,
    early: Callable[[Runs], None] | None = None,
) -> Iterator[Runs]:
    """Run a scenario many times and yield the table of runs in pieces, so that memory does not grow with the runs.

    Parameters are those of :func:`run_many`; ``piece`` is the number of runs per piece. After Ctrl-C the last piece is
    partial and none follows. While runs are done by plain Python, ``early`` is given those just finished, a few at a
    time, long before their piece is whole.

    Raises
    ------
    ScenarioError, ValueError
        As :func:`run_many`.
    """
    from sim.engines.compiled.first_use import plain_for_now
    from sim.results.runs import joined

    loaded = load_scenario(scenario) if isinstance(scenario, str) else scenario
    for first in range(0, max(runs, 1), piece):
        begin, end = first, min(first + piece, runs)
        parts: list[Runs] = []
        while not parts or (begin < end and not parts[-1].partial):
            shown = early if plain_for_now() else None
            count = end - begin if shown is None else min(FEW_RUNS, end - begin)
            parts.append(run_many(loaded, seed, count, parameters, threads, first_run=begin, progress=progress))
            begin += count
            if shown is not None:
                shown(parts[-1])
        yield joined(parts)
        if parts[-1].partial:
            return


def parting_days(
    scenario: Scenario,
    other: Scenario,
    seed: int = 0,
    runs: Sequence[int] = range(1000),
    parameters: str = "drawn",
    progress: Callable[[int], None] | None = None,
) -> npt.NDArray[np.float64]:
    """Return the day of the first event at which each run of two variants parts; NaN where both tell the same.

    Parameters
    ----------
    scenario, other : Scenario
        Two variants with the same sides.
    seed : int
        Seed of all luck, 0 to 2**32 - 1.
    runs : sequence of int
        Which runs of the seed.
    parameters : {"drawn", "central"}
        Whether uncertain numbers are drawn for each run.
    progress : callable, optional
        Called with 1 after every pair; Ctrl-C leaves the days of the pairs done.
    """
    from sim.engines.compiled.parting_days import parting_days as compare

    return compare((scenario, other), seed, runs, parameters, run_one, progress)


def engine_state() -> Literal["ready", "unprepared", "damaged", "plain"]:
    """How many runs will be counted.

    Returns
    -------
    {"ready", "unprepared", "damaged", "plain"}
        Compiled code is kept and whole; has yet to be compiled; is kept but damaged, and will be compiled anew; or
        there is no numba at all.
    """
    from sim.engines.compiled.compiling import is_loaded, kept_state, numba_wanted
    from sim.engines.compiled.sealing import Kept

    if not numba_wanted():
        return "plain"
    if is_loaded():
        return "ready"
    states: dict[Kept, Literal["ready", "unprepared", "damaged"]]
    states = {Kept.WHOLE: "ready", Kept.ABSENT: "unprepared", Kept.DAMAGED: "damaged"}
    return states[kept_state()]


def prepare_engine() -> None:
    """Compile the fast engine now, or fetch it from the cache; without numba there is nothing to do."""
    from sim.engines.compiled.compiling import numba_wanted
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


def make_counter(scenario: Scenario | str, parameters: str = "drawn") -> Counter:
    """Return a scenario opened once for counting, to be asked for runs piece by piece by studies too large for a table.

    Parameters
    ----------
    scenario : Scenario or str
        A scenario, or the name or path of one.
    parameters : {"drawn", "central"}
        Whether uncertain numbers are drawn for each run.

    Returns
    -------
    Counter
        Its ``count`` answers with a table of runs, each with its own settings; see :mod:`sim.engines.compiled.counter`.

    Raises
    ------
    ScenarioError
        When the scenario cannot be read.
    """
    from sim.engines.compiled.counter import Counter

    return Counter(load_scenario(scenario) if isinstance(scenario, str) else scenario, parameters, run_one)


@cache
def rules_digest() -> str:
    """Return 16 hex digits that change whenever a rule does, and with nothing else: the same on every machine.

    Read once a process, like the rules themselves.
    """
    import hashlib
    from pathlib import Path

    from sim.engines.compiled.compiling import SOURCES

    digest = hashlib.sha256()
    root = Path(__file__).resolve().parent
    for path in sorted({path for pattern in SOURCES for path in root.glob(pattern)}):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]

"""The front door: one run told in full, or many runs counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sim.engines.branches import branch, make_branches
from sim.engines.branching import run_branch
from sim.engines.compiled.readiness import compiling_aside, engine_state, prepare_engine, rules_digest
from sim.engines.plain.game import Game, Snapshot
from sim.files import load_scenario
from sim.policies.forks import Fork, Order
from sim.policies.human import Command, LeftTheTable, read_typed
from sim.policies.letters import LETTERS
from sim.policies.pacing import EVERY_DECISION, LESSON_WEEKS, WEEK, lesson_pace, shortened
from sim.policies.protocol import IllegalMove, Policy, Turn
from sim.policies.scripted import Script, load_script
from sim.policies.short_list import short_list
from sim.results.asked import Asked
from sim.results.trajectory import Trajectory
from sim.scenario.scenario import Scenario

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from sim.engines.compiled.counter import Counter
    from sim.engines.mesa import NegotiationModel
    from sim.results.runs import Runs

__all__ = [
    "EVERY_DECISION", "LESSON_WEEKS", "LETTERS", "WEEK", "Command", "Game", "IllegalMove", "LeftTheTable", "Order",
    "Policy", "Script", "Snapshot", "Turn", "branch", "compiling_aside", "engine_state", "lesson_pace", "load_script",
    "make_branches", "make_counter", "make_model", "open_game", "parting_days", "prepare_engine", "read_typed",
    "rules_digest", "run_branch", "run_many", "run_one", "short_list", "shortened", "stream_many",
]  # fmt: skip


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


def open_game(  # noqa: PLR0913 - as run_one, and who sits where
    scenario: Scenario | str,
    seed: int = 0,
    run: int = 0,
    parameters: str = "central",
    policies: Mapping[str, Policy] | None = None,
    *,
    seats: Iterable[str] = (),
    pace: float = EVERY_DECISION,
) -> Game:
    """Open a run whose decisions are taken from outside, one by one, in the open seats.

    Parameters
    ----------
    scenario : Scenario or str
        A scenario, or the name or path of one.
    seed, run : int
        The address of all luck, each 0 to 2**32 - 1.
    parameters : {"central", "drawn"}
        Whether uncertain numbers take their central value or are drawn.
    policies : mapping of str to policy, optional
        By side, who decides for a leader whose seat is not open; the others are left to the model.
    seats : iterable of str
        The sides whose seats are open: one, both or none.
    pace : float
        In how many days an open seat is asked for a move once: 7 for a move a week, 0 whenever the clock asks. At its
        other moments the leader holds, sees nothing and has no entry in the log; requests are put whenever they fall
        due, and what happened since the last decision that was put is all there.

    Returns
    -------
    Game
        ``advance()`` goes on to the next decision of an open seat, answers included, and returns it as a
        :class:`~sim.policies.protocol.Turn`, or None at the end; ``decide(option)`` takes it. See
        :class:`sim.engines.plain.game.Game` for snapshots and the log. It needs neither Mesa, numba nor pandas.

    Raises
    ------
    ScenarioError
        When the scenario cannot be read.
    ValueError
        For a seed or run out of range, an unknown side, a side with both a policy and an open seat, or a pace below 0.
    """
    return Game(scenario, seed, run, parameters, policies, seats=seats, pace=pace)


def run_one(
    scenario: Scenario | str,
    seed: int = 0,
    run: int = 0,
    parameters: str = "central",
    policies: Mapping[str, Policy] | None = None,
    *,
    orders: Sequence[Order] = (),
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
    orders : sequence of Order, optional
        What sides are told to do, each at the first decision where it can be done. A policy goes before an order.

    Returns
    -------
    Trajectory
        Steps, events, decisions and outcome.

    Raises
    ------
    ScenarioError
        When the scenario cannot be read.
    ValueError
        For a seed or run out of range, an unknown side, or an order that names no move, answer or request.
    IllegalMove
        When a policy chooses what is not possible.
    """
    from sim.engines.plain.confrontation import Confrontation

    confrontation = Confrontation(scenario, seed, run, parameters, policies, fork=Fork(orders))
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
    orders: Sequence[Order] = (),
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
        Rows as variants of one scenario: by path, one value per row.
    first_run : int
        Number of the first run; runs 0..n of one call and n.. of another are the same as in one call.
    pictures : bool
        Whether to keep the course of every run (pressures, markets, the relation) besides its measures.
    orders : sequence of Order, optional
        What sides are told to do in every run, each at the first decision where it can be done: a person's moves kept
        under many lucks. Orders that name a decision by its number are for :func:`branch`.
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
    asked = Asked(seed, runs, first_run, parameters, threads, pictures, orders)
    return run_rows(loaded, settings, asked, partial(run_one, orders=orders), progress)


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
    from sim.engines.compiled.pieces import pieces

    loaded = load_scenario(scenario) if isinstance(scenario, str) else scenario
    run_some = partial(run_many, loaded, seed, parameters=parameters, threads=threads, progress=progress)
    yield from pieces(run_some, runs, piece, early)


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

"""The front door: one run told in full, or many runs counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from sim.policies.human import LeftTheTable, human
from sim.policies.protocol import IllegalMove, Policy, Turn
from sim.policies.scripted import Script, load_script
from sim.results.asked import Asked
from sim.results.trajectory import Trajectory
from sim.scenario import load_scenario
from sim.scenario.scenario import Scenario

if TYPE_CHECKING:
    from sim.model import NegotiationModel
    from sim.results.runs import Runs

__all__ = ["IllegalMove", "LeftTheTable", "Policy", "Script", "Turn", "human", "load_script", "make_model", "run_many", "run_one"]


def make_model(
    scenario: Scenario | str,
    seed: int = 0,
    run: int = 0,
    parameters: str = "central",
    policies: Mapping[str, Policy] | None = None,
) -> NegotiationModel:
    """Return the Mesa model of a run, ready to be stepped; see :class:`sim.model.NegotiationModel`."""
    from sim.model import NegotiationModel

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
    model = make_model(scenario, seed, run, parameters, policies)
    model.run_model()
    return model.trajectory()


def run_many(
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
    from sim.ensemble.asking import run_rows

    rows = [scenario] if isinstance(scenario, Scenario | str) else list(scenario)
    loaded = [load_scenario(row) if isinstance(row, str) else row for row in rows]
    asked = Asked(seed, runs, first_run, parameters, threads, pictures)
    return run_rows(loaded, settings, asked, run_one, progress)

"""One run for a command: the scenario with its settings, the script if there is one, and the record kept if asked."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.errors import UserError

if TYPE_CHECKING:
    from sim.results.trajectory import Trajectory
    from sim.scenario import Scenario


class Parameters(StrEnum):
    """Which value an uncertain number has."""

    central = "central"
    drawn = "drawn"


ParametersOption = Annotated[
    Parameters,
    typer.Option("--parameters", help="Uncertain numbers at their central value, or drawn by luck."),
]
PolicyFile = Annotated[
    Path | None,
    typer.Option("--policy", metavar="FILE", help="Dated moves (YAML) instead of the model's choice."),
]


def run_scripted(
    scenario: Scenario, seed: int, run: int, parameters: Parameters = Parameters.central, policy: Path | None = None
) -> Trajectory:
    """Run a scenario once, with a script of moves if a file is given.

    Raises
    ------
    UserError
        When a scripted move is not legal at its turn; the legal ones are named.
    sim.scenario.ScenarioError
        When the script cannot be read.
    """
    from sim.run import IllegalMove, load_script, run_one

    policies: dict[str, Any] | None = None
    if policy is not None:
        policies = load_script(policy, tuple(scenario.leaders)).policies()
    try:
        return run_one(scenario, seed=seed, run=run, parameters=str(parameters), policies=policies)
    except IllegalMove as error:
        raise UserError(f"{policy}: {error}") from error


def keep(trajectory: Trajectory, out: Path | None) -> None:
    """Keep a record in a folder or a ``.zip`` file, if one is named.

    Raises
    ------
    UserError
        When something else is there, or the disk refuses.
    """
    from sim.results.storing import RecordError

    if out is None:
        return
    try:
        trajectory.save(out)
    except RecordError as error:
        raise UserError(str(error)) from error

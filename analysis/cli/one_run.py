"""One run for a command: the scenario with its settings, the script if there is one, and the record kept if asked."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.errors import UserError

if TYPE_CHECKING:
    from sim.results.trajectory import Trajectory
    from sim.run import Policy
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


def read_policies(script: Path | None, scenario: Scenario) -> dict[str, Policy]:
    """Return who decides in the model's place, by side: a script's part for each leader that it names.

    Raises
    ------
    sim.files.ScenarioError
        When the script cannot be read.
    """
    from sim.run import load_script

    return load_script(script, tuple(scenario.leaders)).policies() if script is not None else {}


def run_once(
    scenario: Scenario, seed: int, run: int, parameters: Parameters, policies: Mapping[str, Policy]
) -> Trajectory:
    """Run a scenario once.

    Raises
    ------
    UserError
        When a scripted move is not legal at its turn; the legal ones are named.
    """
    from sim.run import IllegalMove, run_one

    try:
        return run_one(scenario, seed=seed, run=run, parameters=str(parameters), policies=policies)
    except IllegalMove as error:
        raise UserError(f"the script cannot be played: {error}") from error


def refuse_place(out: Path | None) -> None:
    """Refuse a place where a record could not be kept, before there is a record that would be lost.

    Raises
    ------
    UserError
        When something else is there, or the folder it lies in cannot be written.
    """
    from sim.results.record_storing import RecordError, check_place

    if out is None:
        return
    try:
        check_place(out)
    except RecordError as error:
        raise UserError(str(error)) from error


def keep(trajectory: Trajectory, out: Path | None) -> None:
    """Keep a record in a folder or a ``.zip`` file, if one is named.

    Raises
    ------
    UserError
        When something else is there, or the disk refuses.
    """
    from sim.results.record_storing import RecordError

    if out is None:
        return
    try:
        trajectory.save(out)
    except RecordError as error:
        raise UserError(str(error)) from error

"""One run for a command: the scenario with its settings, the script if there is one, and the record kept if asked."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.errors import UserError
from analysis.cli.writing import refuse_inside

if TYPE_CHECKING:
    from sim.results.kept_games import KeptGame
    from sim.results.replacing import Address
    from sim.results.trajectory import Trajectory
    from sim.run import Policy
    from sim.scenario import Scenario


KEPT = "{0}: another run is kept there already; name another place, or replace it with --force"


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


def kept_run(place: str) -> Trajectory | None:
    """Return the run that is kept in a folder or ``.zip`` file, or None where a name means something else.

    Raises
    ------
    UserError
        When what is there cannot be read as a record.
    """
    from sim.results.record_storing import RecordError
    from sim.results.trajectory import Trajectory

    path = Path(place)
    if not ((path / "manifest.json").is_file() or (path.suffix == ".zip" and path.is_file())):
        return None
    try:
        return Trajectory.load(path)
    except RecordError as error:
        raise UserError(str(error)) from error


def kept_game(place: str, record: Trajectory) -> KeptGame | None:
    """Return what a person decided in a kept run; None where the model decided everything.

    Raises
    ------
    UserError
        When the game beside the record cannot be read.
    """
    from sim.results.kept_games import read_game
    from sim.results.placing import RecordError

    try:
        return read_game(place, tuple(record.scenario.leaders))
    except RecordError as error:
        raise UserError(str(error)) from error


def refuse_place(out: Path | None, force: bool = False, address: Address | None = None) -> None:
    """Refuse a place where a record could not be kept, before there is a record that would be lost.

    Parameters
    ----------
    out : Path or None
        Where the record shall be; nowhere for None.
    force : bool
        A record that is kept there may be replaced.
    address : Address, optional
        The run that is to be made: its own record may be written again.

    Raises
    ------
    UserError
        When something else is there, a record of another run, or the folder it lies in cannot be written.
    """
    from sim.results.record_storing import RecordError, check_place
    from sim.results.replacing import keeps_another_run

    if out is None:
        return
    refuse_inside(out)
    try:
        check_place(out)
    except RecordError as error:
        raise UserError(str(error)) from error
    if address is not None and not force and keeps_another_run(out, address):
        raise UserError(KEPT.format(out))


def keep(trajectory: Trajectory, out: Path | None, force: bool = False) -> None:
    """Keep a record in a folder or a ``.zip`` file, if one is named; with `force` also over another record.

    Raises
    ------
    UserError
        When something else is there, also the same run with other decisions, or the disk refuses.
    """
    from sim.results.record_storing import RecordError
    from sim.results.replacing import keeps_another_record

    if out is None:
        return
    try:
        refuse_place(out)
        if not force and keeps_another_record(out, trajectory):
            raise UserError(KEPT.format(out))
        trajectory.save(out)
    except RecordError as error:
        raise UserError(str(error)) from error

"""Any run of a study again, in full, and whether it measures what the study stored, to the bit."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.studies.designs import DONE, STATUS
from analysis.studies.literal_paths import read_literally
from analysis.studies.study import StudyError
from analysis.studies.study_columns import CELL, ERROR, measured
from analysis.studies.study_folder import StudyFolder
from analysis.studies.study_manifest import refuse_old
from analysis.studies.study_opening import open_folder
from analysis.studies.study_writing import changed, identity
from sim.files import ScenarioError, vary
from sim.results.replacing import Address
from sim.run import make_counter, run_one
from sim.scenario import Scenario

if TYPE_CHECKING:
    from sim.results.trajectory import Trajectory


class Rerun(NamedTuple):
    """A run of a study again.

    Attributes
    ----------
    trajectory : Trajectory
        Its full record.
    values : dict
        Factor values of its row.
    stored : dict or None
        The study's row, or None when that run has not been done.
    differing : tuple of str
        Stored columns that this run does not repeat to the bit.
    since : tuple of str
        What has changed in the program since the study was run.
    """

    trajectory: Trajectory
    values: dict[str, Any]
    stored: dict[str, Any] | None
    differing: tuple[str, ...]
    since: tuple[str, ...]


def rerun(study: StudyFolder | str | Path, row: int, replication: int = 0) -> Rerun:
    """Run a row of a study again.

    Parameters
    ----------
    study : StudyFolder, str or path
        A study or its folder.
    row : int
        Design index.
    replication : int
        Which of the row's runs.

    Raises
    ------
    StudyError
        When there is no such row or replication, when the study is of an earlier format, or when the run fails again
        as it did in the study.
    """
    folder = study if isinstance(study, StudyFolder) else open_folder(study)
    recipe = folder.study.recipe
    refuse_old(folder.path, folder.manifest)
    _check(folder, row, replication)
    values, stored = folder.study.values(row), _stored(folder, row * recipe.replications + replication)
    try:
        scenario = vary(recipe.scenario, folder.study.settings(row))
        trajectory = run_one(scenario, recipe.seed, replication, recipe.parameters)
        differing = _differing(scenario, folder, replication, stored)
    except Exception as error:
        where = f"row {row}, replication {replication}, seed {recipe.seed}, {values}"
        before = f"; in the study: {stored[ERROR]}" if stored and stored[ERROR] else ""
        raise StudyError(f"the run fails ({where}): {type(error).__name__}: {error}{before}") from error
    since = changed(folder.manifest["identity"], identity(folder.study))
    return Rerun(trajectory, values, stored, differing, tuple(since))


def address_of(folder: StudyFolder, row: int, replication: int) -> Address | None:
    """Return which run it is, or None where its settings are not allowed; StudyError when there is no such run."""
    refuse_old(folder.path, folder.manifest)
    _check(folder, row, replication)
    recipe = folder.study.recipe
    try:
        scenario = vary(recipe.scenario, folder.study.settings(row))
    except ScenarioError:
        return None
    return Address(scenario, recipe.seed, replication, str(recipe.parameters))


def _check(folder: StudyFolder, row: int, replication: int) -> None:
    counts = {"row": (row, folder.design.size), "replication": (replication, folder.study.recipe.replications)}
    for what, (number, count) in counts.items():
        if not 0 <= number < count:
            raise StudyError(f"{folder.path}: no {what} {number}; allowed: 0 to {count - 1}")


def _stored(folder: StudyFolder, cell: int) -> dict[str, Any] | None:
    for file in folder.files():
        lines: list[dict[str, Any]] = read_literally(file, None, [(CELL, "==", cell)]).to_pylist()
        if lines:
            return lines[0]
    return None


def _differing(
    scenario: Scenario, folder: StudyFolder, replication: int, stored: dict[str, Any] | None
) -> tuple[str, ...]:
    """Measures of the run, counted on its own from its own scenario, against those stored."""
    if stored is None or stored[STATUS] != DONE:
        return ()
    recipe = folder.study.recipe
    counted = make_counter(scenario, recipe.parameters).count(recipe.seed, [replication])
    now = {name: column[0] for name, column in measured(counted).items()}
    return tuple(name for name in folder.manifest["measures"] if not _same(stored[name], now.get(name)))


def _same(stored: Any, now: Any) -> bool:
    """Whether a stored value is this one; nothing is stored where there is no number."""
    is_nothing = now is None or (isinstance(now, float) and math.isnan(now))
    return stored is None if is_nothing else bool(stored == now)

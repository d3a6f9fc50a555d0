"""An ensemble kept in a folder: one row per run as it ends, the scenario, the summary; there whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.results.runs import Runs
    from sim.scenario import Scenario

MARK = "ensemble.json"
"""A folder with this file, and nothing that is not an ensemble's, may be replaced by another."""

OWN = (MARK, "runs.csv", "scenario.yaml")
"""What an ensemble's folder holds."""


class KeepingError(Exception):
    """A folder that cannot be written, said in one sentence."""


class Kept:
    """Where runs are written as they come; without a folder nothing is.

    Parameters
    ----------
    folder : Path or None
        Where to write.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._rows = 0

    def add(self, runs: Runs) -> None:
        """Append one row per run to ``runs.csv``."""
        if self.folder is not None:
            runs.table().to_csv(self.folder / "runs.csv", mode="a", header=self._rows == 0, index=False)
            self._rows += len(runs)

    def keep(self, files: Mapping[str, str]) -> None:
        """Write files beside the rows."""
        if self.folder is not None:
            for name, content in files.items():
                (self.folder / name).write_text(content + "\n", encoding="utf-8")


@contextmanager
def keeping(folder: Path | None, scenario: Scenario, force: bool = False) -> Iterator[Kept]:
    """Give a place for runs beside ``folder``, and move it there when the block ends well.

    Parameters
    ----------
    folder : Path or None
        Where the ensemble shall be; nowhere for None.
    scenario : Scenario
        Written beside the runs as ``scenario.yaml``.
    force : bool
        An ensemble that is kept there may be replaced.

    Raises
    ------
    KeepingError
        When something else is there, or the disk refuses; what was there before is untouched.
    """
    if folder is None:
        yield Kept(None)
        return
    refuse_foreign(folder, force)
    target = Path(os.path.realpath(folder))
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.partial")
    try:
        beside.mkdir(parents=True)
        kept = Kept(beside)
        kept.keep({"scenario.yaml": _yaml(scenario)})
        yield kept
        refuse_foreign(folder, force)  # the runs take a while, and something may have come to lie there
        if target.exists():
            shutil.rmtree(target)
        beside.replace(target)
    except OSError as error:
        raise KeepingError(f"{folder} was not written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def refuse_foreign(folder: Path, force: bool = False) -> None:
    """Refuse a folder that holds something other than an ensemble, or, without `force`, an ensemble.

    Raises
    ------
    KeepingError
        Naming what is in the way.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise KeepingError(f"{folder} is a file; name a folder that is new, empty or an earlier ensemble's")
    if (folder / MARK).is_file() and not force:
        raise KeepingError(f"{folder}: an ensemble is kept there already; name another place, or use --force")
    there = sorted(entry.name for entry in folder.iterdir())
    strangers = there if MARK not in there else [name for name in there if name not in OWN]
    if strangers:
        raise KeepingError(f"{folder} holds {strangers[0]}, which is no ensemble's; name a folder that is new or empty")


def _yaml(scenario: Scenario) -> str:
    from sim.files.scenario_writing import scenario_yaml

    return scenario_yaml(scenario).rstrip("\n")

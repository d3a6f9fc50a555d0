"""Files that a command writes: never over what the user had, never into a study or a record, whole or not at all."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.errors import UserError

PAGE = b'name="generator" content="climbdown'
"""What every page of ours says about itself near its beginning."""

OF_OURS = {
    "study": ("manifest.json", ("study.yaml", "rows.parquet", "runs")),
    "kept run": ("manifest.json", ("outcome.csv", "steps.csv")),
    "kept ensemble": ("ensemble.json", ("runs.csv", "scenario.yaml")),
}
"""Folders of ours, by a file that each has and others, one of which beside it makes a folder such a one."""

Force = Annotated[bool, typer.Option("--force", help="Replace what is there already.")]


def refuse_taken(file: Path | None, force: bool, mark: bytes | None = None) -> None:
    """Refuse to write where the user has something; asked before the work, so that none is done in vain.

    Parameters
    ----------
    file : Path or None
        Where something is to be written; None, nowhere, is never refused.
    force : bool
        The user insists. A folder, a kept run and the files of a study, run or ensemble are refused even so.
    mark : bytes, optional
        What the beginning of a file of ours holds; such a file may be replaced by its like.

    Raises
    ------
    UserError
        When something else is there, or the place lies in a study, a kept run or a kept ensemble.
    """
    if file is None:
        return
    refuse_inside(file)
    if file.is_dir():
        raise UserError(f"{file}: is a folder; name a file")
    if _is_kept_run(file):
        raise UserError(f"{file}: a run is kept in this file; name another")
    if force or not file.is_file() or (mark is not None and mark in _beginning(file)):
        return
    raise UserError(f"{file}: is there already; name another file, or replace it with --force")


def refuse_inside(place: Path | None) -> None:
    """Refuse a place inside the folder of a study, a kept run or a kept ensemble, whose files are all its own.

    Raises
    ------
    UserError
        Naming that folder.
    """
    if place is None:
        return
    target = Path(os.path.realpath(place))
    for folder in target.parents:
        for what, (mark, others) in OF_OURS.items():
            if (folder / mark).is_file() and any((folder / name).exists() for name in others):
                raise UserError(
                    f"{place}: lies in the {what} {folder}, which keeps its own files only; name another place"
                )


def write_text(file: Path, text: str, what: str) -> int:
    """Write a file whole and return its size in bytes.

    Parameters
    ----------
    file : Path
        Where it goes.
    text : str
        What it holds.
    what : str
        What it is, for the message (``page``).

    Raises
    ------
    UserError
        When it cannot be written; what was there before is untouched.
    """
    from sim.results.whole_files import write_whole

    try:
        write_whole(file, text)
    except OSError as error:
        raise UserError(f"{file}: the {what} was not written: {error.strerror or error}") from error
    return len(text.encode("utf-8", "replace"))


def _is_kept_run(file: Path) -> bool:
    if not (file.is_file() and zipfile.is_zipfile(file)):
        return False
    with zipfile.ZipFile(file) as archive:
        return {"manifest.json", "outcome.csv"} <= set(archive.namelist())


def _beginning(file: Path) -> bytes:
    with file.open("rb") as page:
        return page.read(2000)

"""A finished or unfinished study for the verbs that ask it something: opened, with what is missing said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.errors import UserError
from sim.narrative.wrapping import wrapped

if TYPE_CHECKING:
    from analysis.studies import StudyFolder
    from analysis.studies.study_sample import Looked

StudyFolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a study.")]


def open_study(path: Path) -> StudyFolder:
    """Open a study's folder.

    Raises
    ------
    UserError
        When there is none.
    """
    from analysis.studies import StudyError, open_folder

    try:
        return open_folder(path)
    except StudyError as error:
        raise UserError(str(error)) from error


@contextmanager
def asking() -> Iterator[None]:
    """Turn what cannot be asked of a study into a message for its user."""
    from analysis.discovery import DiscoveryError, WhereError
    from analysis.estimates import MeasureError
    from analysis.sensitivity import SensitivityError
    from analysis.studies import StudyError
    from analysis.studies.designs import DesignError

    try:
        yield
    except (StudyError, SensitivityError, DiscoveryError, WhereError, MeasureError, DesignError) as error:
        raise UserError(str(error)) from error


def heading(folder: StudyFolder, looked: Looked) -> list[str]:
    """What is asked of what: the study, its runs, and those that are not there or not looked at, as lines."""
    study = folder.study
    lines = [f"{study.title or study.name}: {looked.stored:,} runs of {study.design.size:,} settings"]
    lines += wrapped(looked.said) if looked.said else []
    missing = study.runs - looked.stored
    if missing:
        lines.append(f"{missing:,} of {study.runs:,} runs are not done yet: climbdown sweep {folder.path} goes on")
    if looked.failed:
        lines.append(f"{looked.failed:,} runs failed; they are left out, never counted as an outcome")
    return lines

"""A study carried out: taken up where it stands, part by part, until its table is whole."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from analysis.studies.cluster_connection import Certificates, Cluster
from analysis.studies.compacting import Compacted
from analysis.studies.folder_lock import locked
from analysis.studies.part_computing import Computer
from analysis.studies.partition_making import Partitions
from analysis.studies.study import Study
from analysis.studies.study_folder import StudyFolder
from analysis.studies.study_mending import close_table, make_table, mended
from analysis.studies.study_opening import LOG, begin, take_up
from analysis.studies.study_reading import read_study
from analysis.studies.thread_workers import Done, Task, Threads, Workers
from sim.processors import processors

Progress = Callable[[int, int], None]
"""Told the runs that are stored, and all runs."""


@dataclass(frozen=True)
class How:
    """How a study is carried out; nothing of it changes a row.

    Attributes
    ----------
    workers : int or None
        Threads; by default one a processor.
    dask : str or None
        Address of a Dask scheduler, or ``local`` for one in this process; None for threads alone.
    progress : callable or None
        Told how far it is.
    certificates : Certificates
        For a scheduler whose address begins with ``tls://``.
    """

    workers: int | None = None
    dask: str | None = None
    progress: Progress | None = None
    certificates: Certificates = field(default_factory=Certificates)


class Finished(NamedTuple):
    """What became of a study: its folder, how many runs were done now, and which parts were lost and why."""

    folder: StudyFolder
    computed: int
    lost: tuple[Done, ...]

    @property
    def table(self) -> Compacted | None:
        """The table, or None when parts are missing."""
        return self.folder.table


def sweep(study: Study | str | Path, out: str | Path | None = None, how: How | None = None) -> Finished:
    """Carry out a study, or go on with it where an earlier call stopped.

    Parameters
    ----------
    study : Study, str or path
        A study, a shipped name, or the path of a study file.
    out : str or path, optional
        Its folder; by default the study's name with ``.study`` in the current folder.
    how : How, optional
        Workers and progress.

    Returns
    -------
    Finished

    Raises
    ------
    ScenarioError
        When the study cannot be read.
    StudyError
        When the folder holds something else, or another process is at work in it, or a cluster fails.
    OSError
        When the disk refuses; what was stored stays, and the same call goes on from there.
    KeyboardInterrupt
        On Ctrl-C; as before.
    """
    read = study if isinstance(study, Study) else read_study(study)
    path = Path(out) if out is not None else default_folder(read)
    chosen = how or How()
    take_up(read, path)  # refuses what cannot be taken up before anything is written
    path.mkdir(parents=True, exist_ok=True)
    with locked(path):
        folder = begin(read, path)
        if folder.table is not None:
            Partitions(folder.path, folder.owner, folder.schema)  # which tidies up
            return Finished(mended(folder), 0, ())
        return _carry_out(folder, chosen)


def default_folder(study: Study) -> Path:
    """Where a study goes that was given no folder."""
    return Path(f"{study.name}.study")


def _carry_out(folder: StudyFolder, how: How) -> Finished:
    stored = Partitions(folder.path, folder.owner, folder.schema)
    before = stored.runs
    computed, lost = 0, []
    _note(folder, f"begin: {before} of {folder.study.runs} runs stored")
    try:
        stored.make_all()
        for done in _workers(folder, how).work(_tasks(folder, stored)):
            computed += done.runs
            if done.lost:
                lost.append(done)
            else:
                stored.add(done.number)
            if how.progress is not None:
                how.progress(before + computed, folder.study.runs)
    except BaseException as error:
        _note(folder, f"stopped after {computed} runs: {type(error).__name__} {error}".rstrip())
        raise
    _note(folder, f"{computed} runs done" + "".join(f"; part {done.number} lost: {done.lost}" for done in lost))
    if lost:
        return Finished(folder, computed, tuple(lost))
    closed = close_table(folder, stored) if folder.layout.partition else make_table(folder)
    _note(closed, "the table is whole")
    return Finished(closed, computed, ())


def _workers(folder: StudyFolder, how: How) -> Workers:
    count = how.workers or processors()
    if how.dask is None:
        return Threads(Computer(folder.study.recipe, folder.schema), folder.path, folder.owner, count)
    from analysis.studies.dask_workers import DaskWorkers

    types = folder.manifest["factors"], folder.manifest["measures"]
    where = Cluster(how.dask, how.certificates, count)
    return DaskWorkers(folder.study.recipe, types, folder.path, folder.owner, where)


def _tasks(folder: StudyFolder, stored: Partitions) -> Iterator[Task]:
    """What is still to do, in the order of work, with the values of its rows."""
    for number in folder.layout.order():
        if not stored.has(number):
            part = folder.layout.part(number)
            yield part, folder.design.values(part.first_row, part.last_row)


def _note(folder: StudyFolder, text: str) -> None:
    """Add a line to the study's log; a full disk must not hide what is being said."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    try:
        with (folder.path / LOG).open("a", encoding="utf-8") as log:
            log.write(f"{now} process {os.getpid()}: {text}\n")
    except OSError:
        return

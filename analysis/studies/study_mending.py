"""A study's table made of its parts, and made again where it came to harm."""

from __future__ import annotations

from collections import Counter

from analysis.studies.compacting import FAILURES, compact, is_failures
from analysis.studies.partition_making import Partitions, close
from analysis.studies.parts_finding import TABLE
from analysis.studies.set_aside import say, set_aside
from analysis.studies.study import StudyError
from analysis.studies.study_folder import StudyFolder

TOLD = 5
"""Partitions that are named when some are missing."""


def mended(folder: StudyFolder) -> StudyFolder:
    """A finished study with its table and failures made again, if they are not what they were.

    They are made from the parts; a large study's failures from the partitions of its table. For whoever holds the
    study's lock. Where runs are missing it stays as it is, and that is said.

    Raises
    ------
    OSError
        When the disk refuses.
    """
    if folder.is_whole:
        return folder
    if folder.layout.partition:
        return _mended_partitions(folder)
    missing = folder.layout.parts - len(folder.parts())
    if not missing:
        return make_table(folder)
    remedy = f"climbdown sweep {folder.path} does them again" if folder.table is None else "its table answers instead"
    say(
        f"{folder.path / wrong_file(folder)}: is not the file that the manifest names, and {missing:,} of "
        f"{folder.layout.parts:,} parts to mend it from are missing; {remedy}"
    )
    return folder


def _mended_partitions(folder: StudyFolder) -> StudyFolder:
    """A finished large study as :func:`mended`; only what is wrong is made again."""
    layout, made = folder.layout, folder.partitions()
    left = {number for number in range(layout.partitions) if number not in made}
    stored = Counter(map(layout.partition_of, folder.loose_parts(made)))
    gone = [number for number in left if stored[number] < len(layout.parts_of(number))]
    if not gone:
        return make_table(folder)
    runs = sum(len(layout.cells_of(number)) for number in gone)
    say(
        f"{folder.path / TABLE}: {len(gone):,} of {layout.partitions:,} partitions "
        f"({', '.join(map(str, gone[:TOLD]))}{', ...' if len(gone) > TOLD else ''}) are missing or damaged, and their "
        f"parts are no longer kept; climbdown sweep {folder.path} does their {runs:,} runs again, and only these"
    )
    return folder


def wrong_file(folder: StudyFolder) -> str:
    """The name of what is not as the manifest says."""
    return TABLE if folder.table is None else FAILURES


def make_table(folder: StudyFolder) -> StudyFolder:
    """Make the table of all parts, for whoever holds the study's lock.

    A file that stands in its place and is not what the manifest names is set aside.

    Raises
    ------
    StudyError
        When parts are missing.
    OSError
        When the disk refuses.
    """
    if folder.layout.partition:
        return close_table(folder, Partitions(folder.path, folder.owner, folder.schema))
    parts = folder.parts()
    missing = folder.layout.parts - len(parts)
    if missing:
        raise StudyError(f"{folder.path}: {missing} parts were damaged once stored; the same command mends it")
    if folder.noted is not None:
        _set_aside_wrong(folder, wrong_file(folder), "the parts")
    return folder.finish(compact(folder.path, folder.layout, parts, folder.schema))


def close_table(folder: StudyFolder, partitions: Partitions) -> StudyFolder:
    """Make what is missing of a large study's table; errors as for :func:`make_table`."""
    missing = partitions.make_all()
    if missing:
        raise StudyError(
            f"{folder.path}: parts of {missing} partitions were damaged once stored; the same command mends it"
        )
    if folder.noted is not None and not is_failures(folder.path, folder.noted):
        _set_aside_wrong(folder, FAILURES, "the table")
    return folder.finish(close(folder.path, folder.owner, partitions.made))


def _set_aside_wrong(folder: StudyFolder, name: str, source: str) -> None:
    """Make room for a file that is not what the manifest names, and say from what it is made again."""
    wrong = folder.path / name
    if wrong.exists() or wrong.is_symlink():
        set_aside(folder.path, wrong, f"is not the file that the manifest names; made again from {source}")
    else:
        say(f"{wrong}: is missing; made again from {source}")

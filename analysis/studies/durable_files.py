"""A file that is never seen unfinished: written beside its place, flushed to the disk, then named."""

from __future__ import annotations

import os
from pathlib import Path

from analysis.studies.cut_moments import reach

UNFINISHED = ".tmp"
"""What the name of a file ends in while it is being written."""


def write_whole(path: Path, content: bytes, moments: tuple[str, str] | None = None) -> None:
    """Write a file whole.

    Parameters
    ----------
    path : pathlib.Path
        Where; a file that is there is replaced.
    content : bytes
        What it will hold.
    moments : tuple of str, optional
        Names of the moments when it is written and when it has its name (:mod:`analysis.studies.cut_moments`).

    Raises
    ------
    OSError
        When the disk refuses; nothing half-written is left under the file's name.
    """
    beside = path.with_name(path.name + UNFINISHED)
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if moments:
            reach(moments[0])
        beside.replace(path)
        flush_folder(path.parent)
    except OSError:
        if beside.is_file():
            beside.unlink()
        raise
    if moments:
        reach(moments[1])


def flush_folder(folder: Path) -> None:
    """Have the new name itself on the disk, where the system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

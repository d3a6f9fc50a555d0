"""One study folder, one process: whoever comes second is told who is there; a dead holder's lock does not bind."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.studies.set_aside import make_room
from analysis.studies.study import StudyError

LOCK = "lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a study folder.

    The system drops the lock when its holder dies, however it dies, so a file that is left behind blocks nobody.

    Raises
    ------
    StudyError
        When another process holds it; names that process.
    """
    make_room(folder, folder / LOCK)
    with (folder / LOCK).open("a+") as file:
        if not _take(file.fileno()):
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise StudyError(f"{folder}: another climbdown (process {holder}) is at work in this folder; wait for it")
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _take(handle: int) -> bool:
    """Take the lock unless somebody has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

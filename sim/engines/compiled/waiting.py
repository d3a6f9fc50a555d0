"""Processes that start at once share one compilation: the first compiles, the others wait and read its cache."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from sim.engines.compiled.sealing import set_aside


def lock_of(folder: Path) -> Path:
    """Where the lock of a folder is: beside it, so that the folder can be set aside by whoever holds the lock."""
    return folder.with_name(f"{folder.name}.lock")


@contextmanager
def one_at_a_time(folder: Path | None) -> Iterator[None]:
    """Hold a folder's lock; the system lets go of it when a process ends, however it ends.

    Where there is no folder, or its file system knows no locks, nobody waits: all compile, which costs time and nothing
    else.

    Parameters
    ----------
    folder : Path or None
        The cache folder.
    """
    held = _open(folder)
    try:
        if held is not None:
            with suppress(OSError):
                _lock(held)
        yield
    finally:
        if held is not None:
            held.close()


def _open(folder: Path | None) -> IO[Any] | None:
    """The lock's file; something else in its place is set aside."""
    if folder is None:
        return None
    path = lock_of(folder)
    for mend in (set_aside, None):
        try:
            return path.open("a+b")
        except (IsADirectoryError, PermissionError):
            if mend is None or mend(path) is None:
                return None
        except OSError:
            return None
    return None


def _lock(held: IO[Any]) -> None:
    if os.name == "nt":
        import msvcrt

        held.seek(0)
        msvcrt.locking(held.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX)

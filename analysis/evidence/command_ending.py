"""How a command of the evidence ends where it cannot go on: what is said on the error stream, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

DONE, INPUT, INTERRUPTED = 0, 2, 130


def carried_out(
    work: Callable[[], object], place: Path | None, left: str, wrong: tuple[type[Exception], ...] = ()
) -> int:
    """Do a command's work, and return its exit code.

    Parameters
    ----------
    work : callable
        What it does.
    place : pathlib.Path or None
        What it writes, for a disk that refuses without naming a file.
    left : str
        How what it writes is left where it cannot go on, as the end of a sentence.
    wrong : tuple of exception types, optional
        What besides a refused disk says that the input is wrong; its text is told.

    Returns
    -------
    int
        0 done, 2 on bad input or a disk that refuses, 130 when stopped by Ctrl-C.
    """
    try:
        work()
    except OSError as error:
        about = error.filename or place
        told = [str(about)] if about else []
        sys.stderr.write(f"{': '.join([*told, error.strerror or str(error)])}; {left}\n")
        return INPUT
    except wrong as error:
        sys.stderr.write(f"{error}\n")
        return INPUT
    except KeyboardInterrupt:
        sys.stderr.write(f"stopped; {left}\n")
        return INTERRUPTED
    return DONE

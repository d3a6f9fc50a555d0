"""What went wrong, said to a person: the user's input, a missing extra, or a fault of ours."""

from __future__ import annotations

import errno
import os
import platform
import sys
from functools import singledispatch

import typer

DONE, FAULT, INPUT = 0, 1, 2
INTERRUPTED, PIPE_CLOSED = 130, 141

REFUSALS = {errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EMFILE, errno.ENOMEM, errno.ENOSPC, errno.EROFS}
"""What a system refuses without naming a file: a full or failing disk, too many open files, no memory."""

LINES_TOLD = 6
"""Lines of an unforeseen error that are shown; some libraries write pages."""

EXTRA_OF = {
    "altair": "studies",
    "duckdb": "studies",
    "pyarrow": "studies",
    "SALib": "studies",
    "scipy": "studies",
    "vl_convert": "studies",
    "dask": "cluster",
    "distributed": "cluster",
    "ipyvue": "viz",
    "ipyvuetify": "viz",
    "matplotlib": "viz",
    "solara": "viz",
    "starlette": "classroom",
    "uvicorn": "classroom",
}
"""Which extra brings an import that a plain installation lacks."""


class UserError(Exception):
    """The command was asked for something that cannot be done; the message says what, and what would work."""


class OutputError(UserError):
    """What the command has to say reaches nobody: the disk behind its output is full, or there is no output."""


def describe(error: BaseException) -> tuple[int, str]:
    """Say how a command that ended in ``error`` exits, and what is written to the error stream.

    Parameters
    ----------
    error : BaseException
        Whatever reached the top of the command.

    Returns
    -------
    tuple of int and str
        Exit code (2 the user's input or machine, 1 a fault of ours, 130 Ctrl-C, 141 the reader of our output went
        away) and the message; an empty message means that nothing needs saying.
    """
    if isinstance(error, BrokenPipeError):
        return PIPE_CLOSED, ""
    if isinstance(error, (KeyboardInterrupt, typer.Abort)):
        return INTERRUPTED, "interrupted"
    told = _no_fault_of_ours(error)
    return (FAULT, _how_to_report(error)) if told is None else (INPUT, told)


@singledispatch
def _no_fault_of_ours(error: BaseException) -> str | None:
    """What to say of an error that comes from the input or the machine; None for a fault of ours."""
    return str(error) if _is_scenario_error(error) else None


@_no_fault_of_ours.register
def _(error: UserError) -> str:
    return str(error)


@_no_fault_of_ours.register
def _(error: ModuleNotFoundError) -> str | None:
    return _how_to_install(error) if _extra(error) else None


@_no_fault_of_ours.register
def _(error: OSError) -> str | None:
    names_what_it_is_about = error.filename is not None or error.errno in REFUSALS
    return f"{_path(error)}: {error.strerror}" if names_what_it_is_about else None


@_no_fault_of_ours.register
def _(error: MemoryError) -> str:  # noqa: ARG001 - as the others
    return "there is not enough memory for this; ask for less at a time"


def _extra(error: ModuleNotFoundError) -> str | None:
    return EXTRA_OF.get((error.name or "").partition(".")[0])


def _how_to_install(error: ModuleNotFoundError) -> str:
    return f"this needs {error.name}, which is not installed: pip install 'climbdown[{_extra(error)}]'"


def _path(error: OSError) -> str:
    """The path that an error is about, with bytes that are no text shown escaped."""
    named = "a file or the output" if error.filename is None else error.filename
    return os.fsdecode(named) if isinstance(named, bytes) else str(named)


def _is_scenario_error(error: BaseException) -> bool:
    """Ask only a module that is loaded already: nothing else can have raised it, and importing costs time."""
    scenario = sys.modules.get("sim.files.problems")
    return scenario is not None and isinstance(error, scenario.ScenarioError)


def _how_to_report(error: BaseException) -> str:
    from sim.version import __version__

    told = f"{type(error).__name__}: {error}".splitlines()[:LINES_TOLD]
    return (
        "climbdown failed, and the fault is ours, not yours.\n  " + "\n  ".join(told) + "\n"
        "To report it, send the above, your command and your scenario, and this:\n"
        f"  climbdown {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}\n"
        "The same command with --debug shows where it happened."
    )

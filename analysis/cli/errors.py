"""What went wrong, said to a person: the user's input, a missing extra, or a fault of ours."""

from __future__ import annotations

import errno
import platform
import sys

import typer

DONE, FAULT, INPUT = 0, 1, 2
INTERRUPTED, PIPE_CLOSED = 130, 141

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
}
"""Which extra brings an import that a plain installation lacks."""


class UserError(Exception):
    """The command was asked for something that cannot be done; the message says what, and what would work."""


def describe(error: BaseException) -> tuple[int, str]:
    """Say how a command that ended in ``error`` exits, and what is written to the error stream.

    Parameters
    ----------
    error : BaseException
        Whatever reached the top of the command.

    Returns
    -------
    tuple of int and str
        Exit code (2 the user's input, 1 a fault of ours, 130 Ctrl-C, 141 the reader of our output went away) and
        the message; an empty message means that nothing needs saying.
    """
    if isinstance(error, BrokenPipeError):
        return PIPE_CLOSED, ""
    if isinstance(error, (KeyboardInterrupt, typer.Abort)):
        return INTERRUPTED, "interrupted"
    if isinstance(error, ModuleNotFoundError) and _extra(error):
        return INPUT, _how_to_install(error)
    if isinstance(error, OSError) and error.filename is not None:
        return _about_file(error)
    if isinstance(error, UserError) or _is_scenario_error(error):
        return INPUT, str(error)
    return FAULT, _how_to_report(error)


def _extra(error: ModuleNotFoundError) -> str | None:
    return EXTRA_OF.get((error.name or "").partition(".")[0])


def _how_to_install(error: ModuleNotFoundError) -> str:
    return f"this needs {error.name}, which is not installed: pip install 'climbdown[{_extra(error)}]'"


def _about_file(error: OSError) -> tuple[int, str]:
    """Tell a full disk, which is nobody's wish, from a path that the user can correct."""
    code = FAULT if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO) else INPUT
    return code, f"{error.filename}: {error.strerror}"


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

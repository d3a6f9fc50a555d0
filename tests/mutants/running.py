"""How mutants meet tests: a pytest session that collects once, then forks a child for each mutant.

The child puts the mutant in and runs the tests chosen for it, the quickest first, until one fails. A fork costs
milliseconds, where a new Python would take seconds to import the model and to collect its tests again.
"""

from __future__ import annotations

import contextlib
import math
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

SURVIVED = "survived"
KILLED = "killed"
NO_PROGRAM = "makes no program"
"""An edit that cannot be put in says nothing about the tests."""
SLOW = "ran too long"
"""A mutant under whose weight a test ran far longer than it should (an endless loop) counts as killed."""
PATIENCE = 4.0
"""How many times the usual processor time, and seconds on top, the tests of one mutant may take."""
EXTRA_SECONDS = 20.0


class Verdict(NamedTuple):
    """What became of a mutant, and which test noticed."""

    status: str
    test: str


class Session:
    """A pytest plugin that hands the collected tests over instead of running them.

    Parameters
    ----------
    work : callable
        Called once with the collected tests by name.
    """

    def __init__(self, work: Callable[[dict[str, pytest.Item]], None]) -> None:
        self.work = work

    def pytest_configure(self) -> None:
        """Examples that fail need not be made small: it takes long, and nobody looks at them."""
        usual = settings.get_profile("ci")
        settings.register_profile("mutants", usual, phases=(Phase.explicit, Phase.generate))
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of running the tests."""
        self.work({item.nodeid: item for item in session.items})
        return True


def collect(paths: Sequence[str], work: Callable[[dict[str, pytest.Item]], None], *options: str) -> int:
    """Collect the tests of some files without numba and hand them to ``work``."""
    os.environ["CLIMBDOWN_NO_NUMBA"] = "1"
    return int(pytest.main(["-q", "-p", "no:cacheprovider", *options, *paths], plugins=[Session(work)]))


def passes(item: pytest.Item) -> bool:
    """Run one test here."""
    reports = runtestprotocol(item, log=False, nextitem=None)
    return not any(report.failed for report in reports)


def in_a_child(tests: Iterable[pytest.Item], change: Callable[[], Any], seconds: float) -> Verdict:
    """Make a change in a child process and run tests there until one fails, for some seconds of processor time."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds), math.ceil(seconds) + 5))
        _run_and_leave(tests, change, writing)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = pipe.read()
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL):
        return Verdict(SLOW, "")
    status = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 1
    return Verdict({0: SURVIVED, 2: NO_PROGRAM}.get(status, KILLED), told)


def _run_and_leave(tests: Iterable[pytest.Item], change: Callable[[], Any], pipe: int) -> None:
    status = 1
    ready = False
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(silent, stream)
        with contextlib.redirect_stdout(sys.__stdout__), contextlib.redirect_stderr(sys.__stderr__):
            change()
            ready = True
            failed = next((item.nodeid for item in tests if not passes(item)), None)
        if failed is None:
            status = 0
        else:
            os.write(pipe, failed.encode())
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent must hear of it
        os.write(pipe, f"{type(error).__name__}: {error}"[:300].encode())
        status = 1 if ready else 2
    finally:
        os._exit(status)

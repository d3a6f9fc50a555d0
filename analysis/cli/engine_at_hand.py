"""The engine that a command counts with: at its first use it is compiled aside, and the person is told so."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from analysis.cli.counting_progress import TELL_SECONDS, progress
from analysis.cli.printing import tell

FEW_RUNS = 200
"""Up to so many runs, doing them plainly takes less time than compiling."""
PREPARING = "preparing the fast engine, once, about a minute; until then runs take longer and come out the same"
WAITING = "preparing the fast engine, once, about a minute"
DAMAGED = "the fast engine that was kept here is damaged: it is set aside and prepared anew"
SLOWER = "numba is not here: every run takes some hundred times as long (pip install numba)"
SWITCHED_OFF = "the fast engine is switched off (CLIMBDOWN_NO_NUMBA): every run takes some hundred times as long"
GOES_ON = "the fast engine is still being prepared ({}); a later command finds it ready"
FAILED = "the fast engine could not be prepared ({}); every run took some hundred times as long"


class Stage(Protocol):
    """How far a compilation is: in words, and seconds since it was begun."""

    @property
    def words(self) -> str:
        """What is being compiled."""

    @property
    def seconds(self) -> float:
        """Time since it was begun."""


class Making(Protocol):
    """A compilation in a process of its own: :class:`sim.engines.compiled.first_use.Making`."""

    def ready(self) -> bool:
        """Whether compiled code is waiting."""

    def failed(self) -> bool:
        """Whether it ended without."""

    def reason(self) -> str:
        """Why it failed."""

    def stage(self) -> Stage:
        """How far it is."""

    def end(self) -> None:
        """End it now."""


class Engine:
    """How runs are counted, and what a person should know about that.

    Parameters
    ----------
    name : {"compiled", "plain"}
        What counts the runs; while compiled code is being made, ``compiled`` already.
    making : Making or None
        The compilation under way.
    """

    def __init__(self, name: str, making: Making | None = None) -> None:
        self.name = name
        self.estimates = ""
        self._making = making
        self._ended = False

    @property
    def slow(self) -> bool:
        """Whether runs are done by plain Python at this moment."""
        return self.name == "plain" or (self._making is not None and not self._making.ready())

    def status(self) -> str:
        """What to say to somebody who waits: how far the compilation is, and first estimates if there are any."""
        return "; ".join(filter(None, [self.stage(), self.estimates])) if self.slow else ""

    def stage(self) -> str:
        """How far the compilation is, in words; nothing when there is none under way."""
        if self._making is None or self._making.ready():
            return ""
        if self._making.failed():
            return "" if self._ended else "without the fast engine, which could not be prepared"
        stage = self._making.stage()
        return f"fast engine: {stage.words}, {stage.seconds:.0f} s"

    def end(self) -> None:
        """End the compilation, for a person who presses Ctrl-C."""
        if self._making is not None and not self._ended and not self._making.ready():
            self._ended = True
            self._making.end()

    def say_goodbye(self) -> None:
        """Say what becomes of a compilation that is not finished when the command is."""
        if self._making is None or self._ended or self._making.ready():
            return
        failed = self._making.failed()
        words = FAILED.format(self._making.reason()) if failed else GOES_ON.format(self._making.stage().words)
        tell(words)


@contextmanager
def engine_at_hand(runs: int | None = None) -> Iterator[Engine]:
    """Give the engine to count with; when it has never been compiled, compile it in a process of its own.

    Parameters
    ----------
    runs : int, optional
        With more than :data:`FEW_RUNS`, wait until the engine is ready; by default count at once, first without it.
    """
    from sim.run import compiling_aside, engine_state, prepare_engine

    state = engine_state()
    if state == "ready":
        yield Engine("compiled")
        return
    if state == "plain":
        tell(SWITCHED_OFF if os.environ.get("CLIMBDOWN_NO_NUMBA") else SLOWER)
        yield Engine("plain")
        return
    wait = runs is not None and runs > FEW_RUNS
    _announce(WAITING if wait else PREPARING, damaged=state == "damaged")
    with compiling_aside() as making:
        engine = Engine("compiled", making)
        if making is None:
            prepare_engine()
        elif wait:
            wait_for(engine)
        yield engine
        engine.say_goodbye()


def _announce(what: str, damaged: bool) -> None:
    tell("\n".join([DAMAGED, what] if damaged else [what]))


def wait_for(engine: Engine, sleep: Callable[[float], None] = time.sleep) -> None:
    """Wait for a compilation, showing how far it is, until it is ready or has failed."""
    last = time.monotonic()
    with progress(1, "preparing", engine.stage):
        while engine.slow and "could not" not in engine.stage():
            sleep(0.2)
            if not sys.stderr.isatty() and time.monotonic() - last >= TELL_SECONDS:
                last = time.monotonic()
                tell(engine.stage())

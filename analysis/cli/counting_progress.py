"""Many runs for a command: the engine made ready, progress shown on the error stream, Ctrl-C kept what is finished."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from analysis.cli.printing import tell

Count = Annotated[int, typer.Option("-n", "--runs", min=1, max=2**32 - 1, metavar="N", help="How many runs.")]
Threads = Annotated[
    int | None, typer.Option("--threads", min=1, metavar="N", help="Threads; all processors by default.")
]

PREPARING = "preparing the fast engine, once, about a minute"
SLOWER = "numba is not here: every run takes some hundred times as long (pip install numba)"


def ready_engine() -> str:
    """Make the engine ready, saying so where it takes time, and return how runs will be counted.

    Returns
    -------
    str
        ``compiled`` or ``plain``.
    """
    from sim.run import engine_state, prepare_engine

    state = engine_state()
    if state == "plain":
        tell(SLOWER)
        return "plain"
    if state == "unprepared":
        with _working(PREPARING):
            prepare_engine()
    return "compiled"


@contextmanager
def _working(what: str) -> Iterator[None]:
    """Show that work is under way: a spinner on a terminal, else one line."""
    if not sys.stderr.isatty():
        tell(what)
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


class Stopping:
    """Remembers that Ctrl-C was pressed; a second one interrupts at once."""

    def __init__(self) -> None:
        self.asked = False

    def check(self, _: int = 0) -> None:
        """Interrupt the counting, at a moment when nothing is lost."""
        if self.asked:
            raise KeyboardInterrupt

    def take_note(self, *_: object) -> None:
        """Take note of Ctrl-C (what a signal handler is given does not matter)."""
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


@contextmanager
def stopping() -> Iterator[Stopping]:
    """Turn Ctrl-C into a note for the length of a block, where a program may do so (in its main thread)."""
    note = Stopping()
    if threading.current_thread() is not threading.main_thread():
        yield note
        return
    before = signal.signal(signal.SIGINT, note.take_note)
    try:
        yield note
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def progress(total: int, what: str = "runs") -> Iterator[Callable[[int], None]]:
    """Show a bar with the time left on the error stream, if that is a terminal; gives what is told of finished runs."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich import progress as bars
    from rich.console import Console

    columns: list[Any] = [bars.TextColumn("{task.description}"), bars.BarColumn(), bars.MofNCompleteColumn()]
    columns += [bars.TextColumn("left"), bars.TimeRemainingColumn()]
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=total)
        yield lambda done: shown.advance(task, done)

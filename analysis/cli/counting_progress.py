"""Many runs for a command: progress shown on the error stream, and after Ctrl-C what is finished is kept."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from analysis.cli.printing import tell

Count = Annotated[int, typer.Option("-n", "--runs", min=1, max=2**32 - 1, metavar="N", help="How many runs.")]
Threads = Annotated[
    int | None, typer.Option("--threads", min=1, metavar="N", help="Threads; all processors by default.")
]

TELL_SECONDS = 10.0
"""How often a line is written where no bar can be drawn."""

Status = Callable[[], str]
"""Says in words what a person should know while waiting; nothing when there is nothing to say."""


class Stopping:
    """Remembers that Ctrl-C was pressed; a second one interrupts at once.

    Parameters
    ----------
    also : callable, optional
        Called at the first Ctrl-C.
    """

    def __init__(self, also: Callable[[], None] | None = None) -> None:
        self.asked = False
        self._also = also

    def check(self, _: int = 0) -> None:
        """Interrupt the counting, at a moment when nothing is lost."""
        if self.asked:
            raise KeyboardInterrupt

    def take_note(self, *_: object) -> None:
        """Take note of Ctrl-C (what a signal handler is given does not matter)."""
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        if self._also is not None:
            self._also()


@contextmanager
def stopping(also: Callable[[], None] | None = None) -> Iterator[Stopping]:
    """Turn Ctrl-C into a note for the length of a block, where a program may do so (in its main thread).

    Parameters
    ----------
    also : callable, optional
        Called at the first Ctrl-C.
    """
    note = Stopping(also)
    if threading.current_thread() is not threading.main_thread():
        yield note
        return
    before = signal.signal(signal.SIGINT, note.take_note)
    try:
        yield note
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def progress(total: int, what: str = "runs", status: Status | None = None) -> Iterator[Callable[[int], None]]:
    """Show on the error stream how far a count is; gives what is told of finished runs.

    Parameters
    ----------
    total : int
        How many there will be.
    what : str
        What they are.
    status : callable, optional
        What else to say: on a terminal in a line above the bar, elsewhere in lines written now and then.
    """
    if not sys.stderr.isatty():
        yield _line_by_line(total, what, status) if status is not None else lambda _: None
        return
    from rich import progress as bars
    from rich.console import Console
    from rich.text import Text

    class Shown(bars.Progress):
        def get_renderables(self) -> Iterator[Any]:
            if words := status() if status is not None else "":
                yield Text(words)
            yield self.make_tasks_table(self.tasks)

    columns: list[Any] = [bars.TextColumn("{task.description}"), bars.BarColumn(), bars.MofNCompleteColumn()]
    columns += [bars.TextColumn("left"), bars.TimeRemainingColumn()]
    with Shown(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=total)
        yield lambda done: shown.advance(task, done)


def _line_by_line(total: int, what: str, status: Status) -> Callable[[int], None]:
    done, last = 0, -TELL_SECONDS

    def show(more: int) -> None:
        nonlocal done, last
        done += more
        now = time.monotonic()
        if now - last < TELL_SECONDS:
            return
        if words := status():
            last = now
            tell(f"{done:,} of {total:,} {what}; {words}")

    return show

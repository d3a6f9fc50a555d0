"""Which step a command is at, on the error stream: a line that changes on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from analysis.cli.counting_progress import TELL_SECONDS
from analysis.cli.printing import tell

Step = Callable[[str], None]
"""Says what is done next: ``drawing figure 3 of 9``."""


@contextmanager
def steps() -> Iterator[Step]:
    """Give what is told of each step as it begins; nothing of it stays on a terminal at the end."""
    if not sys.stderr.isatty():
        yield _now_and_then()
        return
    from rich.console import Console

    with Console(stderr=True).status("") as shown:
        yield shown.update


def _now_and_then() -> Step:
    last = time.monotonic()

    def show(step: str) -> None:
        nonlocal last
        if time.monotonic() - last >= TELL_SECONDS:
            last = time.monotonic()
            tell(step)

    return show

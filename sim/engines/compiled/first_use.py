"""The first use of the compiled engine: another process compiles, while runs are done by plain Python.

Whoever wants that enters :func:`compiling_aside`; within the block, batches are done plainly until the other process is
ready. The runs are the same to the bit, so nothing in a result tells when that was.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from sim.engines.compiled.compiling import cache_folder, numba_wanted

LET_GO = b"go on alone\n"
"""What the compiling process is told when its starter is done; its starter's death without that word ends it."""
GRACE_SECONDS = 5.0
STALE_SECONDS = 15.0
"""What was said longer ago than this was said by a process that is gone."""


class Stage(NamedTuple):
    """How far the compilation is: in words, the share of rules compiled (0 to 1), and seconds since it was begun."""

    words: str
    share: float
    seconds: float


class Ready(Protocol):
    """Says whether the compiled engine can be used."""

    def ready(self) -> bool:
        """Whether compiled code is waiting."""
        ...


class Making:
    """A process that compiles, as seen by the one that started it.

    Parameters
    ----------
    process : Popen
        The process; it ends with 0 once compiled code is kept.
    folder : Path
        Where it keeps the code.
    """

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self._process = process
        self._folder = folder
        self._begun = time.monotonic()

    def ready(self) -> bool:
        """Whether compiled code is waiting."""
        return self._process.poll() == 0

    def failed(self) -> bool:
        """Whether the process ended without compiled code: nothing is lost but speed."""
        return self._process.poll() not in (None, 0)

    def reason(self) -> str:
        """The last thing that a process said which failed."""
        try:
            return (log_file(self._folder).read_text(encoding="utf-8", errors="replace").splitlines() or [""])[-1]
        except OSError:
            return ""

    def stage(self) -> Stage:
        """How far it is; of two processes that compile at once, what the one at work says of itself."""
        seconds = time.monotonic() - self._begun
        file = stage_file(self._folder)
        try:
            if time.time() - file.stat().st_mtime > STALE_SECONDS:
                return Stage("starting", 0.0, seconds)
            told = json.loads(file.read_text(encoding="utf-8"))
            return Stage(str(told["words"]), float(told["share"]), seconds)
        except (OSError, ValueError, KeyError, TypeError):
            return Stage("starting", 0.0, seconds)

    def end(self) -> None:
        """End the process now; what it has not finished is in nobody's way."""
        self._process.kill()
        self._process.wait(GRACE_SECONDS)
        self._close()

    def let_go(self) -> None:
        """Leave the process to finish by itself, for the next command to find its work done."""
        with suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.write(LET_GO)
                self._process.stdin.flush()
        self._close()

    def _close(self) -> None:
        with suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()


_under_way: Ready | None = None


def plain_for_now() -> bool:
    """Whether runs are to be done by plain Python: there is no numba, or another process still compiles."""
    return not numba_wanted() or (_under_way is not None and not _under_way.ready())


def stage_file(folder: Path) -> Path:
    """Where the process that compiles says how far it is."""
    return folder.with_name(f"{folder.name}.stage")


def log_file(folder: Path) -> Path:
    """Where what goes wrong with the process that compiles can be read."""
    return folder.with_name(f"{folder.name}.log")


@contextmanager
def compiling_aside() -> Iterator[Making | None]:
    """Compile in another process for the length of a block, in which runs are done plainly until it is ready.

    Leaving the block by an error or Ctrl-C ends the process; leaving it otherwise lets it finish by itself. Where no
    process can be started, or its work could not be kept, the block is given None and runs wait for the compilation.
    """
    global _under_way  # noqa: PLW0603 - one per process, like the engine itself
    folder = cache_folder()
    making = start(folder) if folder is not None else None
    if making is None:
        yield None
        return
    before, _under_way = _under_way, making
    try:
        yield making
    except BaseException:
        making.end()
        raise
    else:
        making.let_go()
    finally:
        _under_way = before


def start(folder: Path) -> Making | None:
    """Start the process that compiles; None where that is not possible.

    It is a Python of its own that knows nothing of the caller's script, which therefore needs no main guard.
    """
    root = str(Path(__file__).resolve().parents[3])
    known = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        with log_file(folder).open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "sim.engines.compiled.compile_once"],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=log,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(known)},
            )
    except OSError:
        return None
    return Making(process, folder)

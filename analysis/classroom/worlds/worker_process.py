"""A process beside the server, as the server sees it: jobs go in, messages come out, and its end is noticed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

MODULE = "analysis.classroom.worlds.counting_process"
ROOT = Path(__file__).resolve().parents[3]
PLAIN = "CLIMBDOWN_NO_NUMBA"
"""The variable that keeps a process from the compiled engine."""


class WorkerProcess:
    """A worker that is starting or at work; it ends by itself when this process does.

    It is a Python of its own that knows nothing of the script that was started, which therefore needs no main guard.

    Parameters
    ----------
    plain : bool
        Whether it is to count without compiled code: slowly, and with the same results.

    Raises
    ------
    OSError
        When no process can be started.
    """

    def __init__(self, *, plain: bool = False) -> None:
        known = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(known)} | ({PLAIN: "1"} if plain else {}),
            text=True,
            encoding="utf-8",
        )
        self._jobs: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self._heard: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        for work in (self._send, self._listen):
            Thread(target=work, daemon=True).start()

    @property
    def id(self) -> int:
        """The number of the process."""
        return self._process.pid

    def give(self, job: dict[str, Any]) -> None:
        """Hand over a job; returns at once, however large the job or slow the process."""
        self._jobs.put(job)

    def hear(self, seconds: float) -> dict[str, Any] | None:
        """Return the next message, or None when the process is gone.

        Raises
        ------
        queue.Empty
            When it said nothing for so many seconds.
        """
        return self._heard.get(timeout=seconds)

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._jobs.put(None)

    def _send(self) -> None:
        assert self._process.stdin is not None, "a pipe was asked for"
        with suppress(OSError), self._process.stdin as told:
            while (job := self._jobs.get()) is not None:
                told.write(json.dumps(job, default=str) + "\n")
                told.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None, "a pipe was asked for"
        with self._process.stdout as said:
            for line in said:
                self._heard.put(_message(line))
        self._heard.put(None)


def _message(line: str) -> dict[str, Any] | None:
    """A message; None for half a one, which a process leaves that ends in the middle of it."""
    try:
        found: dict[str, Any] = json.loads(line)
    except ValueError:
        return None
    return found

"""A process that compiles the engine, says how far it is, and ends: ``python -m sim.engines.compiled.compile_once``."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from sim.engines.compiled.compiling import cache_folder, kept_state
from sim.engines.compiled.engine import warm_up
from sim.engines.compiled.first_use import LET_GO, stage_file
from sim.engines.compiled.plan import prepare
from sim.engines.compiled.sealing import Kept
from sim.files import load_scenario
from sim.rule import RULES

SCENARIO = "two-leaders"
"""Any scenario would do: the code is the same for all."""
OFTEN_SECONDS = 0.25


class Teller:
    """Listens to numba and writes down how many rules are compiled, every now and then.

    Parameters
    ----------
    file : Path
        Written whole each time.
    rules : int
        How many there are.
    """

    def __init__(self, file: Path, rules: int) -> None:
        self._file = file
        self._rules = rules
        self._seen: set[Any] = set()
        self._last = 0.0

    def count(self, compiled: object) -> None:
        """Count a function that is compiled, if it is a rule."""
        self._seen.add(compiled)
        if time.monotonic() - self._last >= OFTEN_SECONDS:
            self.tell()

    def tell(self) -> None:
        """Write down how far it is; a full disk hinders no compilation."""
        self._last = time.monotonic()
        done = min(len(self._seen & set(RULES)), self._rules)
        words = f"rule {done} of {self._rules}" if done < self._rules else "machine code"
        with suppress(OSError):
            beside = self._file.with_name(f"{self._file.name}.{os.getpid()}")
            beside.write_text(json.dumps({"words": words, "share": done / self._rules}), encoding="utf-8")
            beside.replace(self._file)


def listen(teller: Teller) -> None:
    """Have numba tell of every function that it has compiled."""
    from numba.core import event

    class Listener(event.Listener):
        def on_start(self, event: Any) -> None:
            """Nothing is told of what begins."""

        def on_end(self, event: Any) -> None:
            """Tell which function it was."""
            teller.count(getattr((event.data or {}).get("dispatcher"), "py_func", None))

    register: Any = event.register
    register("numba:compile", Listener())


def end_with_starter(pipe: int) -> None:
    """End this process when the other end of a pipe is closed without the word that lets it go."""
    heard = b""
    while more := os.read(pipe, 100):
        heard += more
    if heard != LET_GO:
        os._exit(1)


def main() -> int:
    """Compile, unless another process has done it; 0 when compiled code is kept and whole."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # machine code is made deep inside C, where Python hears no signal
    threading.Thread(target=end_with_starter, args=(sys.stdin.fileno(),), daemon=True).start()
    folder = cache_folder()
    if folder is None:
        return 1
    file = stage_file(folder)
    listen(Teller(file, len(RULES)))
    try:
        warm_up(prepare(load_scenario(SCENARIO)))
    finally:
        file.unlink(missing_ok=True)
    return 0 if kept_state() is Kept.WHOLE else 1


if __name__ == "__main__":
    sys.exit(main())

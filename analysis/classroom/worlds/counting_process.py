"""The process that counts many worlds: ``python -m analysis.classroom.worlds.counting_process``.

It is told what to count as lines of JSON and answers in lines of JSON. When nobody is left to tell it anything, it
ends, in the middle of a count if need be: a worker must not outlive a server that was killed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from queue import SimpleQueue
from typing import IO, Any

NICENESS = 5
"""The pages go before."""


def listen(told: IO[str], jobs: SimpleQueue[dict[str, Any]]) -> None:
    """Put each job that arrives in the queue; end this process when there will be no more."""
    for line in told:
        jobs.put(json.loads(line))
    os._exit(0)


def answers(job: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what there is to say of a job: how far it is, as often as it gets further, or what is wrong."""
    from analysis.classroom.worlds.counting import count
    from sim.files import scenario_from

    try:
        for counted in count(scenario_from(job["scenario"]), job["seed"], job["measure"], job["runs"]):
            yield {"said": "counted", **asdict(counted)}
    except Exception as wrong:  # noqa: BLE001 - whatever it is, the class is told, and the next job may do
        yield {"said": "wrong", "why": f"{type(wrong).__name__}: {wrong}"}


@contextmanager
def engine() -> Iterator[None]:
    """Have the fast engine for the length of a block; where it is not compiled yet, that is done on the side."""
    from sim.run import compiling_aside, engine_state, prepare_engine

    if engine_state() in ("unprepared", "damaged"):
        with compiling_aside():
            yield
    else:
        prepare_engine()
        yield


def main() -> None:
    """Count whatever is asked for until the process that asks is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    with suppress(AttributeError, OSError):
        os.nice(NICENESS)
    # What a library prints must not stand among the answers.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    jobs: SimpleQueue[dict[str, Any]] = SimpleQueue()
    threading.Thread(target=listen, args=(sys.stdin, jobs), daemon=True).start()

    def say(message: dict[str, Any]) -> None:
        print(json.dumps(message), file=out, flush=True)

    import analysis.classroom.worlds.counting  # noqa: F401 - now, not when a class waits

    with engine():
        say({"said": "ready"})
        while True:
            for message in answers(jobs.get()):
                say(message)


if __name__ == "__main__":
    main()

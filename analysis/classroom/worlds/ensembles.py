"""Many worlds counted while the class goes on: by a process of its own, watched, that may fail and loses nothing.

Whatever happens to that process, the server goes on and says what became of the count: how far it is, that it was
stopped, that it failed. Nothing here waits for it. A process that ends or falls silent while it should be at work is
given up, and the next count is done by a new one without compiled code, more slowly and with the same results.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from queue import Empty
from threading import Lock, Thread
from typing import Any, NamedTuple

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.state import Counted, WorldChoice
from analysis.classroom.worlds.worker_process import WorkerProcess
from analysis.classroom.worlds.world_runs import chosen_scenario
from sim.files.scenario_writing import plain_tree

TICK_SECONDS = 1.0
PATIENCE = 45
"""Ticks without a word after which a process at work is given up. They are counted, not read off a clock: while a
laptop sleeps, nobody counts."""

ENOUGH = 10
"""Worlds that are an answer when a count is stopped: as many as are shown one by one."""


class _Job(NamedTuple):
    key: str
    runs: int
    message: dict[str, Any]


class Ensembles:
    """Counts of many worlds, one at a time.

    Parameters
    ----------
    changed : callable
        Called, from a thread of this object's, whenever :attr:`state` has changed.
    patience : int
        See :data:`PATIENCE`.
    """

    def __init__(self, changed: Callable[[], None] = lambda: None, patience: int = PATIENCE) -> None:
        self._changed, self._patience = changed, patience
        self._lock = Lock()
        self._worker: WorkerProcess | None = None
        self._job: _Job | None = None
        self._counted: Counted | None = None
        self._finished: deque[tuple[str, Counted]] = deque()
        self._phase, self._why, self._of = "off", "", 0
        self._plain = self._closed = False

    @property
    def state(self) -> dict[str, Any]:
        """How things stand, as JSON has it.

        ``state`` is off, warming, ready, counting, done or failed; ``done`` and ``of`` are worlds of the latest count;
        ``why`` is empty, or how it failed: the process ``ended``, fell ``silent``, or ``refused`` what it was to count.
        """
        with self._lock:
            done = self._counted.runs if self._counted else 0
            return {"state": self._phase, "done": done, "of": self._of, "why": self._why}

    @property
    def process(self) -> int | None:
        """The number of the process that counts; None where there is none."""
        with self._lock:
            return self._worker.id if self._worker else None

    def start(self) -> None:
        """Start the process, so that it is ready when a class wants to know; returns at once."""
        with self._lock:
            if self._worker is None and not self._closed:
                self._open("warming")
        self._changed()

    def count(self, key: str, lesson: Lesson, choice: WorldChoice, measure: str, runs: int = 1000) -> None:
        """Begin to count; returns at once. A count that is under way for another key is given up.

        Parameters
        ----------
        key : str
            What the result is asked for by.
        lesson : Lesson
        choice : WorldChoice
            Which worlds; the lucks counted are 0 and up, whichever the choice names.
        measure : str
            What is counted: a measure that says whether something happened in a run.
        runs : int
            How many worlds.

        Raises
        ------
        ScenarioError, KeyError
            When the sliders do not make a scenario.
        """
        tree = plain_tree(chosen_scenario(lesson, choice.settings))
        job = _Job(key, runs, {"scenario": tree, "seed": lesson.seed, "measure": measure, "runs": runs})
        with self._lock:
            if self._closed or self._job == job:
                return
            if self._job is not None:
                self._drop_worker()
            self._job, self._counted, self._of = job, None, runs
            self._phase, self._why = "counting", ""
            if self._worker is None:
                self._open("counting")
            if self._worker is not None:
                self._worker.give(job.message)
        self._changed()

    def take(self) -> tuple[str, Counted] | None:
        """Return a result that nobody has taken yet, with its key; None where there is none.

        A count that was cancelled or failed leaves what it had, where that is :data:`ENOUGH`; it is not ``whole``.
        """
        with self._lock:
            return self._finished.popleft() if self._finished else None

    def cancel(self) -> None:
        """Stop counting; what was counted so far can be taken. The next process is started at once."""
        with self._lock:
            if self._job is None:
                return
            self._drop_worker()
            self._leave_what_there_is()
            self._open("warming")
        self._changed()

    def close(self) -> None:
        """End the process and count nothing more."""
        with self._lock:
            self._closed, self._job, self._phase = True, None, "off"
            self._drop_worker()

    def _open(self, phase: str) -> None:
        self._phase, self._why = phase, ""
        try:
            self._worker = WorkerProcess(plain=self._plain)
        except OSError:
            self._give_up("ended")
            return
        Thread(target=self._attend, args=(self._worker,), daemon=True).start()

    def _drop_worker(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

    def _attend(self, worker: WorkerProcess) -> None:
        """Hear what a process says, until it is gone or is no longer the one that counts."""
        silent = 0
        while worker is self._worker:
            try:
                said = worker.hear(TICK_SECONDS)
            except Empty:
                silent += 1
                if silent < self._patience or not self._owes(worker):
                    continue
                said = {"said": "silent"}
            silent = 0
            with self._lock:
                if worker is not self._worker:
                    return
                self._take_in(said)
            self._changed()

    def _owes(self, worker: WorkerProcess) -> bool:
        with self._lock:
            return worker is self._worker and self._phase in ("warming", "counting")

    def _take_in(self, said: dict[str, Any] | None) -> None:
        word = said["said"] if said else "ended"
        if word == "ready" and self._job is None:
            self._phase = "ready"
        elif word == "counted" and said is not None:
            self._further(said)
        elif word == "wrong":
            self._give_up("refused")
        elif word in ("ended", "silent"):
            self._drop_worker()
            self._plain = True
            self._give_up(word)

    def _further(self, said: dict[str, Any]) -> None:
        lists = {name: tuple(said[name]) for name in ("firsts", "endings")}
        self._counted = Counted(**{name: value for name, value in said.items() if name != "said"} | lists)
        if self._job is not None and self._counted.whole:
            self._finished.append((self._job.key, self._counted))
            self._job, self._phase = None, "done"

    def _give_up(self, why: str) -> None:
        self._phase, self._why = "failed", why
        self._leave_what_there_is()

    def _leave_what_there_is(self) -> None:
        job, counted, self._job = self._job, self._counted, None
        if job is not None and counted is not None and counted.runs >= ENOUGH:
            self._finished.append((job.key, replace(counted, whole=False)))

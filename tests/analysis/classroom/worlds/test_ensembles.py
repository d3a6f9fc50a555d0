"""A count that goes well, is stopped, crashes, hangs, or is left behind: the class always hears what became of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from analysis.classroom.session.state import Counted, WorldChoice
from analysis.classroom.worlds import ensembles as module
from analysis.classroom.worlds.counting import count
from analysis.classroom.worlds.ensembles import ENOUGH, Ensembles
from sim.files import ScenarioError
from tests.analysis.classroom.worlds.small_lessons import SEED, small_lesson

LESSON = small_lesson()
CHOICE = WorldChoice()
FOR_EVER = 10_000_000


def until(test: Callable[[], Any], seconds: float = 120.0) -> Any:
    """Wait for something to be so, and return it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := test():
            return found
        time.sleep(0.01)
    raise AssertionError("waited in vain")


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ensembles]:
    """A count of very many worlds that is under way."""
    monkeypatch.setattr(module, "TICK_SECONDS", 0.1)
    found = Ensembles(patience=100)
    found.count("many", LESSON, CHOICE, "ever_call", FOR_EVER)
    until(lambda: found.state["done"] > 2 * ENOUGH)
    yield found
    found.close()


@pytest.fixture(scope="module")
def ready() -> Iterator[Ensembles]:
    """A process that has been started and is ready."""
    found = Ensembles()
    found.start()
    until(lambda: found.state["state"] == "ready")
    yield found
    found.close()


def gone(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return False
    return True


def test_worlds_are_counted_as_they_are_run_and_progress_is_told() -> None:
    states: list[dict[str, Any]] = []
    found = Ensembles(lambda: states.append(found.state))
    assert (found.state["state"], found.process, found.take()) == ("off", None, None)
    found.start()
    until(lambda: found.state["state"] == "ready")
    first = found.process
    found.start()
    choice = WorldChoice(17, {"face": 0.9})
    found.count("3", LESSON, choice, "ever_call", 60)
    found.count("3", LESSON, choice, "ever_call", 60)  # asked for twice, counted once
    key, counted = until(found.take)
    world = small_lesson().scenario
    changed = count(module.chosen_scenario(LESSON, choice.settings), SEED, "ever_call", 60)
    assert (key, counted) == ("3", list(changed)[-1])
    assert counted != list(count(world, SEED, "ever_call", 60))[-1]
    assert found.take() is None
    assert found.state == {"state": "done", "done": 60, "of": 60, "why": ""}
    assert found.process == first
    assert [state["state"] for state in states[:2]] == ["warming", "ready"]
    progress = [state["done"] for state in states if state["state"] == "counting"]
    assert progress == sorted(progress)
    assert 0 < progress[-1] < 60
    found.close()
    assert found.state["state"] == "off"
    found.count("4", LESSON, CHOICE, "ever_call", 60)
    assert (found.state["state"], found.process) == ("off", None)


def test_a_count_that_is_stopped_leaves_what_it_had(counting: Ensembles) -> None:
    process = counting.process
    assert process is not None
    counting.cancel()
    key, counted = until(counting.take)
    assert (key, counted.whole) == ("many", False)
    assert ENOUGH <= counted.runs < FOR_EVER
    assert counted.low <= counted.share <= counted.high
    assert gone(process)
    until(lambda: counting.state["state"] == "ready")
    counting.cancel()
    assert counting.state["state"] == "ready"
    counting.count("few", LESSON, CHOICE, "ever_call", 20)
    assert until(counting.take)[1].whole


def test_another_question_takes_the_place_of_the_one_before(counting: Ensembles) -> None:
    counting.count("few", LESSON, CHOICE, "ever_call", 20)
    key, counted = until(counting.take)
    assert (key, counted.runs, counted.whole) == ("few", 20, True)
    assert counting.take() is None


@pytest.mark.parametrize(("sign", "why"), [(signal.SIGKILL, "ended"), (signal.SIGSTOP, "silent")])
def test_a_process_that_ends_or_hangs_is_given_up_and_the_next_count_succeeds(
    counting: Ensembles, sign: signal.Signals, why: str
) -> None:
    counting._patience = 5
    process = counting.process
    assert process is not None
    os.kill(process, sign)
    until(lambda: counting.state["state"] == "failed")
    assert counting.state["why"] == why
    key, counted = until(counting.take)
    assert (key, counted.whole) == ("many", False)
    assert gone(process)
    counting._patience = 600
    counting.count("few", LESSON, CHOICE, "ever_call", 20)
    again: Counted = until(counting.take)[1]
    assert again == list(count(LESSON.scenario, SEED, "ever_call", 20))[-1]


def test_what_cannot_be_counted_is_said_and_the_process_stays(ready: Ensembles) -> None:
    process = ready.process
    ready.count("wrong", LESSON, CHOICE, "ever_cal", 20)
    until(lambda: ready.state["state"] == "failed")
    assert (ready.state["why"], ready.take()) == ("refused", None)
    with pytest.raises(ScenarioError):
        ready.count("wrong", LESSON, WorldChoice(0, {"face": 7.0}), "ever_call", 20)
    ready.count("few", LESSON, CHOICE, "ever_call", 20)
    assert until(ready.take)[0] == "few"
    assert ready.process == process


def test_idle_silence_is_no_failure(ready: Ensembles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TICK_SECONDS", 0.05)
    ready.count("few", LESSON, CHOICE, "ever_call", 20)
    until(ready.take)
    monkeypatch.setattr(ready, "_patience", 2)
    time.sleep(1.5)
    assert ready.state["state"] == "done"


LEFT_BEHIND = """
import time
from analysis.classroom.session.state import WorldChoice
from analysis.classroom.worlds.ensembles import Ensembles
from tests.analysis.classroom.worlds.small_lessons import small_lesson

busy, idle = Ensembles(), Ensembles()
busy.count("many", small_lesson(), WorldChoice(), "ever_call", 10_000_000)
idle.start()
while busy.state["done"] == 0 or idle.state["state"] != "ready":
    time.sleep(0.01)
print(busy.process, idle.process, flush=True)
time.sleep(600)
"""


def test_processes_end_when_the_server_was_killed() -> None:
    """In the middle of a count, or of nothing; nor do they hold the server's output open."""
    server = subprocess.Popen([sys.executable, "-c", LEFT_BEHIND], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    processes = [int(number) for number in server.stdout.readline().split()]
    assert [gone(process) for process in processes] == [False, False]
    server.kill()
    server.wait()
    assert server.stdout.read() == ""
    server.stdout.close()
    until(lambda: all(map(gone, processes)), 30)


def test_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: Any) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(module, "WorkerProcess", refuse)
    found = Ensembles()
    found.count("few", LESSON, CHOICE, "ever_call", 20)
    assert (found.state["state"], found.state["why"], found.take()) == ("failed", "ended", None)

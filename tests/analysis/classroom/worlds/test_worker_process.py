"""A process beside the server: its messages arrive, silence and its end are told apart, and it can be ended."""

from __future__ import annotations

from collections.abc import Iterator
from queue import Empty

import pytest

from analysis.classroom.worlds import worker_process
from analysis.classroom.worlds.worker_process import WorkerProcess

ECHO = """
import os, sys
print('{"said": "plain"}' if os.environ.get("CLIMBDOWN_NO_NUMBA") else '{"said": "quick"}', flush=True)
for line in sys.stdin:
    if "stop" in line:
        print('{"said": "half', end="", flush=True)
        break
    print(line.strip(), flush=True)
"""


@pytest.fixture
def echo(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerProcess]:
    folder = tmp_path_factory.mktemp("echo")
    (folder / "echoing.py").write_text(ECHO)
    monkeypatch.setattr(worker_process, "MODULE", "echoing")
    monkeypatch.setattr(worker_process, "ROOT", folder)
    monkeypatch.delenv("CLIMBDOWN_NO_NUMBA", raising=False)
    process = WorkerProcess()
    yield process
    process.end()


def test_messages_silence_and_the_end_are_told_apart(echo: WorkerProcess) -> None:
    assert echo.hear(20) == {"said": "quick"}
    with pytest.raises(Empty):
        echo.hear(0.01)
    large = {"said": "x" * 200_000}  # more than a pipe holds
    echo.give(large)
    assert echo.hear(20) == large
    echo.give({"said": "stop"})
    assert echo.hear(20) is None


def test_an_ended_process_is_gone(echo: WorkerProcess) -> None:
    echo.hear(20)
    echo.end()
    assert echo.hear(20) is None
    echo.give({"said": "too late"})
    echo.end()


def test_a_process_can_be_kept_from_compiled_code(echo: WorkerProcess) -> None:
    plain = WorkerProcess(plain=True)
    assert plain.hear(20) == {"said": "plain"}
    assert plain.id != echo.id
    plain.end()

"""Is work shown on a terminal and nowhere else, and Ctrl-C taken note of?"""

from __future__ import annotations

import os
import signal
import sys
import threading

import pytest

from analysis.cli.counting_progress import PREPARING, progress, ready_engine, stopping
from sim import run


def test_nothing_is_drawn_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(10) as show:
        show(5)
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_there_is_a_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress(10, "pairs") as show:
        show(10)
    told = capsys.readouterr()
    assert "pairs" in told.err
    assert "10/10" in told.err
    assert told.out == ""


def test_ctrl_c_is_noted_and_a_second_one_interrupts() -> None:
    with stopping() as note:
        note.check()
        os.kill(os.getpid(), signal.SIGINT)
        assert note.asked
        with pytest.raises(KeyboardInterrupt):
            note.check()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_outside_the_main_thread_signals_are_left_alone() -> None:
    seen = []

    def look() -> None:
        with stopping() as note:
            seen.append(note.asked)

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [False]


@pytest.mark.parametrize(
    ("state", "engine", "said"),
    [("ready", "compiled", ""), ("unprepared", "compiled", PREPARING), ("plain", "plain", "numba")],
)
def test_the_engine_is_made_ready(
    state: str, engine: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    done = []
    monkeypatch.setattr(run, "engine_state", lambda: state)
    monkeypatch.setattr(run, "prepare_engine", lambda: done.append(1))
    assert ready_engine() == engine
    assert said in capsys.readouterr().err
    assert len(done) == (state == "unprepared")

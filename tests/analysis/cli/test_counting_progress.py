"""Is work shown on a terminal and nowhere else, and Ctrl-C taken note of?"""

from __future__ import annotations

import os
import signal
import sys
import threading

import pytest

from analysis.cli.counting_progress import progress, stopping


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


def test_more_is_said_above_the_bar_or_in_lines_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress(1000, status=lambda: "half ready") as show:
        for _ in range(100):
            show(4)
    assert capsys.readouterr().err == "4 of 1,000 runs; half ready\n"
    with progress(10, status=lambda: "") as show:
        show(4)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress(10, status=lambda: "half ready") as show:
        show(4)
    assert "half ready" in capsys.readouterr().err


def test_the_first_ctrl_c_also_does_what_is_asked() -> None:
    done = []
    with stopping(lambda: done.append(1)):
        os.kill(os.getpid(), signal.SIGINT)
    assert done == [1]

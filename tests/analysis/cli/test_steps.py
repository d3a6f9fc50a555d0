"""Steps are told on the error stream, and where nobody watches a terminal only those after some time."""

from __future__ import annotations

import io
import sys

import pytest

from analysis.cli import steps as told
from analysis.cli.steps import steps


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_each_step(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with steps() as show:
        show("drawing figure 1 of 2")
        show("drawing figure 2 of 2")
    assert "drawing figure 2 of 2" in terminal.getvalue()


def test_elsewhere_a_line_is_written_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [0.0]
    monkeypatch.setattr(told.time, "monotonic", lambda: now[0])
    with steps() as show:
        for step in range(25):
            now[0] += 1
            show(f"step {step}")
    out, err = capsys.readouterr()
    assert out == ""
    assert err.split("\n") == ["step 9", "step 19", ""]

"""Somebody at a keyboard, for tests of the game: moves on a pipe, in bytes, or typed one after the other."""

from __future__ import annotations

import io

import pytest

from sim.results.trajectory import Trajectory


def piped(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Put moves on the input as a pipe would."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on the input as a pipe would."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


class Hand:
    """A person at the keyboard who types some moves and then does something else."""

    def __init__(self, moves: int, then: BaseException, line: str = "r\n") -> None:
        self.left, self.then, self.line = moves, then, line

    def readline(self) -> str:
        if self.left == 0:
            raise self.then
        self.left -= 1
        return self.line

    def isatty(self) -> bool:
        return True


def own_moves(record: Trajectory, side: str = "us") -> list[str]:
    """What a side did at its turns but for holding."""
    table = record.columns["decisions"]
    rows = zip(table["leader"], table["kind"], table["option"], table["chosen"], strict=True)
    chosen = [option for leader, kind, option, chosen in rows if chosen and leader == side and kind == "turn"]
    return [option for option in chosen if option != "hold"]

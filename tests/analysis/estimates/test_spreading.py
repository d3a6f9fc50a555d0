"""Runs looked at in several processes say what they say here, in order; where none can be started, here."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from analysis.estimates import spreading
from analysis.estimates.spreading import PIECE, gathered, spread


def doubled(factor: int, runs: Sequence[int]) -> list[int]:
    return [factor * run for run in runs]


def flat(count: int) -> list[int]:
    return [answer for piece in spread(doubled, 3, range(count)) for answer in piece]


def test_few_runs_are_looked_at_here_in_pieces() -> None:
    pieces = list(spread(doubled, 3, range(25)))
    assert [len(piece) for piece in pieces] == [PIECE, PIECE, 5]
    assert flat(25) == [3 * run for run in range(25)]
    assert flat(0) == []


def test_processes_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "WORTH_PROCESSES", 1)
    monkeypatch.setattr(spreading, "processors", lambda: 2)
    assert flat(25) == [3 * run for run in range(25)]


def test_where_no_process_can_be_started_the_runs_are_looked_at_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no semaphores")

    monkeypatch.setattr(spreading, "WORTH_PROCESSES", 1)
    monkeypatch.setattr(spreading, "processors", lambda: 2)
    monkeypatch.setattr(spreading, "ProcessPoolExecutor", refuse)
    assert flat(12) == [3 * run for run in range(12)]


@pytest.mark.parametrize("spawned", [True, False])
def test_only_the_main_process_starts_others(monkeypatch: pytest.MonkeyPatch, spawned: bool) -> None:
    started = []

    def refuse(*_: object) -> None:
        started.append(True)
        raise OSError("no semaphores")

    monkeypatch.setattr(spreading, "WORTH_PROCESSES", 4)
    monkeypatch.setattr(spreading, "processors", lambda: 2)
    monkeypatch.setattr(spreading, "_spawned", lambda: spawned)
    monkeypatch.setattr(spreading, "ProcessPoolExecutor", refuse)
    assert len(flat(3)) == 3
    assert not started, "three runs are too few"
    assert len(flat(4)) == 4
    assert started == [True] * (not spawned)


def test_what_was_looked_at_before_an_interrupt_is_kept() -> None:
    told: list[int] = []

    def stop_at_the_second(runs: int) -> None:
        told.append(runs)
        if len(told) == 2:
            raise KeyboardInterrupt

    assert gathered(doubled, 3, range(35), stop_at_the_second) == [3 * run for run in range(2 * PIECE)]
    assert gathered(doubled, 3, range(5), lambda _: None) == [0, 3, 6, 9, 12]

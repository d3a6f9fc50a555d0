"""Is a person told at once what a first use means, how far it is, and what becomes of it?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest

from analysis.cli import engine_at_hand as at_hand
from analysis.cli.engine_at_hand import FEW_RUNS, SLOWER, SWITCHED_OFF, Engine, engine_at_hand, wait_for
from sim import run


class Stage(NamedTuple):
    words: str
    seconds: float


class Making:
    """A compilation that is ready after it has been asked so often, or fails, or is ended."""

    def __init__(self, asked: int = 1000, fails: bool = False) -> None:
        self.left, self.fails, self.ended = asked, fails, 0

    def ready(self) -> bool:
        self.left -= 1
        return self.left < 0 and not self.fails and not self.ended

    def failed(self) -> bool:
        return self.fails or bool(self.ended)

    def reason(self) -> str:
        return "MemoryError"

    def stage(self) -> Stage:
        return Stage("rule 7 of 257", 12.3)

    def end(self) -> None:
        self.ended += 1


def given(monkeypatch: pytest.MonkeyPatch, state: str, making: Making | None = None) -> None:
    @contextmanager
    def aside() -> Iterator[Making | None]:
        yield making

    monkeypatch.delenv("CLIMBDOWN_NO_NUMBA", raising=False)
    monkeypatch.setattr(run, "engine_state", lambda: state)
    monkeypatch.setattr(run, "compiling_aside", aside)


@pytest.mark.parametrize(("state", "name", "said"), [("ready", "compiled", ""), ("plain", "plain", at_hand.SLOWER)])
def test_where_nothing_is_compiled_nothing_is_started(
    state: str, name: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given(monkeypatch, state)
    monkeypatch.setattr(run, "compiling_aside", lambda: pytest.fail("nothing is to be compiled"))
    with engine_at_hand(10**6) as engine:
        assert (engine.name, engine.slow, engine.stage()) == (name, name == "plain", "")
        engine.end()
    assert capsys.readouterr().err.strip() == said


@pytest.mark.parametrize("state", ["unprepared", "damaged"])
def test_it_says_at_once_what_is_going_on_and_at_the_end_what_becomes_of_it(
    state: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given(monkeypatch, state, Making())
    with engine_at_hand() as engine:
        said = capsys.readouterr().err
        assert at_hand.PREPARING in said
        assert (at_hand.DAMAGED in said) == (state == "damaged")
        engine.estimates = "so far so good"
        assert engine.status() == "fast engine: rule 7 of 257, 12 s; so far so good"
    assert "still being prepared (rule 7 of 257)" in capsys.readouterr().err


def test_once_it_is_ready_nothing_more_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given(monkeypatch, "unprepared", Making(asked=0))
    with engine_at_hand() as engine:
        capsys.readouterr()
        engine.estimates = "so far so good"
        assert (engine.slow, engine.status()) == (False, "")
    assert capsys.readouterr().err == ""


def test_a_failure_is_said_with_its_reason(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    given(monkeypatch, "unprepared", Making(fails=True))
    with engine_at_hand() as engine:
        assert engine.slow
        assert "could not be prepared" in engine.status()
    assert "(MemoryError)" in capsys.readouterr().err


def test_ctrl_c_ends_it_once_and_no_word_is_lost_over_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    making = Making()
    given(monkeypatch, "unprepared", making)
    with engine_at_hand() as engine:
        capsys.readouterr()
        engine.end()
        engine.end()
        assert making.ended == 1
        assert engine.status() == ""
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("runs", "waits"), [(None, False), (FEW_RUNS, False), (FEW_RUNS + 1, True)])
def test_only_many_runs_of_a_study_wait(runs: int | None, waits: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    waited = []
    given(monkeypatch, "unprepared", Making())
    monkeypatch.setattr(at_hand, "wait_for", waited.append)
    with engine_at_hand(runs) as engine:
        assert bool(waited) == waits
        assert engine.name == "compiled"


def test_where_no_process_can_be_started_it_is_compiled_here(monkeypatch: pytest.MonkeyPatch) -> None:
    prepared = []
    given(monkeypatch, "unprepared", None)
    monkeypatch.setattr(run, "prepare_engine", lambda: prepared.append(1))
    with engine_at_hand() as engine:
        assert prepared == [1]
        assert not engine.slow


@pytest.mark.parametrize("fails", [True, False])
@pytest.mark.parametrize("terminal", [True, False])
def test_waiting_ends_with_the_compilation_and_is_not_silent(
    fails: bool, terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.setattr(at_hand, "TELL_SECONDS", 0.0)
    wait_for(Engine("compiled", Making(asked=20, fails=fails)), sleep=lambda _: None)
    if not terminal and not fails:
        assert "fast engine: rule 7 of 257, 12 s" in capsys.readouterr().err


def test_an_engine_that_is_switched_off_is_not_said_to_be_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sim.run.engine_state", lambda: "plain")
    for value, said in (("1", SWITCHED_OFF), ("", SLOWER)):
        monkeypatch.setenv("CLIMBDOWN_NO_NUMBA", value)
        with engine_at_hand() as engine:
            assert engine.name == "plain"
        assert capsys.readouterr().err.strip() == said

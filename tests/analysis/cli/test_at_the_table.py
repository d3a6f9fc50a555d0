"""The talk at the table: weeks without a moment are said, the next player sees nothing of the last one's screen."""

from __future__ import annotations

import io

import pytest

from analysis.cli.at_the_table import SCREEN_LINES, Table
from analysis.cli.game_keeping import Keeper
from analysis.cli.play import opened
from sim.files import load_scenario
from tests.analysis.cli.at_a_keyboard import Hand, piped

BASE = load_scenario("two-leaders")


def played(sides: tuple[str, ...], seed: int = 3) -> str:
    stream = io.StringIO()
    Table(opened(BASE, sides, (seed, 0, "central")), stream, Keeper(None)).play()
    return stream.getvalue()


def test_a_week_without_a_moment_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, "h\nk\n" * 40)
    said = played(("verenia",))
    asked = [int(line.split()[2]) for line in said.splitlines() if line.startswith("== Week")]
    gone = sorted(set(range(1, 13)) - set(asked))
    assert gone, "the seed was chosen for such a week"
    for week in gone[:-1]:
        assert f"Week {week} went by" in said or f"Weeks {week} to" in said


def test_a_screen_is_pushed_out_of_sight_before_the_other_sits_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Hand(8, EOFError(), "h\n"))
    said = played(("verenia", "aldmark"))
    between = said.split("-- Hand the keyboard to ")
    assert len(between) > 2
    assert all(part.endswith("\n" * SCREEN_LINES) for part in between[1:-1])
    assert said.count("Enter when nobody else looks") == len(between) - 1


def test_piped_moves_need_no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, "h\n" * 8)
    assert "Enter when nobody else looks" not in played(("verenia", "aldmark"))


def test_an_empty_line_is_no_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, "\n\n \nq\n")
    assert "not possible" not in played(("verenia",))

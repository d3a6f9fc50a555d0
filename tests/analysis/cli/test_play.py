"""`climbdown play`: a seat at the table, by hand or with moves piped in."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from analysis.cli.main import main
from sim.results.trajectory import Trajectory


def piped(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_moves_by_name_and_number(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    piped(monkeypatch, "escalate\n1\nq\n")
    assert main(["play", "us-china-2025", "--as", "us"]) == 0
    told = capsys.readouterr().out
    assert "Donald Trump raises tariffs" in told
    assert "You leave the table." in told
    assert "Outcome" in told
    assert all(len(line) <= 80 for line in told.splitlines())


def test_illegal_moves_are_refused_and_the_legal_ones_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(monkeypatch, "withdraw\nnonsense\nhold\nq\n")
    assert main(["play", "us-china-2025", "--as", "us"]) == 0
    assert capsys.readouterr().out.count("is not possible now; legal moves:") == 2


def test_the_end_of_the_input_ends_the_game(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(monkeypatch, "")
    assert main(["play", "two-leaders", "--as", "verenia", "--json"]) == 0
    said = capsys.readouterr()
    assert "You leave the table." in said.err
    assert json.loads(said.out)["scenario"] == "two-leaders"


def test_what_was_played_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    piped(monkeypatch, "rally\nhold\nq\n")
    assert main(["play", "us-china-2025", "--as", "us", "--out", str(tmp_path / "game")]) == 0
    kept = Trajectory.load(tmp_path / "game")
    own = kept.decisions.query("leader == 'us' and kind == 'turn' and chosen")["option"].tolist()
    assert own == ["rally", "hold"]


def test_a_whole_game_answers_requests_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    piped(monkeypatch, "1\n" * 2000)  # hold at every turn, accept every request
    assert main(["play", "us-china-2025", "--as", "china", "--json"]) == 0
    said = capsys.readouterr()
    assert "Do you agree?" in said.err
    told = json.loads(said.out)
    counts = told["actions"]["china"]
    assert counts["hold"] == sum(counts.values()) > 0


def test_an_unknown_seat_names_the_seats(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", "us-china-2025", "--as", "uk"]) == 2
    assert "china (Xi Jinping)" in capsys.readouterr().err

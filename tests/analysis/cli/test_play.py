"""`climbdown play`: a seat at the table, by hand or with moves piped in."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.cli.main import main
from analysis.cli.play import free_place
from sim.results.trajectory import Trajectory


def piped(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on the input as a pipe would."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


class Hand:
    """A person at the keyboard who types some moves and then does something else."""

    def __init__(self, moves: int, then: BaseException) -> None:
        self.left, self.then = moves, then

    def readline(self) -> str:
        if self.left == 0:
            raise self.then
        self.left -= 1
        return "rally\n"

    def isatty(self) -> bool:
        return True


def own_moves(record: Trajectory, side: str = "us") -> list[str]:
    table = record.columns["decisions"]
    rows = zip(table["leader"], table["kind"], table["option"], table["chosen"], strict=True)
    return [option for leader, kind, option, chosen in rows if chosen and leader == side and kind == "turn"]


def test_moves_by_name_and_number(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    piped(monkeypatch, "escalate\n1\nq\n")
    assert main(["play", "us-china-2025", "--as", "us"]) == 0
    told = capsys.readouterr().out
    assert "Donald Trump raises tariffs" in told
    assert "You leave the table." in told
    assert "Where it stands" in told
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
    assert own_moves(kept) == ["rally", "hold"]


# -- however it ends -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_ctrl_c_ends_the_game_as_q_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    monkeypatch.setattr("sys.stdin", Hand(3, KeyboardInterrupt()))
    assert main(["play", "us-china-2025", "--as", "us", "--out", str(tmp_path / name)]) == 130
    said = capsys.readouterr()
    assert "You leave the table." in said.out
    assert "Where it stands" in said.out
    assert "fault" not in said.err
    assert own_moves(Trajectory.load(tmp_path / name)) == ["rally"] * 3


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        (EOFError(), 0),
        (BrokenPipeError(), 141),
        (OSError(5, "I/O error"), 2),
        (MemoryError(), 2),
        (ZeroDivisionError(), 1),
    ],
)
def test_the_game_is_kept_whatever_ends_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ending: BaseException, code: int
) -> None:
    monkeypatch.setattr("sys.stdin", Hand(3, ending))
    assert main(["play", "us-china-2025", "--as", "us", "--out", str(tmp_path / "kept")]) == code
    assert own_moves(Trajectory.load(tmp_path / "kept")) == ["rally"] * 3


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminals that hang up")
@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM", "SIGINT"])
def test_a_closed_terminal_keeps_the_game(tmp_path: Path, name: str) -> None:
    command = [sys.executable, "-m", "analysis.cli.main", "play", "two-leaders", "--as", "verenia", "--out", "kept"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, **pipes) as game:
        assert game.stdin is not None and game.stdout is not None
        game.stdin.write(b"rally\nhold\nrally\n")
        game.stdin.flush()
        seen = b""
        while seen.count(b"q to stop): ") < 4:
            seen += game.stdout.read1(4096)
        game.send_signal(getattr(signal, name))
        said, _ = game.communicate(timeout=60)
    assert b"You leave the table." in said
    assert own_moves(Trajectory.load(tmp_path / "kept"), "verenia") == ["rally", "hold", "rally"]


BAD = (b"\xff", b"\xff\xfe", b"\xc3", b"ra\x80lly", b"\x00", b"\x1b[2J", "é☃".encode(), b"x" * 9999)


@pytest.mark.parametrize("bad", BAD)
def test_what_is_no_text_is_no_move_and_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, bad: bytes
) -> None:
    typed(monkeypatch, b"rally\n" + bad + b"\nhold\n" + bad)
    assert main(["play", "us-china-2025", "--as", "us", "--out", str(tmp_path / "kept")]) == 0
    said = capsys.readouterr()
    assert "is not possible now; legal moves:" in said.out
    assert not any(ord(letter) < 32 and letter != "\n" for letter in said.out)
    assert said.err == ""
    assert own_moves(Trajectory.load(tmp_path / "kept")) == ["rally", "hold"]


def test_a_place_that_cannot_be_used_is_refused_before_the_first_move(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("mine")
    for place in ("thesis", "notes.txt", "notes.txt/game"):
        piped(monkeypatch, "q\n")
        assert main(["play", "two-leaders", "--out", str(tmp_path / place)]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert place.partition("/")[0] in said.err


def test_it_can_be_played_off_the_main_thread(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    piped(monkeypatch, "rally\nq\n")
    codes: list[int] = []
    arguments = ["play", "us-china-2025", "--as", "us", "--out", str(tmp_path / "kept")]
    player = threading.Thread(target=lambda: codes.append(main(arguments)))
    player.start()
    player.join()
    assert codes == [0]
    assert own_moves(Trajectory.load(tmp_path / "kept")) == ["rally"]


def test_the_moves_that_lie_nearest_are_marked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(monkeypatch, "q\n")
    main(["play", "us-china-2025", "--as", "us"])
    menu: Iterator[str] = (line for line in capsys.readouterr().out.splitlines() if line[3:5].strip().isdigit())
    marked = [line.split()[2] for line in menu if line.startswith("*")]
    assert marked[0] == "hold"
    assert 3 <= len(marked) <= 6


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


def test_a_game_that_was_kept_is_not_replaced_by_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "kept"
    monkeypatch.setattr("sys.stdin", Hand(2, EOFError()))
    assert main(["play", "us-china-2025", "--as", "us", "--out", str(place)]) == 0
    before = {file.name: file.read_bytes() for file in place.iterdir()}
    assert main(["play", "us-china-2025", "--as", "us", "--out", str(place)]) == 2
    assert "a record is kept there already" in capsys.readouterr().err
    assert {file.name: file.read_bytes() for file in place.iterdir()} == before


def test_what_came_to_lie_there_during_the_game_stays(tmp_path: Path) -> None:
    (tmp_path / "kept.zip").write_text("another")
    (tmp_path / "kept.2.zip").write_text("a third")
    assert free_place(tmp_path / "kept.zip") == tmp_path / "kept.3.zip"
    assert free_place(tmp_path / "new") == tmp_path / "new"
    assert free_place(None) is None

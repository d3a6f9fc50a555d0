"""`climbdown play`: a seat at the table, by hand or with moves piped in."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from string import printable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.cli.main import main
from sim.results.kept_games import read_game
from sim.results.trajectory import Trajectory
from tests.analysis.cli.at_a_keyboard import Hand, own_moves, piped, typed

EVERY = ["play", "us-china-2025", "--as", "us", "--every-decision", "--lucks", "0"]
LESSON = ["play", "two-leaders", "--as", "verenia", "--lucks", "0"]


def test_moves_by_name_and_number(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    piped(monkeypatch, "escalate\n1\nq\n")
    assert main(EVERY) == 0
    told = capsys.readouterr().out
    assert "raised tariffs" in told
    assert "You leave the table." in told
    assert "Where it stands" in told
    assert all(len(line) <= 80 for line in told.splitlines())


def test_illegal_moves_are_refused_and_the_legal_ones_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(monkeypatch, "withdraw\nnonsense\nhold\nq\n")
    assert main(EVERY) == 0
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
    assert main([*EVERY, "--out", str(tmp_path / "game")]) == 0
    kept = Trajectory.load(tmp_path / "game")
    assert own_moves(kept) == ["rally"]


# -- however it ends -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_ctrl_c_ends_the_game_as_q_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    monkeypatch.setattr("sys.stdin", Hand(3, KeyboardInterrupt()))
    assert main([*EVERY, "--out", str(tmp_path / name)]) == 130
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
    assert main([*EVERY, "--out", str(tmp_path / "kept")]) == code
    assert own_moves(Trajectory.load(tmp_path / "kept")) == ["rally"] * 3


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminals that hang up")
@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM", "SIGINT"])
def test_a_closed_terminal_keeps_the_game(tmp_path: Path, name: str) -> None:
    command = [sys.executable, "-m", "analysis.cli.main", *LESSON, "--every-decision", "--out", "kept"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, **pipes) as game:
        assert game.stdin is not None and game.stdout is not None
        game.stdin.write(b"rally\nhold\nrally\n")
        game.stdin.flush()
        seen = b""
        while seen.count(b"(? for help): ") < 4:
            seen += game.stdout.read1(4096)
        game.send_signal(getattr(signal, name))
        said, _ = game.communicate(timeout=60)
    assert b"You leave the table." in said
    assert own_moves(Trajectory.load(tmp_path / "kept"), "verenia") == ["rally", "rally"]


BAD = (b"\xff", b"\xff\xfe", b"\xc3", b"ra\x80lly", b"\x00", b"\x1b[2J", "é☃".encode(), b"x" * 9999)


@pytest.mark.parametrize("bad", BAD)
def test_what_is_no_text_is_no_move_and_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, bad: bytes
) -> None:
    typed(monkeypatch, b"rally\n" + bad + b"\nhold\n" + bad)
    assert main([*EVERY, "--out", str(tmp_path / "kept")]) == 0
    said = capsys.readouterr()
    assert "is not possible now; legal moves:" in said.out
    assert not any(ord(letter) < 32 and letter != "\n" for letter in said.out)
    assert said.err == ""
    assert own_moves(Trajectory.load(tmp_path / "kept")) == ["rally"]


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
    arguments = [*EVERY, "--out", str(tmp_path / "kept")]
    player = threading.Thread(target=lambda: codes.append(main(arguments)))
    player.start()
    player.join()
    assert codes == [0]
    assert own_moves(Trajectory.load(tmp_path / "kept")) == ["rally"]


def test_a_whole_game_answers_requests_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    piped(monkeypatch, "1\n" * 2000)  # hold at every turn, accept every request
    assert main(["play", "us-china-2025", "--as", "china", "--json", "--every-decision", "--lucks", "0"]) == 0
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
    assert main([*EVERY, "--out", str(place)]) == 0
    before = {file.name: file.read_bytes() for file in place.iterdir()}
    assert main([*EVERY, "--out", str(place)]) == 2
    assert "a record is kept there already" in capsys.readouterr().err
    assert {file.name: file.read_bytes() for file in place.iterdir()} == before


# -- the lesson ------------------------------------------------------------------------------------------------------


def test_aim_stakes_and_red_lines_come_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(monkeypatch, "q\n")
    main(LESSON)
    told = capsys.readouterr().out
    parts = ["What you want", "What you must not give", "How it may end", "Who you are", "== Week 1 of 12", "Your move"]
    assert [told.index(part) for part in parts] == sorted(told.index(part) for part in parts)


def test_a_move_a_week_and_nothing_after_the_twelfth(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(monkeypatch, "h\ny\n" * 60)
    assert main([*LESSON, "--json", "--seed", "1"]) == 0
    said = capsys.readouterr()
    screens = said.err.split("== Week ")[1:]
    weeks = [int(screen.split(" of 12")[0]) for screen in screens if "Your move" in screen]
    assert 6 <= len(weeks) <= 12 and weeks == sorted(set(weeks))
    told = json.loads(said.out)["game"]
    assert told["pace_days"] == 7 and len(told["decisions"]) == len(screens)
    assert told["beside_the_model"]["verenia"]["decisions"] == len(screens)


@pytest.mark.parametrize(("options", "days"), [(["--weeks", "3"], 21), (["--weeks", "0"], 120), ([], 84)])
def test_the_length_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, options: list[str], days: int
) -> None:
    piped(monkeypatch, "h\nq\n")
    assert main([*LESSON, *options, "--out", str(tmp_path / "kept")]) == 0
    assert Trajectory.load(tmp_path / "kept").scenario.horizon_days == days


def menus(told: str) -> Iterator[list[str]]:
    """The options of each screen, as letter and deed."""
    menu: list[str] = []
    for line in told.splitlines():
        if line[:2] == "  " and line[3:5] == "  " and line[2] != " " and line[2] != "m":
            menu.append(line[2:26].rstrip())
        elif menu:
            yield menu
            menu = []


def test_letters_stay_and_the_list_is_short(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(monkeypatch, "h\ny\nv\ny\no\ny\n" * 20)
    assert main([*LESSON, "--seed", "2"]) == 0
    shown = list(menus(capsys.readouterr().out))
    assert len(shown) >= 8
    deeds: dict[str, str] = {}
    for menu in shown:
        assert 3 <= len(menu) <= 6
        for line in menu:
            assert deeds.setdefault(line[0], line) == line
        assert menu[0].startswith(("h", "y"))


def test_more_shows_every_move_and_help_every_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(monkeypatch, "m\n?\nw\nb\ng\nq\n")
    main(LESSON)
    told = capsys.readouterr().out
    assert "  r  rally the public" in told.split("Your move")[1]
    assert "take your last decision back" in told.split("Your move")[2]
    assert "For it:" in told.split("Your move")[3]
    assert "What you want" in told.split("Your move")[4]
    assert "== Week 1" in told.split("Your move")[5]


def test_undo_takes_back_and_the_game_is_as_if_it_had_not_been(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, moves in (("back", "u\nh\ne\nu\nu\ne\nv\nh\nu\nq\n"), ("straight", "e\nv\nq\n")):
        piped(monkeypatch, moves)
        assert main([*LESSON, "--seed", "3", "--out", str(tmp_path / name)]) == 0
    back, straight = (Trajectory.load(tmp_path / name) for name in ("back", "straight"))
    assert back.equals(straight)
    assert read_game(tmp_path / "back", tuple(back.scenario.leaders)) == read_game(
        tmp_path / "straight", tuple(straight.scenario.leaders)
    )


@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_a_saved_game_is_taken_up_where_it_was_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    moves = ["h", "e", "v", "h", "l", "h", "o", "h"]
    piped(monkeypatch, "".join(f"{move}\n" for move in moves) + "q\n")
    assert main([*LESSON, "--out", str(tmp_path / "whole")]) == 0
    piped(monkeypatch, "".join(f"{move}\n" for move in moves[:4]) + f"save {tmp_path / name}\nq\n")
    assert main(LESSON) == 0
    assert f"climbdown play --resume {tmp_path / name}" in capsys.readouterr().out
    piped(monkeypatch, "".join(f"{move}\n" for move in moves[4:]) + "q\n")
    assert main(["play", "--resume", str(tmp_path / name), "--lucks", "0"]) == 0
    assert Trajectory.load(tmp_path / name).equals(Trajectory.load(tmp_path / "whole"))


def test_a_place_that_cannot_be_saved_to_leaves_the_game_going(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "notes").write_text("mine")
    piped(monkeypatch, f"save {tmp_path / 'notes'}\nsave {tmp_path / 'notes' / 'below'}\ne\nq\n")
    assert main(LESSON) == 0
    told = capsys.readouterr().out
    assert told.count("Not kept:") == 2 and "raised tariffs" in told
    assert (tmp_path / "notes").read_text() == "mine"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["play"], "name a scenario"),
        (["play", "--resume", "nowhere"], "nowhere"),
        (["play", "two-leaders", "--resume", "nowhere"], "leave the others out"),
    ],
)
def test_what_cannot_be_played_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str], complaint: str
) -> None:
    assert main(arguments) == 2
    assert complaint in capsys.readouterr().err


def test_two_at_one_keyboard_play_both_seats(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, options in (("two", ["--two"]), ("as", ["--as", "verenia", "--as", "Marta Oslin"])):
        piped(monkeypatch, "h\ny\n" * 60)
        assert main(["play", "two-leaders", *options, "--lucks", "0", "--out", str(tmp_path / name)]) == 0
    two, both = (Trajectory.load(tmp_path / name) for name in ("two", "as"))
    assert two.equals(both)
    assert own_moves(two, "verenia") == own_moves(two, "aldmark") == []


def test_each_is_briefed_when_the_keyboard_is_handed_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(monkeypatch, "h\n" * 4 + "q\n")
    main(["play", "two-leaders", "--two", "--lucks", "0"])
    told = capsys.readouterr().out
    assert told.count("What you want") == 2
    first = told[told.index("Hand the keyboard to Marta Oslin") :].split("-- Hand")[0]
    assert "Fishing grounds 60" in first and "Fishing grounds 40" not in first


def test_a_debrief_ends_a_whole_game(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    piped(monkeypatch, "h\ny\n" * 40)
    assert main(["play", "two-leaders", "--weeks", "3", "--lucks", "12"]) == 0
    told = capsys.readouterr().out
    assert "You took" in told and "closest decision" in told
    assert "under 12 other lucks" in " ".join(told.split())
    assert all(len(line) <= 80 for line in told.splitlines())


# -- whatever is typed ------------------------------------------------------------------------------------------------

LINES = st.one_of(st.sampled_from([*"hedolvicptrynkmwgub?", "more", "help", "why"]), st.text(printable))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES.map(lambda line: line.replace("\n", " ").replace("\r", " ")), max_size=14))
def test_whatever_is_typed_ends_in_a_kept_record(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    place = tmp_path_factory.mktemp("played") / "kept"
    kinds = ("s ", "save ", "q", "quit", "exit", "s", "save")
    typed(monkeypatch, "".join(f"{line}\n" for line in lines if not line.lower().strip().startswith(kinds)).encode())
    assert main([*LESSON, "--weeks", "4", "--out", str(place)]) == 0
    kept = Trajectory.load(place)
    game = read_game(place, tuple(kept.scenario.leaders))
    assert game is not None and len(game.log) <= len(lines)
    table = kept.columns["decisions"]
    chosen = {
        number: option
        for number, option, taken in zip(table["decision"], table["option"], table["chosen"], strict=True)
        if taken
    }
    assert all(chosen[number] == option for number, option in game.log)


@pytest.mark.parametrize(("key", "code"), [(b"\x03", 130), (b"\x04", 0)], ids=["Ctrl-C", "Ctrl-D"])
def test_at_a_real_keyboard_leaving_tells_and_keeps(tmp_path: Path, key: bytes, code: int) -> None:
    pid, terminal = pty.fork()
    if pid == 0:  # the child, whose terminal this is
        os.chdir(tmp_path)
        os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
        os.execv(sys.executable, [sys.executable, "-m", "analysis.cli.main", *LESSON])
    said, sent, end = b"", 0, time.monotonic() + 180
    keys = [b"e\n", b"\xff\xfe\n", b"v\n", key]
    while time.monotonic() < end:
        try:
            said += os.read(terminal, 4096)
        except OSError:
            break  # the other end is closed
        if sent < len(keys) and said.count(b"(? for help): ") > sent:
            os.write(terminal, keys[sent])
            sent += 1
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == code
    assert b"You leave the table." in said and b"Where it stands" in said and b"is not possible now" in said
    kept = Trajectory.load(tmp_path / "two-leaders-game")
    assert own_moves(kept, "verenia") == ["escalate", "send_envoy"]


def test_a_keyboard_that_is_gone_keeps_the_game_unasked(tmp_path: Path) -> None:
    """Closing the terminal ends reading with an error and is told by a signal, before or after it, perhaps twice."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(tmp_path)
        os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
        os.dup2(os.open("errors", os.O_CREAT | os.O_WRONLY), 2)
        os.execv(sys.executable, [sys.executable, "-m", "analysis.cli.main", *LESSON])
    said, sent, end = b"", False, time.monotonic() + 180
    while said.count(b"(? for help): ") < 2 and time.monotonic() < end:
        said += os.read(terminal, 4096)
        if not sent and b"(? for help): " in said:
            os.write(terminal, b"e\n")
            sent = True
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 2
    assert "fault" not in (tmp_path / "errors").read_text()
    assert own_moves(Trajectory.load(tmp_path / "two-leaders-game"), "verenia") == ["escalate"]


class Vandal(Hand):
    """A person whose folder for the game is lost before the last line is typed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(2, EOFError(), "e\n")
        self.folder = folder

    def readline(self) -> str:
        if self.left == 0:
            self.folder.rmdir()
            self.folder.write_text("something else")
        return super().readline()


def test_a_place_that_is_lost_meanwhile_loses_no_game(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", Vandal(tmp_path / "below"))
    assert main([*LESSON, "--out", str(tmp_path / "below" / "kept")]) == 2
    said = capsys.readouterr()
    assert "Where it stands" in said.out and "is kept in two-leaders-game instead" in said.err
    assert own_moves(Trajectory.load(tmp_path / "two-leaders-game"), "verenia")


def test_odd_names_to_save_under_are_refused_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    piped(monkeypatch, f"save a\0b\nsave {'y' * 5000}\nsave /dev/null/below\ne\nsave good\nq\n")
    assert main(LESSON) == 0
    said = capsys.readouterr().out
    assert said.count("Not kept:") == 3 and "Kept in good" in said
    assert all(len(line) <= 80 for line in said.splitlines() if line.startswith("Not kept"))
    assert [entry.name for entry in tmp_path.iterdir()] == ["good"]

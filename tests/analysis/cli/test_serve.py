"""Does `climbdown serve` say in 80 columns where the class is, what to do and how to stop; and refuse plainly?"""

from __future__ import annotations

import asyncio
import re
import socket
from pathlib import Path

import pytest

from analysis.classroom.web import serving
from analysis.classroom.web.opening import Opening
from analysis.classroom.web.serving import Door
from analysis.cli import serve
from analysis.cli.main import main
from tests.analysis.classroom.web.made_class import lesson, live_class, pressed

FOLDER = Path("/a/teacher/.local/share/climbdown/classroom")


def announced(capsys: pytest.CaptureFixture[str], share: bool = False, wanted: int = 8765) -> str:
    with socket.socket() as unused:
        serve._announce("a" * 24, Door(unused, 8765, ()), share, wanted, FOLDER)
    said = capsys.readouterr().out
    assert all(len(line) <= 80 for line in said.splitlines())
    return said


def test_it_says_where_to_go_what_to_do_and_how_to_stop(capsys: pytest.CaptureFixture[str]) -> None:
    said = announced(capsys)
    assert f"    http://127.0.0.1:8765/?key={'a' * 24}\n" in said
    for told in (
        "projector",
        "leads the lesson",
        "without a network",
        f"Kept in {FOLDER} and deleted after 30 days",
        "To stop: Ctrl-C",
    ):
        assert told in " ".join(said.split()), told
    assert "Port" not in said


def test_it_says_that_a_port_was_taken(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Port 8764 is taken by another program, so this is 8765." in announced(capsys, wanted=8764)


@pytest.mark.parametrize("found", ["192.0.2.7", ""])
def test_it_says_what_sharing_means(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, found: str
) -> None:
    monkeypatch.setattr(serving, "address", lambda: found)
    said = " ".join(announced(capsys, share=True).split())
    assert "everybody in this network can watch the wall, and only watch" in said
    assert "not encrypted" in said
    assert ("192.0.2.7:8765/wall" if found else "this computer is in no network now") in said
    assert "nobody else can reach it" not in said


@pytest.mark.parametrize(
    ("faults", "deleted", "resumed", "told"),
    [
        ("a.yaml:3:1: wrong", 0, False, ["This lesson cannot be used; the others can:", "  a.yaml:3:1: wrong", ""]),
        ("", 1, True, ["1 lesson was deleted, after more than 30 days.", ""]),
        ("", 3, True, ["3 lessons were deleted, after more than 30 days.", ""]),
        ("", 0, False, ["There is no lesson to go on with; a new one begins.", ""]),
        ("", 0, True, []),
    ],
)
def test_it_says_what_it_begins_with(tmp_path: Path, faults: str, deleted: int, resumed: bool, told: list[str]) -> None:
    opening = Opening(live_class(tmp_path), resumed, deleted, faults, ())
    assert serve._beginnings(opening, resume=not faults) == told


@pytest.mark.parametrize(("found", "called"), [("/usr/bin/climbdown", "climbdown"), (None, ".venv/bin/climbdown")])
def test_what_it_says_to_type_can_be_typed_here(
    found: str | None, called: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: found)
    monkeypatch.setattr("sys.argv", [".venv/bin/climbdown", "serve"])
    assert serve._called() == called


def test_it_says_which_lesson_goes_on(tmp_path: Path) -> None:
    live = live_class(tmp_path)
    asyncio.run(live.act(pressed("open", lesson="made", surface="mirrored")))
    assert serve._beginnings(Opening(live, True, 0, "", ()), resume=True) == [f"Going on with: {lesson().title}", ""]


@pytest.mark.parametrize(
    ("resumed", "last"),
    [(True, "The one before it goes on."), (False, "There is no lesson to go on with; a new one begins.")],
)
def test_it_says_that_the_last_lesson_is_damaged_to_whoever_wants_it(tmp_path: Path, resumed: bool, last: str) -> None:
    opening = Opening(live_class(tmp_path), resumed, 0, "", (tmp_path / "a", tmp_path / "b"))
    first, *files, _, said, _ = serve._beginnings(opening, resume=True)
    assert "cannot be read" in first
    assert files == [f"    {tmp_path / name}" for name in "ab"]
    assert said == last
    if not resumed:
        assert serve._beginnings(opening, resume=False) == []


def test_a_lesson_that_is_not_there_is_refused_with_those_that_are(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["serve", "--lesson", "waitin", "--data", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert re.search(r"no such lesson; shipped: .*waiting.*did you mean 'waiting'", said)
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_cannot_be_used_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in ("file", "file/deeper"):
        assert main(["serve", "--data", str(tmp_path / place)]) == 2
        said = capsys.readouterr().err
        assert f"{tmp_path / place}: lessons cannot be kept there" in said
        assert "--data" in said


def test_a_user_without_a_home_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert main(["serve"]) == 2
    assert "name a folder with --data" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_a_port_that_is_none_is_refused(capsys: pytest.CaptureFixture[str], port: str) -> None:
    assert main(["serve", "--port", port]) == 2
    assert "--port" in capsys.readouterr().err


def test_no_free_port_is_refused_before_anything_is_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(serving, "PORTS_TRIED", 1)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert main(["serve", "--port", str(port), "--data", str(tmp_path)]) == 2
    assert f"no port from {port}" in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]

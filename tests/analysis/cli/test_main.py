"""Does the command line start, find its verbs, and end every command with the right code and words?"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn

import pytest
import typer

from analysis.cli import verbs
from analysis.cli.errors import UserError
from analysis.cli.main import main
from sim.files import ScenarioError, load_scenario
from sim.version import __version__


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[..., None]], None]:
    """Put a function of the test's own in the place of the verb ``list``."""

    def put(function: Callable[..., None]) -> None:
        monkeypatch.setattr(verbs, "load", lambda _verb: function)

    return put


def raising(error: BaseException) -> Callable[[], NoReturn]:
    def verb() -> NoReturn:
        """Fail."""
        raise error

    return verb


def scenario_error() -> ScenarioError:
    with pytest.raises(ScenarioError) as caught:
        load_scenario("no-such-scenario")
    return caught.value


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"climbdown {__version__}\n"


@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_help_lists_the_verbs_within_80_columns(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([asked]) == 0
    told = capsys.readouterr().out
    assert all(f"\n  {verb} " in told for verb in verbs.available())
    assert max(map(len, told.splitlines())) <= 80
    assert "..." not in told.partition("Commands:")[2], "a line of help is cut off"


def test_no_words_at_all_shows_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Usage: climbdown" in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["lits"], "Did you mean 'list'"),
        (["--no-such-option"], "--no-such-option"),
        (["list", "--no-such-option"], "--no-such-option"),
    ],
)
def test_what_does_not_parse_is_the_users_input(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert told in capsys.readouterr().err


def test_a_verb_gets_its_options_and_its_help(
    stand_in: Callable[[Callable[..., None]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    def verb(seed: Annotated[int, typer.Option("--seed")] = 0) -> None:
        """Say the seed.

        Parameters
        ----------
        seed : int
            Not for the help page.
        """
        typer.echo(seed + 1)

    stand_in(verb)
    assert (main(["list", "--seed", "6"]), capsys.readouterr().out) == (0, "7\n")
    assert main(["list", "--help"]) == 0
    told = capsys.readouterr().out
    assert "Say the seed." in told
    assert "Not for the help page" not in told


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (UserError("there is no such leader"), 2, "there is no such leader"),
        (scenario_error(), 2, "no-such-scenario"),
        (ModuleNotFoundError("No module named 'dask'", name="dask.distributed"), 2, "pip install 'climbdown[cluster]'"),
        (FileNotFoundError(2, "No such file or directory", "study.yaml"), 2, "study.yaml: No such file or directory"),
        (OSError(28, "No space left on device", "out"), 2, "out: No space left on device"),
        (KeyError("stage"), 1, "KeyError: 'stage'"),
        (ModuleNotFoundError("No module named 'sim.lost'", name="sim.lost"), 1, "the fault is ours"),
        (KeyboardInterrupt(), 130, ""),
        (typer.Exit(3), 3, ""),
        (SystemExit(4), 4, ""),
        (BrokenPipeError(32, "Broken pipe"), 141, ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_how_a_failing_command_ends(
    error: BaseException,
    code: int,
    told: str,
    stand_in: Callable[[Callable[..., None]], None],
    capfd: pytest.CaptureFixture[str],
) -> None:
    stand_in(raising(error))
    assert main(["list"]) == code
    out, err = capfd.readouterr()
    assert told in err
    assert not out
    assert "Traceback" not in err


@pytest.mark.parametrize("words", [["--debug", "list"], ["list", "--debug"]])
def test_debug_shows_where(
    words: list[str], stand_in: Callable[[Callable[..., None]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in(raising(KeyError("stage")))
    assert main(words) == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("redirected", "code", "told"),
    [
        (">&-", 2, "the output is closed"),
        (">&- 2>&-", 2, ""),
        ("2>&-", 0, ""),
        ("<&-", 0, ""),
        ("<&- 2>&-", 0, ""),
        (">/dev/full", 2, "the output cannot be written: No space left on device"),
        (">/dev/full 2>/dev/full", 2, ""),
        ("2>/dev/full", 0, ""),
    ],
)
def test_streams_that_are_closed_or_full(redirected: str, code: int, told: str) -> None:
    line = f'"{sys.executable}" -m analysis.cli.main list {redirected}'
    ended = subprocess.run(line, shell=True, capture_output=True, text=True, check=False)
    assert ended.returncode == code
    assert ended.stderr.startswith(told)
    assert len(ended.stderr.splitlines()) == bool(told)


@pytest.mark.parametrize("words", [["li\x1b[31mst"], ["--no\x1b[31m"], ["list", "--no\u202e"], ["check", "\x07\udcff"]])
def test_what_is_typed_does_not_steer_the_terminal(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    said = capsys.readouterr().err
    assert said
    assert not any(letter in said for letter in "\x1b\x07\u202e\udcff")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = subprocess.Popen(
        [sys.executable, "-m", "analysis.cli.main", "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.close()
    told = command.stderr.read()
    assert (command.wait(), told) == (141, b"")


def test_a_folder_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert main(["list"]) == 2
    assert "the folder you are in is gone" in capsys.readouterr().err

"""Do the commands of the evidence end alike: a disk that refuses, wrong input, Ctrl-C, each said with what is left?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.evidence import __main__ as command
from analysis.evidence.command_ending import carried_out
from analysis.evidence.dynamics import command as dynamics
from analysis.evidence.standing import standing_command

LEFT = "the table is as it was"


def _raising(error: BaseException) -> Callable[..., None]:
    def work(*_: object) -> None:
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OSError(28, "No space left on device"), 2, f"table.csv: No space left on device; {LEFT}\n"),
        (PermissionError(13, "Permission denied", "/other"), 2, f"/other: Permission denied; {LEFT}\n"),
        (KeyError("row"), 2, "'row'\n"),
        (KeyboardInterrupt(), 130, f"stopped; {LEFT}\n"),
    ],
)
def test_each_ending_is_said(error: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert carried_out(_raising(error), Path("table.csv"), LEFT, (KeyError,)) == code
    assert capsys.readouterr().err == said


def test_without_a_place_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert carried_out(_raising(OSError(28, "No space left on device")), None, LEFT) == 2
    assert capsys.readouterr().err == f"No space left on device; {LEFT}\n"


def test_what_is_no_ending_is_a_fault_and_shows_itself() -> None:
    assert carried_out(int, None, LEFT) == 0
    with pytest.raises(ZeroDivisionError):
        carried_out(_raising(ZeroDivisionError()), None, LEFT, (KeyError,))


@pytest.mark.parametrize("words", [["standing"], ["dynamics"]])
@pytest.mark.parametrize(("error", "code"), [(OSError(28, "No space left"), 2), (KeyboardInterrupt(), 130)])
def test_either_command_ends_so(
    words: list[str],
    error: BaseException,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(standing_command, "cases_with_a_world", _raising(error))
    monkeypatch.setattr(dynamics, "measure", _raising(error))
    assert command.main(words) == code
    said = capsys.readouterr().err
    assert "No space left" in said if code == 2 else said.startswith("stopped; ")
    assert "None" not in said

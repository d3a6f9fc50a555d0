"""The command that counts anew: it writes the table where it is told, whole or not at all, and says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.evidence import __main__ as command
from analysis.evidence.standing import standing_command
from analysis.evidence.standing.standing_table import read_standings


def test_it_writes_the_table_and_says_what_it_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(standing_command, "cases_with_a_world", lambda: ["us-ukraine-2025"])
    file = tmp_path / "standing.csv"
    assert command.main(["standing", "-n", "20", "--seed", "3", "--keep", str(file)]) == 0
    assert sum(line.stood for line in read_standings(file)) == 20
    assert "us-ukraine-2025: deal" in capsys.readouterr().out


def test_stopped_it_leaves_the_table_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> list[object]:
        raise KeyboardInterrupt

    file = tmp_path / "standing.csv"
    file.write_text("as it was")
    monkeypatch.setattr(standing_command, "count_standings", stopped)
    assert command.main(["standing", "--keep", str(file)]) == 130
    assert file.read_text() == "as it was"


def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(standing_command, "cases_with_a_world", list)
    assert command.main(["standing", "--keep", str(tmp_path / "no" / "standing.csv")]) == 2
    said = capsys.readouterr().err
    assert f"{tmp_path / 'no' / 'standing.csv'}: there is no folder" in said
    assert "the table is as it was" in said


@pytest.mark.parametrize("words", [["-n", "0"], ["-n", "many"], ["--seed", "x"]])
def test_bad_input(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(["standing", *words])
    assert ended.value.code == 2
    assert words[0] in capsys.readouterr().err

"""Does `schema` print the schema, and write it where it is asked to?"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from analysis.classroom.lessons.lesson_form import LESSON
from analysis.cli.main import main
from sim.files.json_schema import form_schema, scenario_schema


def test_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == scenario_schema()


def test_written(tmp_path: Path) -> None:
    assert main(["schema", "--out", str(tmp_path / "new")]) == 0
    assert json.loads((tmp_path / "new" / "schema.json").read_text(encoding="utf-8")) == scenario_schema()


def test_a_terminal_gets_an_overview_and_json_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    said = []
    for words in (["schema"], ["schema", "--json"]):
        monkeypatch.setattr("sys.stdout", Terminal())
        assert main(words) == 0
        said.append(sys.stdout.getvalue())  # type: ignore[attr-defined]
    assert "Exactly two sides by id" in said[0]
    assert len(said[0].splitlines()) < 50
    assert json.loads(said[1]) == scenario_schema()


def test_one_field(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "leaders.ego"]) == 0
    assert "every contact is a contest" in capsys.readouterr().out
    assert main(["schema", "leaders.us.ego", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["high"] == 1
    assert main(["schema", "leaders.us.egoo"]) == 2
    assert "did you mean 'ego'?" in capsys.readouterr().err


def test_that_of_a_lesson(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--lesson"]) == 0
    assert json.loads(capsys.readouterr().out) == form_schema(LESSON)
    for _ in range(2):
        assert main(["schema", "--lesson", "--out", str(tmp_path), "--force"]) == 0
    assert json.loads((tmp_path / "lesson-schema.json").read_text(encoding="utf-8")) == form_schema(LESSON)
    assert main(["schema", "--lesson", "leaders.ego"]) == 2
    assert "leave the path out" in capsys.readouterr().err


def test_a_path_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "truce", "--out", str(tmp_path)]) == 2
    assert "leave the path out" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())

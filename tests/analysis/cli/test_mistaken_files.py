"""Is a study or a casebook recognised where a scenario was asked for, and nothing else?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.classroom.lessons.reading import LESSONS, list_lessons
from analysis.cli.main import main
from analysis.cli.mistaken_files import refuse_study
from analysis.studies import list_studies
from sim.files import ScenarioError, list_scenarios
from sim.files.shipped import FOLDER


@pytest.mark.parametrize("name", list_studies())
def test_shipped_studies_by_name_and_file(name: str) -> None:
    for given in (name, str(FOLDER / "studies" / f"{name}.yaml")):
        with pytest.raises(ScenarioError, match=f"this is a study: `climbdown sweep {given} --plan`"):
            refuse_study(given)


@pytest.mark.parametrize("name", list_scenarios())
def test_scenarios_are_left_alone(name: str) -> None:
    refuse_study(name)
    refuse_study(str(FOLDER / f"{name}.yaml"))


def test_a_casebook_is_named_with_its_verb(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    path.write_text("cases: []\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"this is a casebook: `climbdown backtest --casebook .*book\.yaml`"):
        refuse_study(str(path))
    assert main(["run", str(path)]) == 2


def test_a_lesson_is_named_with_its_verb() -> None:
    given = {name for name in list_lessons() if name not in list_studies()}
    assert "host" in given
    for name in (*given, *(str(path) for path in LESSONS.glob("*.yaml"))):
        with pytest.raises(ScenarioError, match=f"{name}: this is a lesson: `climbdown check {name}`"):
            refuse_study(name)


def test_a_folder_and_what_cannot_be_read(tmp_path: Path) -> None:
    refuse_study(str(tmp_path))
    refuse_study(str(tmp_path / "nothing.yaml"))
    (tmp_path / "study.yaml").write_text("design: [", encoding="utf-8")
    refuse_study(str(tmp_path / "study.yaml"))
    with pytest.raises(ScenarioError, match="the folder of a study"):
        refuse_study(str(tmp_path))


@pytest.mark.parametrize("verb", ["report", "run", "ensemble"])
def test_a_study_that_is_not_here_is_said(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, said in (("face-mediator", "`climbdown sweep face-mediator`"), ("mine", "climbdown sweep STUDY.yaml")):
        assert main([verb, f"{name}.study"]) == 2
        told = capsys.readouterr().err
        assert "there is no study here" in told
        assert said in told
        assert "scenario" not in told
    assert list(tmp_path.iterdir()) == []

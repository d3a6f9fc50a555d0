"""Is a study of format 1 read as it was under the names of today, never run again, and never touched?"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from analysis.cli.main import main
from analysis.studies import StudyError, open_folder, query, rerun, summarise, sweep
from analysis.studies.study_manifest import MANIFEST
from sim.files import ScenarioError
from tests.analysis.studies.made import SMALL, write
from tests.format_1 import FOLDER

KINDS = ("finished", "unfinished")


@pytest.fixture(params=KINDS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A study of format 1, finished or not."""
    return _unpacked(request.param, tmp_path)


def _unpacked(kind: str, tmp_path: Path) -> Path:
    folder = tmp_path / kind
    shutil.unpack_archive(FOLDER / "studies" / f"{kind}.zip", folder)
    return folder


def _bytes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_it_is_opened_with_the_names_of_today(old: Path) -> None:
    before = _bytes(old)
    study = open_folder(old)
    assert [factor.name for factor in study.study.recipe.factors] == ["leaders.us.ego", "host", "open_press"]
    assert study.study.title == "Pride and hosts"
    assert study.study.recipe.scenario.climbdown == 2
    rows = study.rows()
    assert list(rows.columns[:2]) == ["row", "cell"]
    assert len(rows) == 8 * study.study.recipe.replications
    assert (rows["row"] == rows["cell"] // study.study.recipe.replications).all()
    assert study.failures == []
    assert _bytes(old) == before


def test_it_is_asked_and_summed_up(old: Path) -> None:
    study = open_folder(old)
    found = query(study, "select row, count(*) as runs from rows group by row order by row")
    assert found["row"].tolist() == list(range(8))
    assert set(found["runs"]) == {study.study.recipe.replications}
    assert query(study, "show tables")["name"].tolist() == ["rows"]
    made = summarise(study)
    assert made.runs == len(study.rows())
    assert sum(made.shares.values()) == pytest.approx(1.0)
    assert {end.factor for end in made.ends} == {"leaders.us.ego", "host", "open_press"}


def test_renamed_measures_are_found_under_their_names(tmp_path: Path) -> None:
    study = open_folder(_unpacked("finished", tmp_path))
    table = study.rows(["first_voice_asked_by", "first_contact_day"])
    assert set(table["first_voice_asked_by"]) <= {"us", "dprk", "both", ""}
    with pytest.raises(StudyError, match="no column 'first_voice_by'"):
        study.rows(["first_voice_by"])
    asked = query(study, "select first_contact_asked_by as who, count(*) as runs from rows group by who")
    assert asked["runs"].sum() == len(study.rows())
    assert any(line.measure == "asks_first_us" for line in summarise(study).measures)


def test_the_table_answers_where_parts_are_gone_and_the_other_way_round(tmp_path: Path) -> None:
    folder = _unpacked("finished", tmp_path)
    whole = open_folder(folder).rows()
    (folder / "rows.parquet").unlink()
    assert open_folder(folder).rows().equals(whole)
    assert not (folder / "rows.parquet").exists()


def test_it_cannot_go_on_and_says_why(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _bytes(old)
    assert main(["sweep", str(old), "--yes"]) == 2
    said = capsys.readouterr().err
    assert f"{old}: cannot go on" in said
    assert "it is a study of format 1, made by climbdown 0.1.0, and the rules have changed since" in said
    with pytest.raises(StudyError, match="cannot go on"):
        sweep(write(tmp_path, SMALL.replace("points: 60", "points: 8")), old)
    with pytest.raises(ScenarioError, match="cannot go on"):
        sweep(old)
    assert _bytes(old) == before


def test_no_run_of_it_is_made_again(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(StudyError, match="nor can any of its runs be made again"):
        rerun(old, 0)
    assert main(["rerun", str(old), "--row", "0"]) == 2
    assert "the rules have changed since" in capsys.readouterr().err


def test_a_question_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _unpacked("finished", tmp_path)
    assert main(["query", str(folder), "select row from rows limit 1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"row": 0}]


@pytest.mark.nightly
def test_the_slow_commands_that_read_it(old: Path, tmp_path: Path) -> None:
    before = _bytes(old)
    assert main(["report", str(old), "--out", str(tmp_path / "page.html")]) == 0
    assert "Pride and hosts" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert main(["discover", str(old), "--where", "outcome == 'no_deal'"]) == 0
    assert _bytes(old) == before


def test_a_manifest_that_somebody_changed_is_no_old_study(tmp_path: Path) -> None:
    folder = _unpacked("finished", tmp_path)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    manifest["identity"]["seed"] = 4
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(StudyError, match="digest is"):
        open_folder(folder)


def test_a_report_on_an_old_study_says_so_and_promises_no_run_again(tmp_path: Path) -> None:
    pytest.importorskip("altair")
    pytest.importorskip("scipy")
    from analysis.documents import study_document
    from analysis.documents.document import Commands, Prose

    made = study_document(open_folder(_unpacked("finished", tmp_path))).sections[-1].blocks
    told = " ".join(text for block in made if isinstance(block, Prose) for text in block.paragraphs)
    (commands,) = (block.lines for block in made if isinstance(block, Commands))
    assert "Kept in format 1" in told
    assert not [line for line in commands if "sweep" in line or "rerun" in line or "pip" in line]

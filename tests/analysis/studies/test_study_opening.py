"""Is a study's folder taken up whatever happened to it, with the same bytes or a clear refusal, and no foreign row?"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cli.main import main
from analysis.studies import StudyError, StudyFolder, factor_reading, open_folder, read_study, sweep
from analysis.studies.set_aside import SET_ASIDE
from analysis.studies.study_opening import begin, refuse_strangers, take_up
from sim.files import ScenarioError
from sim.run import run_one
from tests.analysis.studies.made import digest, write

TINY = """
study: tiny
title: A tiny study
scenario: two-leaders
set: {horizon_days: 5}
factors: {ego: {path: leaders.north.ego, low: 0, high: 1}}
design: {kind: lhs, points: 600}
replications: 3
seed: 3
"""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished study of six parts, with another of the next seed beside it."""
    place = tmp_path_factory.mktemp("tiny")
    for name, seed in (("out", 3), ("foreign", 4)):
        sweep(write(place, TINY.replace("seed: 3", f"seed: {seed}"), f"{name}.yaml"), place / name)
    return place


FILES = ("rows.parquet", "failures.jsonl", "manifest.json", "study.yaml", "scenario.yaml", "lock", "log.txt", "runs")
DEEDS = ("delete", "empty", "cut", "zeros", "folder", "foreign", "beside", "link")


def damage(folder: Path, foreign: Path, name: str, deed: str) -> None:
    """Do something to one entry of a study's folder."""
    target = folder / name
    if name.startswith("part:"):
        target = sorted((folder / "runs").glob("part*"))[int(name[5:])] if (folder / "runs").is_dir() else folder / "x"
    if deed == "beside":
        target.with_name(target.name + ".tmp").mkdir(exist_ok=True)
        return
    content = target.read_bytes() if target.is_file() else b"none"
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    else:
        target.unlink(missing_ok=True)
    if deed == "folder":
        target.mkdir(parents=True)
        (target / "inside").write_text("mine")
    elif deed == "link":
        target.symlink_to(folder / "nowhere")
    elif deed == "foreign":
        _put_foreign(folder, foreign, name, target)
    elif deed != "delete":
        target.parent.mkdir(exist_ok=True)
        target.write_bytes({"empty": b"", "cut": content[: len(content) // 2], "zeros": bytes(len(content))}[deed])


def _put_foreign(folder: Path, foreign: Path, name: str, target: Path) -> None:
    if name == "runs":
        shutil.copytree(foreign / "runs", folder / "runs")
    elif name.startswith("part:"):
        (folder / "runs").mkdir(exist_ok=True)
        other = sorted((foreign / "runs").glob("part*"))[int(name[5:])]
        shutil.copy(other, folder / "runs" / other.name)
    elif (foreign / name).is_file():
        shutil.copy(foreign / name, target)


WOUNDS = st.tuples(st.sampled_from([*FILES, "part:0", "part:3", "part:5"]), st.sampled_from(DEEDS))


@settings(max_examples=10, deadline=None)
@given(st.lists(WOUNDS, min_size=1, max_size=3))
def test_a_damaged_folder_ends_in_the_same_bytes_or_in_a_refusal_that_names_a_file(
    tiny: Path, wounds: list[tuple[str, str]]
) -> None:
    _hurt_and_swept(tiny, wounds)


@pytest.mark.nightly
@settings(max_examples=600, deadline=None)
@given(st.lists(WOUNDS, min_size=1, max_size=5))
def test_a_badly_damaged_folder_too(tiny: Path, wounds: list[tuple[str, str]]) -> None:
    _hurt_and_swept(tiny, wounds)


def _hurt_and_swept(tiny: Path, wounds: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as place:
        hurt = Path(place) / "hurt"
        shutil.copytree(tiny / "out", hurt)
        for name, deed in wounds:
            damage(hurt, tiny / "foreign", name, deed)
        refused, asked = _refusal(lambda: open_folder(hurt).rows())
        assert asked is None or (set(asked["seed"]) <= {3} and asked["cell"].is_unique), wounds
        assert str(hurt) in refused or asked is not None, wounds
        refused, finished = _refusal(lambda: sweep(tiny / "out.yaml", hurt))
        if finished is None:
            assert any(str(hurt / name) in refused or f"holds {name}" in refused for name in FILES), (wounds, refused)
            assert {"manifest.json", "study.yaml", "scenario.yaml"} & {name for name, _ in wounds}, wounds
        else:
            assert digest(hurt) == digest(tiny / "out"), wounds
            assert open_folder(hurt).table is not None


def _refusal(act: Callable[[], Any]) -> tuple[str, Any]:
    """What is said when something is refused, or what comes of it; any other error is a fault."""
    try:
        return "", act()
    except (StudyError, ScenarioError) as error:
        return str(error), None


@pytest.mark.parametrize("name", [*FILES, "part:3"])
@pytest.mark.parametrize("deed", ["delete", "empty", "cut", "folder"])
def test_one_wound_is_mended(tiny: Path, tmp_path: Path, name: str, deed: str) -> None:
    hurt = tmp_path / "hurt"
    shutil.copytree(tiny / "out", hurt)
    damage(hurt, tiny / "foreign", name, deed)
    assert sweep(tiny / "out.yaml", hurt).computed == 0
    assert digest(hurt) == digest(tiny / "out")


def test_a_foreign_part_never_gets_into_the_table(tiny: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    hurt = tmp_path / "hurt"
    shutil.copytree(tiny / "out", hurt)
    for name in ("rows.parquet", "failures.jsonl"):
        (hurt / name).unlink()
    damage(hurt, tiny / "foreign", "part:0", "foreign")
    rows = open_folder(hurt).rows()
    assert set(rows["seed"]) == {3}
    assert len(rows) < 1800
    assert "another study; left out" in caplog.text
    assert sweep(tiny / "out.yaml", hurt).computed == 1800 - len(rows)
    assert digest(hurt) == digest(tiny / "out")
    assert "another study; set aside as" in caplog.text
    assert len(list((hurt / SET_ASIDE).iterdir())) == 1


def test_a_damaged_table_is_made_again_when_it_is_asked(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hurt = tmp_path / "hurt"
    shutil.copytree(tiny / "out", hurt)
    table = hurt / "rows.parquet"
    for damaged in (table.read_bytes()[:5000], (tiny / "foreign" / "rows.parquet").read_bytes()):
        table.write_bytes(damaged)
        assert main(["query", str(hurt), "select count(*) from rows where seed = 3"]) == 0
        assert "1800" in capsys.readouterr().out
        assert digest(hurt) == digest(tiny / "out")


def test_where_it_cannot_be_made_again_the_parts_answer(
    tiny: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from analysis.studies.folder_lock import locked

    hurt = tmp_path / "hurt"
    shutil.copytree(tiny / "out", hurt)
    (hurt / "rows.parquet").write_bytes(b"PAR1")
    with locked(hurt):
        assert len(open_folder(hurt).rows()) == 1800
    assert "another climbdown" in caplog.text
    shutil.rmtree(hurt / "runs")
    with pytest.raises(StudyError, match="no run is done yet"):
        open_folder(hurt).rows()
    assert "climbdown sweep" in caplog.text


@pytest.mark.parametrize("content", ['{"format": 1}', "[]", "null", '{"format": 0}', "3", '{"format": true}'])
def test_a_manifest_of_a_wrong_shape_is_mended_by_its_own_study_and_refused_else(
    tiny: Path, tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    hurt = tmp_path / "hurt"
    shutil.copytree(tiny / "out", hurt)
    (hurt / "manifest.json").write_text(content)
    for words in (["query", str(hurt)], ["sweep", str(tiny / "foreign.yaml"), "--out", str(hurt)]):
        assert main(words) == 2
        told = capsys.readouterr().err
        assert str(hurt / "manifest.json") in told
        assert "delete" not in told
    assert main(["sweep", str(tiny / "out.yaml"), "--out", str(hurt)]) == 0
    assert (hurt / SET_ASIDE / "manifest.json").read_text() == content
    assert digest(hurt) == digest(tiny / "out")


def test_a_later_study_and_a_kept_run_are_named_and_stay(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later, kept = tmp_path / "later", tmp_path / "kept"
    shutil.copytree(tiny / "out", later)
    (later / "manifest.json").write_text('{"format": 3}')
    run_one("two-leaders").save(kept)
    for place, said in ((later, "made by a later climbdown"), (kept, "holds a run, not a study; name another folder")):
        before = {file: file.read_bytes() for file in place.rglob("*") if file.is_file()}
        for words in (["query", str(place)], ["sweep", str(tiny / "out.yaml"), "--out", str(place)]):
            assert main(words) == 2
            told = capsys.readouterr().err
            assert said in told
            assert "delete" not in told
        assert {file: file.read_bytes() for file in place.rglob("*") if file.is_file()} == before


def test_foreign_parts_in_a_finished_study_are_said_and_set_aside(
    tiny: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    hurt = tmp_path / "hurt"
    shutil.copytree(tiny / "out", hurt)
    foreign = sorted((tiny / "foreign" / "runs").glob("part*"))[0]
    shutil.copy(foreign, hurt / "runs")
    assert len(open_folder(hurt).rows()) == 1800
    assert f"{hurt / 'runs' / foreign.name}: is not part 0 of this study: another study; left out" in caplog.text
    assert sweep(tiny / "out.yaml", hurt).computed == 0
    assert (hurt / SET_ASIDE / foreign.name).is_file()
    caplog.clear()
    open_folder(hurt)
    assert caplog.text == ""


@pytest.mark.parametrize("ruin", [lambda path: path.write_text(""), lambda path: path.unlink()])
def test_an_empty_manifest_is_mended_from_the_parts(tiny: Path, tmp_path: Path, ruin: Callable[[Path], object]) -> None:
    hurt = tmp_path / "hurt"
    shutil.copytree(tiny / "out", hurt)
    ruin(hurt / "manifest.json")
    assert len(open_folder(hurt).rows()) == 1800
    assert sweep(hurt, hurt).computed == 0
    assert json.loads((hurt / "manifest.json").read_text()) == json.loads((tiny / "out" / "manifest.json").read_text())


def test_a_study_file_of_another_study_is_not_answered_for(tiny: Path, tmp_path: Path) -> None:
    hurt = tmp_path / "hurt"
    shutil.copytree(tiny / "out", hurt)
    shutil.copy(tiny / "foreign" / "study.yaml", hurt / "study.yaml")
    with pytest.raises(StudyError, match=r"study\.yaml: is not the study(.|\n)*seed: 3 in the folder, 4 now"):
        open_folder(hurt)


def test_a_folder_with_something_else_is_left_alone(tiny: Path, tmp_path: Path, study_file: Path) -> None:
    for name in ("thesis.txt", "rows.parquet", "study.yaml"):
        place = tmp_path / name.partition(".")[0]
        place.mkdir()
        (place / name).write_text("mine")
        with pytest.raises(StudyError, match=f"holds {name}"):
            sweep(study_file, place)
        assert [(path.name, path.read_text()) for path in place.iterdir()] == [(name, "mine")]
    refuse_strangers(tmp_path / "absent")


def test_a_study_begun_without_a_manifest_is_begun_again(tmp_path: Path, study_file: Path) -> None:
    study = read_study(study_file)
    place = tmp_path / "out"
    assert take_up(study, place) is None
    begin(study, place)
    (place / "manifest.json").unlink()
    (place / "manifest.json.tmp").write_text("{")
    there = take_up(study, place)
    assert there is not None and there.parts() == {}
    assert begin(study, place).manifest == there.manifest == begin(study, place).manifest


def test_no_study_is_said(tmp_path: Path, study_file: Path) -> None:
    with pytest.raises(StudyError, match="no study here"):
        open_folder(tmp_path)  # it holds a study's file, but no runs of it
    begin(read_study(study_file), tmp_path / "out")
    (tmp_path / "out" / "manifest.json").write_text("{")
    with pytest.raises(StudyError, match=r"manifest\.json: is not JSON, or not all of it, and no run is stored"):
        open_folder(tmp_path / "out")


def test_it_takes_up_a_finished_study(small: StudyFolder) -> None:
    there = take_up(small.study, small.path)
    assert there is not None and there.is_whole


def test_what_was_carried_out_is_not_tried_out_again(large: StudyFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []

    def refused(_: object, changes: object) -> list[str]:
        tried.append(changes)
        return []

    monkeypatch.setattr(factor_reading, "refusals", refused)
    assert open_folder(large.path).done_runs() == 900
    assert tried == []
    read_study(large.path / "study.yaml")
    assert len(tried) > 70, "each level of each factor, where nobody knows the study yet"


def test_a_level_that_was_changed_since_is_another_study(large: StudyFolder, tmp_path: Path) -> None:
    shutil.copytree(large.path, tmp_path / "changed")
    file = tmp_path / "changed" / "study.yaml"
    text = file.read_text(encoding="utf-8")
    assert "pressure.points: 80" in text
    file.write_text(text.replace("pressure.points: 80", "pressure.points: 9000"), encoding="utf-8")
    with pytest.raises(StudyError, match="is not the study whose runs are in this folder"):
        open_folder(tmp_path / "changed")

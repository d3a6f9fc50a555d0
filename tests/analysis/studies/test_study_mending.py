"""Is of a large study that came to harm only what is wrong made again, said, and the rest answered with?"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from analysis.cli.main import main
from analysis.studies import StudyError, StudyFolder, open_folder, query, rerun, summarise, sweep
from analysis.studies.parts_layout import Layout
from analysis.studies.set_aside import SET_ASIDE
from analysis.studies.study_manifest import as_numbers
from tests.analysis.studies.made import LARGE, command, cut_small, digest, manifest, write


def partition(folder: Path, number: int) -> Path:
    """The file of a partition."""
    (path,) = (folder / "rows.parquet").glob(f"rows-{number:04d}-*")
    return path


@pytest.fixture
def hurt(large: StudyFolder, tmp_path: Path) -> Path:
    """A copy of the large study, to be harmed."""
    shutil.copytree(large.path, tmp_path / "hurt")
    return tmp_path / "hurt"


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


@pytest.mark.parametrize("harm", [Path.unlink, _cut_short, lambda path: path.write_bytes(bytes(10_000))])
def test_only_the_runs_of_a_damaged_partition_are_done_again(
    hurt: Path, large: StudyFolder, harm: Callable[[Path], object], caplog: pytest.LogCaptureFixture
) -> None:
    others = {number: partition(hurt, number).stat().st_mtime_ns for number in (0, 2)}
    harm(partition(hurt, 1))
    rows = open_folder(hurt).rows(["cell"])
    assert rows["cell"].tolist() == [*range(336), *range(672, 900)]
    assert "1 of 3 partitions (1) are missing or damaged" in caplog.text
    assert f"climbdown sweep {hurt} does their 336 runs again, and only these" in caplog.text
    assert sweep(hurt, hurt).computed == 336
    assert digest(hurt) == digest(large.path)
    assert {number: partition(hurt, number).stat().st_mtime_ns for number in (0, 2)} == others
    assert sweep(hurt, hurt).computed == 0


def test_a_damaged_partition_is_set_aside_and_never_deleted(hurt: Path) -> None:
    _cut_short(partition(hurt, 2))
    name, content = partition(hurt, 2).name, partition(hurt, 2).read_bytes()
    sweep(hurt, hurt)
    assert (hurt / SET_ASIDE / name).read_bytes() == content


def test_failures_are_made_again_from_the_table_tracebacks_included(hurt: Path, large: StudyFolder) -> None:
    wanted = (hurt / "failures.jsonl").read_bytes()
    for harm in (Path.unlink, _cut_short):
        harm(hurt / "failures.jsonl")
        assert open_folder(hurt).failures == large.failures
        assert (hurt / "failures.jsonl").read_bytes() == wanted
        assert b"Traceback" in wanted


@pytest.mark.parametrize("content", [None, "", "{"])
def test_a_lost_manifest_is_made_again_from_what_partitions_say_of_themselves(
    hurt: Path, large: StudyFolder, content: str | None
) -> None:
    if content is None:
        (hurt / "manifest.json").unlink()
    else:
        (hurt / "manifest.json").write_text(content)
    with cut_small():
        assert len(open_folder(hurt).rows()) == 900
        assert sweep(hurt, hurt).computed == 0
    assert manifest(hurt) == manifest(large.path)


def test_a_partition_of_another_study_never_gets_in(hurt: Path, large: StudyFolder, tmp_path: Path) -> None:
    with cut_small():
        other = sweep(write(tmp_path, LARGE.replace("seed: 5", "seed: 6")), tmp_path / "other").folder
    partition(hurt, 0).unlink()
    foreign = partition(other.path, 0)
    shutil.copy(foreign, hurt / "rows.parquet")
    assert set(open_folder(hurt).rows()["seed"]) == {5}
    assert sweep(hurt, hurt).computed == 336
    assert (hurt / SET_ASIDE / foreign.name).is_file()
    assert digest(hurt) == digest(large.path)


WOUNDS = st.tuples(
    st.sampled_from(["rows-0000", "rows-0001", "rows-0002", "rows", "failures.jsonl", "manifest.json", "runs"]),
    st.sampled_from(["delete", "empty", "cut", "folder", "file", "link"]),
)


def _wound(folder: Path, name: str, deed: str) -> None:
    place = folder / "rows.parquet"
    found = sorted(place.glob(f"{name}-*")) if name.startswith("rows-") and place.is_dir() else []
    target = place if name == "rows" else found[0] if found else folder / name
    content = target.read_bytes() if target.is_file() else b"none"
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    else:
        target.unlink(missing_ok=True)
    if deed == "folder":
        target.mkdir(parents=True)
    elif deed == "link":
        target.symlink_to(folder / "nowhere")
    elif deed != "delete":
        target.write_bytes({"empty": b"", "cut": content[: len(content) // 2], "file": b"mine"}[deed])


@settings(max_examples=4, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.lists(WOUNDS, min_size=1, max_size=3))
def test_a_damaged_folder_ends_in_the_same_bytes_or_a_refusal(
    large: StudyFolder, wounds: list[tuple[str, str]]
) -> None:
    _hurt_and_swept(large, wounds)


@pytest.mark.nightly
@settings(max_examples=300, deadline=None)
@given(st.lists(WOUNDS, min_size=1, max_size=5))
def test_a_badly_damaged_folder_too(large: StudyFolder, wounds: list[tuple[str, str]]) -> None:
    _hurt_and_swept(large, wounds)


def _hurt_and_swept(large: StudyFolder, wounds: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as place, cut_small():
        hurt = Path(place) / "hurt"
        shutil.copytree(large.path, hurt)
        for name, deed in wounds:
            _wound(hurt, name, deed)
        left = 0
        with suppress(StudyError):
            asked = open_folder(hurt).rows()
            assert asked["cell"].is_unique, wounds
            assert set(asked["seed"]) == {5}, wounds
            left = len(asked)
        assert sweep(large.study, hurt).computed <= 900 - left, wounds
        assert digest(hurt) == digest(large.path), wounds
        assert open_folder(hurt).is_whole


def test_every_reader_says_the_same_of_either_kind_of_table(
    large: StudyFolder, uncut: StudyFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = "select points, ceiling, count(*) as runs, avg(asks) as asks from rows group by all order by all"
    assert query(large, asked).equals(query(uncut, asked))
    summaries = summarise(large), summarise(uncut)
    assert repr(summaries[0][:-1]) == repr(summaries[1][:-1])
    for one, other in zip(*(summary.measures for summary in summaries), strict=True):
        assert one.measure == other.measure
        assert one.estimate == pytest.approx(other.estimate, nan_ok=True)  # summed in other pieces
    assert rerun(large, 299, 2).stored == {**rerun(uncut, 299, 2).stored, "traceback": None}
    told = []
    for folder in (large, uncut):
        code = main(["query", str(folder.path), "select * from rows where status = 'done' order by cell limit 400"])
        told.append((code, capsys.readouterr().out.replace(str(folder.path), "")))
    assert told[0] == told[1]


def test_a_finished_study_with_one_table_stays_one_however_large(uncut: StudyFolder, tmp_path: Path) -> None:
    shutil.copytree(uncut.path, tmp_path / "old")
    assert len(manifest(tmp_path / "old")["layout"]) == 4
    with cut_small():
        assert open_folder(tmp_path / "old").is_whole
        (tmp_path / "old" / "rows.parquet").unlink()
        assert sweep(tmp_path / "old", tmp_path / "old").computed == 0
    assert digest(tmp_path / "old") == digest(uncut.path)


def test_a_study_that_was_begun_otherwise_goes_on_as_it_was_begun(large: StudyFolder, tmp_path: Path) -> None:
    shutil.copytree(large.path, tmp_path / "begun")
    partition(tmp_path / "begun", 0).unlink()
    assert sweep(tmp_path / "begun", tmp_path / "begun").computed == 336  # under the usual sizes it would be one table
    assert manifest(tmp_path / "begun")["layout"] == as_numbers(large.layout) == list(Layout(*large.layout))
    assert json.dumps(manifest(tmp_path / "begun")) == json.dumps(manifest(large.path))


def test_the_command_says_what_it_does_again(hurt: Path) -> None:
    partition(hurt, 1).unlink()
    asked = command("query", hurt, "select count(*) from rows")
    assert "564" in asked.stdout
    assert "does their 336 runs again, and only these" in asked.stderr

"""Is a large table the same bytes whatever happened on the way, and does no moment lose a run or do one twice?"""

from __future__ import annotations

import signal
from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pyarrow.parquet as pq
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from analysis.studies import How, StudyFolder, cut_moments, open_folder, read_study, sweep
from analysis.studies.cut_moments import OF_PARTITIONS, VARIABLE
from analysis.studies.parts_finding import TABLE
from analysis.studies.study_opening import begin
from tests.analysis.studies.made import LARGE, command, cut_small, digest, manifest, parts, write

MOMENTS = ("folder-made", "part-written", "part-named", *OF_PARTITIONS, "table-written")


def files(folder: Path) -> dict[str, tuple[int, int]]:
    """The files of a table, with what changes when one is written anew."""
    stats = {path.name: path.stat() for path in (folder / TABLE).iterdir()}
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in stats.items()}


def test_it_holds_what_one_table_would(large: StudyFolder, uncut: StudyFolder) -> None:
    assert (large.layout.parts, large.layout.partitions, large.layout.group) == (18, 3, 10)
    assert large.rows().equals(uncut.rows())
    assert large.failures == uncut.failures
    assert len(large.failures) == large.table.failed == 225
    assert (large.path / "failures.jsonl").read_bytes() == (uncut.path / "failures.jsonl").read_bytes()
    assert [len(pq.read_table(path)) for path in large.files()] == [336, 336, 228]


def test_parts_are_gone_and_so_are_their_folders(large: StudyFolder) -> None:
    assert list((large.path / "runs").iterdir()) == []
    assert not list(large.path.rglob("*.tmp"))
    assert len(manifest(large.path)["table"]["partitions"]) == len(list((large.path / TABLE).iterdir())) == 3


def test_parts_lie_in_folders_of_a_few_while_the_study_runs(tmp_path: Path, large: StudyFolder) -> None:
    seen: list[int] = []

    def look(_: int, __: int) -> None:
        folders = [path for path in (tmp_path / "out" / "runs").iterdir() if path.is_dir()]
        assert all(len(list(folder.iterdir())) <= 7 for folder in folders)
        seen.append(len(folders))

    with cut_small():
        sweep(large.study, tmp_path / "out", How(2, progress=look))
    assert max(seen) > 1


def test_partitions_are_made_while_the_study_runs_and_their_parts_dropped(tmp_path: Path, large: StudyFolder) -> None:
    made: list[tuple[int, int]] = []

    def look(done: int, total: int) -> None:
        made.append((len(list(tmp_path.glob("out/rows.parquet/*.parquet"))), done))

    with cut_small():
        sweep(large.study, tmp_path / "out", How(1, progress=look))
    assert [count for count, _ in made][-1] == 3
    assert any(count and done < 900 for count, done in made)


@pytest.mark.parametrize("workers", [1, 4])
def test_any_number_of_workers_gives_the_same_bytes(tmp_path: Path, large: StudyFolder, workers: int) -> None:
    with cut_small():
        assert sweep(large.study, tmp_path / "out", How(workers)).computed == 900
    assert digest(tmp_path / "out") == digest(large.path)
    assert manifest(tmp_path / "out") == manifest(large.path)


class Cut(BaseException):
    """What stands for a killed process where none may be killed."""


def _cut(*_: object) -> None:
    raise Cut


def _stored_runs(folder: Path) -> int:
    """How many runs a folder answers with, each once."""
    opened = open_folder(folder)
    if not opened.files():
        return 0
    rows = opened.rows(["cell", "seed"])
    assert rows["cell"].is_unique
    assert len(rows) == opened.done_runs()
    return len(rows)


CUTS = st.lists(st.tuples(st.sampled_from(MOMENTS), st.integers(1, 19)), min_size=1, max_size=3)


@settings(max_examples=3, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(CUTS)
def test_cut_down_anywhere_it_goes_on_to_the_same_bytes(large: StudyFolder, cuts: list[tuple[str, int]]) -> None:
    _cut_and_gone_on(large, cuts)


@pytest.mark.nightly
@settings(max_examples=400, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(CUTS)
def test_cut_down_anywhere_and_often_too(large: StudyFolder, cuts: list[tuple[str, int]]) -> None:
    _cut_and_gone_on(large, cuts)


def _cut_and_gone_on(large: StudyFolder, cuts: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as place, cut_small():
        study, out, before = large.study, Path(place) / "out", 0
        for moment, time in cuts:
            with (
                patch.dict("os.environ", {VARIABLE: f"kill@{moment}:{time}"}),
                patch.object(cut_moments, "_seen", Counter()),
                patch.object(cut_moments.os, "kill", _cut),
                suppress(Cut),
            ):
                sweep(study, out, How(2))
            stored = _stored_runs(out)
            assert stored >= before, cuts
            before = stored
        assert sweep(study, out, How(1)).computed == 900 - before, cuts
        assert digest(out) == digest(large.path), cuts
        assert manifest(out) == manifest(large.path)
        assert list((out / "runs").iterdir()) == []
        assert not list(out.rglob("*.tmp"))
        table = files(out)
        assert sweep(study, out).computed == 0
        assert files(out) == table


BY_DAY = ["part-dropped:3"]
AT_NIGHT = [
    "partition-named:2",
    "part-named:14",
    "partition-written:1",
    "partition-named:3",
    "part-dropped:18",
    "table-written:1",
]
AT_NIGHT += ["failures-named:1", "part-written:17"]


@pytest.mark.slow
@pytest.mark.parametrize("moment", BY_DAY + [pytest.param(one, marks=pytest.mark.nightly) for one in AT_NIGHT])
def test_killed_at_a_moment_it_goes_on_to_the_same_bytes(tmp_path: Path, large: StudyFolder, moment: str) -> None:
    study, out = write(tmp_path, LARGE), tmp_path / "out"
    with cut_small():
        begin(read_study(study), out)  # the manifest says how it is cut, whoever goes on
    killed = command("sweep", study, "--out", out, **{VARIABLE: f"kill@{moment}"})
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    stored, kept = _stored_runs(out), parts(out)
    again = sweep(large.study, out)
    assert again.computed == 900 - stored
    assert not kept.keys() & parts(out).keys()
    assert digest(out) == digest(large.path)


@pytest.mark.parametrize("moment", ["partition-written", "part-written", "table-written"])
def test_a_full_disk_is_said_and_nothing_is_lost(
    tmp_path: Path, large: StudyFolder, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cut_moments, "_seen", Counter())
    monkeypatch.setenv(VARIABLE, f"full@{moment}")
    with cut_small():
        with pytest.raises(OSError, match="space"):
            sweep(large.study, tmp_path / "out")
        assert not list((tmp_path / "out").rglob("*.tmp"))
        stored = _stored_runs(tmp_path / "out")
        monkeypatch.delenv(VARIABLE)
        assert sweep(large.study, tmp_path / "out").computed == 900 - stored
    assert digest(tmp_path / "out") == digest(large.path)


def test_a_part_damaged_after_it_was_stored_makes_no_partition(tmp_path: Path, large: StudyFolder) -> None:
    from analysis.studies.study import StudyError

    harmed: list[int] = []

    def harm(done: int, _: int) -> None:
        if done >= 300 and not harmed:
            victim = max((tmp_path / "out" / "runs").rglob("part-*"))
            victim.write_bytes(victim.read_bytes()[:-1])
            harmed.append(large.layout.part(int(victim.name[5:11])).runs)

    with cut_small():
        with pytest.raises(StudyError, match="damaged once stored; the same command mends it"):
            sweep(large.study, tmp_path / "out", How(1, progress=harm))
        assert sweep(tmp_path / "out", tmp_path / "out").computed == harmed[0]
    assert digest(tmp_path / "out") == digest(large.path)

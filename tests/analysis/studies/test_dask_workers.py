"""Does a Dask cluster give the same bytes, also when a worker is killed on the way (EMA #102)?"""

from __future__ import annotations

import pickle
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.studies import ClusterError, How, StudyFolder, open_folder, sweep
from analysis.studies.dask_workers import about, compute
from sim.run import rules_digest
from tests.analysis.studies.dask_processes import Processes
from tests.analysis.studies.made import SMALL, digest, start, write

pytest.importorskip("distributed")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Processes]:
    made = Processes(tmp_path / "cluster")
    yield made
    made.close()


def test_a_cluster_in_this_process_gives_the_same_bytes(study_file: Path, tmp_path: Path, small: StudyFolder) -> None:
    finished = sweep(study_file, tmp_path / "out", How(workers=2, dask="local"))
    assert finished.computed == 3600
    assert digest(tmp_path / "out") == digest(small.path)


@pytest.mark.slow
def test_a_worker_killed_on_the_way_costs_nothing(tmp_path: Path, cluster: Processes) -> None:
    text = SMALL.replace("replications: 60", "replications: 300")
    study = write(tmp_path, text)
    killed: list[float] = []

    def kill_one(done: int, total: int) -> None:
        if not killed and done < total:
            killed.append(done / total)
            cluster.workers[0].send_signal(signal.SIGKILL)

    finished = sweep(study, tmp_path / "dask", How(dask=cluster.address, progress=kill_one))
    assert killed
    assert killed[0] < 0.5
    assert not finished.lost
    assert cluster.workers[0].wait() == -signal.SIGKILL
    sweep(study, tmp_path / "local")
    assert digest(tmp_path / "dask") == digest(tmp_path / "local")


@pytest.mark.slow
def test_a_scheduler_that_dies_is_said_without_a_traceback_and_nothing_is_lost(
    tmp_path: Path, cluster: Processes
) -> None:
    study = write(tmp_path, SMALL.replace("replications: 60", "replications: 1200"))
    process = start("sweep", study, "--out", tmp_path / "out", "--yes", "--dask", cluster.address)
    deadline = time.monotonic() + 120
    while len(list(tmp_path.glob("out/runs/part-*.parquet"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    cluster.scheduler.kill()
    told, errors = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "the cluster went away; " in errors
    assert "runs are stored" in errors
    assert "Traceback" not in errors + told
    assert "Error" not in errors + told
    assert all(line.startswith(cluster.address) or line[0].isdigit() for line in errors.splitlines()), errors
    stored = open_folder(tmp_path / "out").done_runs()
    assert stored > 0
    assert f"{stored:,} of 72,000 runs are stored" in errors
    assert sweep(study, tmp_path / "out").computed == 72_000 - stored


def test_a_worker_with_other_rules_is_refused(
    study_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([about(), ("0.0.1", "other"), about()])
    monkeypatch.setattr("analysis.studies.dask_workers.about", lambda: next(answers))
    with pytest.raises(ClusterError, match="they must agree"):
        sweep(study_file, tmp_path / "out", How(workers=1, dask="local"))


def test_a_worker_that_joins_late_with_other_rules_refuses_its_part(small: StudyFolder) -> None:
    types = small.manifest["factors"], small.manifest["measures"]
    package = pickle.dumps((small.study.recipe, types, small.owner, ("0.0.1", "other")))
    with pytest.raises(ClusterError, match="they must agree"):
        compute(package, small.layout.part(0), small.design.values(0, 1))


def test_a_worker_says_what_it_runs() -> None:
    assert about()[1] == rules_digest()

"""Does a Dask cluster give the same bytes, also when a worker is killed on the way (EMA #102)?"""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.studies import ClusterError, How, StudyFolder, sweep
from analysis.studies.cluster import about, compute
from sim.run import rules_digest
from tests.analysis.studies.made import ROOT, SMALL, digest, write

pytest.importorskip("distributed")

QUIET = {"DASK_LOGGING__DISTRIBUTED": "critical", "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "3"}


class Cluster:
    """A scheduler and two workers as processes on loopback."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        port = self.address.rpartition(":")[2]
        self.folder = folder
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
        self.workers = [self._start_worker(name) for name in ("one", "two")]

    def _start_worker(self, name: str) -> subprocess.Popen[bytes]:
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", name, "--death-timeout", "60")
        return self._start("worker", self.address, *options, "--local-directory", str(self.folder / name))

    def _start(self, what: str, *words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{what}", *words],
            env={**os.environ, **QUIET, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path / "cluster")
    yield made
    made.close()


def test_a_cluster_in_this_process_gives_the_same_bytes(study_file: Path, tmp_path: Path, small: StudyFolder) -> None:
    finished = sweep(study_file, tmp_path / "out", How(workers=2, dask="local"))
    assert finished.computed == 3600
    assert digest(tmp_path / "out") == digest(small.path)


@pytest.mark.slow
def test_a_worker_killed_on_the_way_costs_nothing(tmp_path: Path, cluster: Cluster) -> None:
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
def test_a_cluster_that_goes_away_is_said_and_nothing_is_lost(tmp_path: Path, cluster: Cluster) -> None:
    study = write(tmp_path, SMALL.replace("replications: 60", "replications: 600"))
    kept: list[int] = []

    def end_it(done: int, _: int) -> None:
        kept.append(done)
        if len(kept) == 1:
            threading.Timer(0.0, cluster.close).start()
            time.sleep(1)

    with pytest.raises(ClusterError, match="went away"):
        sweep(study, tmp_path / "out", How(dask=cluster.address, progress=end_it))
    finished = sweep(study, tmp_path / "out")
    assert finished.computed == 36_000 - kept[-1]


def test_no_scheduler_is_said(study_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.studies.cluster.PATIENCE", 1)
    with pytest.raises(ClusterError, match="there is no Dask scheduler"):
        sweep(study_file, tmp_path / "out", How(dask="tcp://127.0.0.1:9"))
    with pytest.raises(ClusterError, match="there is no Dask scheduler"):
        sweep(study_file, tmp_path / "out", How(dask="nonsense"))


def test_a_worker_with_other_rules_is_refused(
    study_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([about(), ("0.0.1", "other"), about()])
    monkeypatch.setattr("analysis.studies.cluster.about", lambda: next(answers))
    with pytest.raises(ClusterError, match="they must agree"):
        sweep(study_file, tmp_path / "out", How(workers=1, dask="local"))


def test_a_worker_that_joins_late_with_other_rules_refuses_its_part(small: StudyFolder) -> None:
    types = small.manifest["factors"], small.manifest["measures"]
    package = pickle.dumps((small.study.recipe, types, ("0.0.1", "other")))
    with pytest.raises(ClusterError, match="they must agree"):
        compute(package, small.layout.part(0), small.design.values(0, 1))


def test_a_worker_says_what_it_runs() -> None:
    assert about()[1] == rules_digest()

"""Is the table the same bytes whatever happened on the way, and is nothing finished ever done again?

Peers' faults: NegMAS (resume under another hash seed), Axelrod #1277 (seeds and workers), mesa #952 (spawn, no guard),
EMA #17 (memory).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.studies import How, StudyFolder, open_folder, sweep
from analysis.studies.cut_moments import MOMENTS, VARIABLE
from analysis.studies.sweeping import default_folder
from tests.analysis.studies.made import ROOT, command, digest, parts, start, write

BY_DAY = [moment for moment in MOMENTS if moment in ("part-written", "table-written")]
AT_NIGHT = [pytest.param(moment, marks=pytest.mark.nightly) for moment in MOMENTS if moment not in BY_DAY]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.mark.parametrize("workers", [1, 3])
def test_any_number_of_workers_gives_the_same_bytes(
    study_file: Path, out: Path, small: StudyFolder, workers: int
) -> None:
    told: list[tuple[int, int]] = []
    finished = sweep(study_file, out, How(workers, progress=lambda done, total: told.append((done, total))))
    assert finished.computed == 3600
    assert digest(out) == digest(small.path)
    assert told[-1] == (3600, 3600)


def test_a_finished_study_is_not_touched(study_file: Path, small: StudyFolder) -> None:
    before = parts(small.path)
    assert sweep(study_file, small.path).computed == 0
    assert parts(small.path) == before


@pytest.mark.slow
@pytest.mark.parametrize("moment", BY_DAY + AT_NIGHT)
def test_killed_at_a_moment_it_goes_on_to_the_same_bytes(
    study_file: Path, out: Path, small: StudyFolder, moment: str
) -> None:
    time_of = {"part-written": 3, "part-named": 4}.get(moment, 1)
    killed = command("sweep", study_file, "--out", out, **{VARIABLE: f"kill@{moment}:{time_of}"})
    assert killed.returncode == -signal.SIGKILL
    finished = parts(out)
    finished_before = sum("tmp" not in name for name in finished)
    assert finished_before >= {"folder-made": 0, "part-written": 1, "part-named": 4}.get(moment, len(parts(small.path)))
    again = command("sweep", study_file, "--out", out, "--workers", "1", PYTHONHASHSEED="99")
    assert again.returncode == 0, again.stderr
    assert digest(out) == digest(small.path)
    assert finished.items() <= parts(out).items()
    assert not list(out.rglob("*.tmp"))


@pytest.mark.nightly
@pytest.mark.parametrize("chance", range(50))
def test_killed_at_a_random_point(study_file: Path, out: Path, small: StudyFolder, chance: int) -> None:
    from sim.luck import uniform

    for attempt in range(6):
        process = start("sweep", study_file, "--out", out, PYTHONHASHSEED=str(attempt))
        try:
            process.communicate(timeout=0.5 + 4 * uniform(chance, attempt, 0, 0, 0))
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        before = parts(out) if out.is_dir() and (out / "runs").is_dir() else {}
    assert command("sweep", study_file, "--out", out).returncode == 0
    assert before.items() <= parts(out).items()
    assert digest(out) == digest(small.path)


@pytest.mark.parametrize("moment", ["part-written", "table-written"])
def test_a_full_disk_is_said_and_nothing_is_lost(study_file: Path, out: Path, small: StudyFolder, moment: str) -> None:
    full = command("sweep", study_file, "--out", out, **{VARIABLE: f"full@{moment}:1"})
    assert full.returncode == 1
    assert "No space left on device" in full.stderr
    assert "runs are stored" in full.stderr
    assert "The same command goes on from there" in full.stderr
    assert "Traceback" not in full.stderr
    assert not list(out.rglob("*.tmp"))
    finished = parts(out)
    assert sweep(study_file, out).folder.table == small.table
    assert finished.items() <= parts(out).items()
    assert digest(out) == digest(small.path)


@pytest.mark.slow
def test_ctrl_c_keeps_what_is_finished(tmp_path: Path) -> None:
    from tests.analysis.studies.made import SMALL

    study = write(tmp_path, SMALL.replace("replications: 60", "replications: 6000"))
    process = start("sweep", study, "--out", tmp_path / "out", "--yes")
    deadline = time.monotonic() + 120
    while len(list(tmp_path.glob("out/runs/part-*.parquet"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "interrupted;" in told
    assert "runs are stored" in told
    assert "Traceback" not in told
    assert not (tmp_path / "out" / "rows.parquet").exists()


EVEN = """
study: even
scenario: two-leaders
set: {horizon_days: 3}
factors: {ego: {path: leaders.north.ego, low: 0, high: 1}}
design: {kind: lhs, points: %d}
replications: %d
parameters: drawn
"""


@pytest.mark.parametrize(("points", "replications", "most"), [(1000, 32, 0), (1000, 12, 1)])
def test_rows_of_a_stopped_study_differ_by_at_most_one_run(
    tmp_path: Path, points: int, replications: int, most: int
) -> None:
    study = write(tmp_path, EVEN % (points, replications))
    asked: list[int] = []

    def stop(done: int, _: int) -> None:
        asked.append(done)
        if len(asked) == 7:
            raise KeyboardInterrupt

    for _ in range(2):  # stopped, gone on with, stopped again: by four threads that finish in any order
        asked.clear()
        with pytest.raises(KeyboardInterrupt):
            sweep(study, tmp_path / "out", How(4, progress=stop))
        counts = open_folder(tmp_path / "out").rows(["row"]).value_counts()
        runs = [int(counts.get((row,), 0)) for row in range(points)]
        assert sum(runs) == asked[-1]
        assert max(runs) - min(runs) <= most


def test_a_second_process_is_told_so(study_file: Path, out: Path) -> None:
    from analysis.studies.folder_lock import locked

    out.mkdir()
    with locked(out):
        second = command("sweep", study_file, "--out", out)
    assert second.returncode == 2
    assert f"process {os.getpid()}" in second.stderr


def test_a_damaged_part_is_done_again(study_file: Path, out: Path, small: StudyFolder) -> None:
    sweep(study_file, out)
    (out / "rows.parquet").unlink()
    victim = sorted((out / "runs").iterdir())[2]
    victim.write_bytes(victim.read_bytes()[:100])
    assert sweep(study_file, out).computed == small.layout.part(2).runs
    assert digest(out) == digest(small.path)


UNGUARDED = """
import multiprocessing, sys
multiprocessing.set_start_method("spawn")
from analysis.studies import How, sweep
print(sweep(sys.argv[1], sys.argv[2], How(workers=2)).computed)
"""


def test_an_unguarded_script_under_spawn_just_works(study_file: Path, out: Path, tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(UNGUARDED)
    done = subprocess.run(
        [sys.executable, tmp_path / "script.py", study_file, out],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "3600\n"), done.stderr


MEMORY = """
import sys
from pathlib import Path
from analysis.studies import summarise, sweep
finished = sweep(sys.argv[1], sys.argv[2])
summarise(finished.folder)
# not getrusage: its peak includes what this process was before it became Python
(peak,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(finished.table.rows, int(peak.split()[1]) // 1024)
"""

WIDE = """
study: wide
scenario: two-leaders
set: {{horizon_days: 3}}
factors: {{leaders.north.ego: {{low: 0, high: 1}}, leaders.south.ego: {{low: 0, high: 1}}}}
design: {{kind: lhs, points: {points}}}
parameters: drawn
"""


def _peak(folder: Path, points: int) -> int:
    """Peak memory in MB of a study of so many rows, in a process of its own."""
    folder.mkdir()
    study = write(folder, WIDE.format(points=points))
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, study, folder / "out"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    rows, peak = map(int, done.stdout.split())
    assert rows == points
    return peak


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from Linux")
def test_memory_does_not_grow_with_the_design(tmp_path: Path) -> None:
    assert _peak(tmp_path / "many", 40_000) <= 1.25 * _peak(tmp_path / "few", 12_000)


@pytest.mark.nightly
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from Linux")
def test_a_million_rows_stay_under_500_mb(tmp_path: Path) -> None:
    assert _peak(tmp_path / "million", 1_000_000) < 500


def test_a_study_goes_to_a_folder_of_its_name(small: StudyFolder) -> None:
    assert default_folder(small.study) == Path("small.study")
    assert small.done_runs() == 3600

"""Does every benchmark run from end to end, and say what a reader can check, at sizes too small to mean much?"""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(script: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / script), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.nightly
def test_the_ensemble_is_measured_in_all_its_parts(tmp_path: Path) -> None:
    done = run("ensemble.py", "--quick", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    told = json.loads((tmp_path / "results.json").read_text())
    assert {"date", "processor", "python", "packages"} <= told["machine"].keys()
    assert [part["title"][0] for part in told["parts"]] == list("abcdef")
    figures = [ratio["figure"] for part in told["parts"] for ratio in part["ratios"] if part["title"][0] != "e"]
    assert len(figures) >= 7
    assert all(math.isfinite(figure) and figure > 0 for figure in figures)
    page = (tmp_path / "results.md").read_text()
    assert page.strip() == done.stdout.strip()
    assert all(part["title"] in page for part in told["parts"])


@pytest.mark.slow
def test_one_part_can_be_taken_alone_and_writes_nothing() -> None:
    before = sorted((ROOT / "benchmarks").rglob("results.*"))
    done = run("ensemble.py", "--quick", "--only", "c")
    assert done.returncode == 0, done.stderr
    assert "## c." in done.stdout
    assert "## a." not in done.stdout
    assert sorted((ROOT / "benchmarks").rglob("results.*")) == before


def test_an_unknown_part_is_refused() -> None:
    done = run("ensemble.py", "--only", "z")
    assert done.returncode == 2
    assert "no part z" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.nightly
def test_a_large_study_is_measured_by_every_command_that_reads_one() -> None:
    done = run("sweep.py", "--quick", "--only", "d")
    assert done.returncode == 0, done.stderr
    assert "## d. 3,000 rows" in done.stdout
    assert all(name in done.stdout for name in ("| sweep ", "| report ", "| discover ", "in the end"))


def test_a_cold_start_is_timed_once() -> None:
    done = run("cold_start.py", "1")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("climbdown") >= 4


@pytest.mark.nightly
def test_the_pages_of_a_study_and_a_run_are_timed() -> None:
    done = run("report.py", "--quick")
    assert done.returncode == 0, done.stderr
    pages = [line.split() for line in done.stdout.splitlines()[2:]]
    assert len(pages) == 2
    assert all(float(seconds) > 0 and float(ratio) > 0 for _, _, seconds, _, ratio in pages)


@pytest.mark.slow
def test_the_search_for_the_pivot_is_timed() -> None:
    done = run("pivot.py", "--quick")
    assert done.returncode == 0, done.stderr
    head, names, row = done.stdout.splitlines()
    assert head.endswith("aim: 20 s on two")
    assert names.split() == ["scenario", "run", "options", "futures", "seconds", "distance"]
    scenario, number, options, futures, seconds, distance = row.split()
    assert (scenario, number) == ("two-leaders", "0")
    assert int(futures) > int(options) > 0
    assert float(seconds) >= 0
    assert 0 <= float(distance) <= 1
    refused = run("pivot.py", "0")
    assert refused.returncode == 2
    assert "RUNS is 0" in refused.stderr


@pytest.mark.nightly
def test_the_classroom_is_measured(tmp_path: Path) -> None:
    done = run("classroom.py", "--quick", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "classroom.md").read_text()
    assert page.strip() == done.stdout.strip()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.splitlines() if line.startswith("| ")]
    assert len(rows) >= 15
    assert all(float(median) > 0 for _, _, _, median, *_ in rows[2:])

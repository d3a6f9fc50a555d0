"""`climbdown ensemble`: odds in 80 columns, JSON as promised, the same whatever the threads, whole after Ctrl-C."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.cli import ensemble
from analysis.cli.main import main
from analysis.estimates.ensemble_counts import EnsembleCounts
from sim.files import list_scenarios
from sim.run import run_many
from tests.sim.engines.compiled.ready_later import ReadyLater

ASKED = ["ensemble", "us-dprk-2019", "-n", "120"]


@pytest.mark.parametrize("name", list_scenarios())
def test_every_shipped_scenario_is_told_in_80_columns(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ensemble", name, "-n", "40"]) == 0
    told = capsys.readouterr()
    assert not [line for line in told.out.splitlines() if len(line) > 80]
    assert "Where it stands" in told.out
    assert "What happened on the way" in told.out
    assert told.err == ""


def test_json_has_what_is_promised(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--seed", "5", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    table = run_many("us-dprk-2019", seed=5, runs=120).table()
    assert (told["runs"], told["seed"], told["partial"], told["parameters"]) == (120, 5, False, "drawn")
    assert told["elapsed_s"] > 0
    for outcome in ("deal", "truce", "no_deal", "blow_up", "no_contact"):
        share = told["outcomes"][outcome]
        assert share["share"] == pytest.approx((table["outcome"] == outcome).mean())
        assert share["low"] <= share["share"] <= share["high"]
    assert told["first_contact"]["share"] == pytest.approx(table["first_contact_day"].notna().mean())
    assert told["first_contact"]["median_day"] == np.ceil(np.sort(table["first_contact_day"].fillna(np.inf))[59])
    assert set(told["mediators"]) >= {"vietnam", "nobody"}


def test_threads_and_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for given in (["--threads", "1"], ["--threads", "3"], ["--parameters", "central"]):
        assert main([*ASKED, "--json", *given]) == 0
        told = json.loads(capsys.readouterr().out)
        said.append({name: value for name, value in told.items() if name != "elapsed_s"})
    assert said[0] == said[1]
    assert said[0]["outcomes"] != said[2]["outcomes"]


def test_settings_change_the_odds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--set", "mediators={}", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["settings"] == ["mediators={}"]
    assert told["mediators"] == {
        "nobody": {"share": 1.0, "low": pytest.approx(0.969, abs=0.001), "high": 1.0, "runs": 120, "lucks": 120}
    }


def test_out_and_html(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, page = tmp_path / "kept", tmp_path / "page.html"
    assert main([*ASKED, "--out", str(out), "--html", str(page)]) == 0
    told = capsys.readouterr().out
    assert str(out) in told
    assert str(page) in told
    assert len(pd.read_csv(out / "runs.csv")) == 120
    assert json.loads((out / "ensemble.json").read_text())["runs"] == 120
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["ensemble", "us-dprk-2019", "-n", "0"], "-n"),
        (["ensemble", "us-dprk-2091"], "us-dprk-2019"),
        (["ensemble", "us-dprk-2019", "-n", "9", "--threads", "0"], "threads"),
        (["ensemble", "us-dprk-2019", "-n", "9", "--html", "/nowhere/at/all.html"], "was not written"),
        (["ensemble", "us-dprk-2019", "-n", "9", "--set", "leaders.us.ego=7"], "leaders.us.ego"),
    ],
)
def test_what_cannot_be_done_is_said(given: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(given) == 2
    assert said in capsys.readouterr().err


def test_a_foreign_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    assert main([*ASKED, "--out", str(tmp_path)]) == 2
    assert "thesis.txt" in capsys.readouterr().err


def test_without_numba_it_says_that_it_is_slower(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ensemble", "two-leaders", "-n", "6", "--json"]) == 0
    fast = json.loads(capsys.readouterr().out)
    monkeypatch.setenv("CLIMBDOWN_NO_NUMBA", "1")
    assert main(["ensemble", "two-leaders", "-n", "6", "--json"]) == 0
    told = capsys.readouterr()
    slow = json.loads(told.out)
    assert "switched off" in told.err
    assert (fast["engine"], slow["engine"]) == ("compiled", "plain")
    assert fast["outcomes"] == slow["outcomes"]


@pytest.mark.parametrize("asked", [0, 7, 10_000])
def test_a_first_use_shows_estimates_early_and_comes_out_the_same(
    asked: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from analysis.cli import counting_progress
    from sim import run
    from sim.engines.compiled import first_use

    command = ["ensemble", "two-leaders", "-n", "40", "--set", "horizon_days=20", "--json"]
    assert main(command) == 0
    want = json.loads(capsys.readouterr().out)

    @contextmanager
    def aside() -> Iterator[ReadyLater]:
        making = ReadyLater(asked)
        monkeypatch.setattr(first_use, "_under_way", making)
        yield making

    monkeypatch.setattr(counting_progress, "TELL_SECONDS", 0.0)
    monkeypatch.setattr(run, "engine_state", lambda: "unprepared")
    monkeypatch.setattr(run, "compiling_aside", aside)
    assert main(command) == 0
    told = capsys.readouterr()
    found = json.loads(told.out)
    assert {**found, "elapsed_s": 0} == {**want, "elapsed_s": 0}
    assert "preparing the fast engine, once" in told.err
    if asked == 10_000:
        assert re.search(r"of 40 runs; fast engine: rule 3 of 9, 2 s; so far first contact in \d+%", told.err)
        assert "a later command finds it ready" in told.err


COMMAND = [sys.executable, "-u", "-m", "analysis.cli.main", "ensemble", "us-china-2025", "-n"]


@pytest.fixture(scope="module")
def start_seconds() -> float:
    """How long the command takes with next to nothing to do; the first of two starts may have to compile."""
    for _ in range(2):
        begun = time.monotonic()
        subprocess.run([*COMMAND, "100"], env=os.environ, capture_output=True, check=True)
    return time.monotonic() - begun


def interrupted(start_seconds: float, *words: str) -> subprocess.CompletedProcess[str]:
    """The command with more runs than anybody has time for, and Ctrl-C when it has surely begun to count."""
    command = [*COMMAND, "100000000", *words]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(2 * start_seconds + 1)
    process.send_signal(signal.SIGINT)
    said, complaint = process.communicate(timeout=120)
    return subprocess.CompletedProcess(command, process.returncode, said, complaint)


def test_ctrl_c_keeps_what_is_finished(tmp_path: Path, start_seconds: float) -> None:
    found = interrupted(start_seconds, "--json", "--out", str(tmp_path / "kept"))
    assert found.returncode == 0, found.stderr
    told = json.loads(found.stdout)
    assert told["partial"] is True
    assert 0 < told["runs"] < told["asked"] == 100_000_000
    assert len(pd.read_csv(tmp_path / "kept" / "runs.csv")) == told["runs"]


def test_ctrl_c_is_said_to_a_person(start_seconds: float) -> None:
    found = interrupted(start_seconds)
    assert found.returncode == 0, found.stderr
    assert "stopped early" in found.stdout


def test_ctrl_c_before_any_run_is_finished(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(ensemble, "count", lambda scenario, *_: EnsembleCounts(scenario))
    assert main(ASKED) == 130
    assert "interrupted" in capsys.readouterr().err


@pytest.mark.nightly
def test_a_million_runs_need_no_more_memory_than_ten_thousand() -> None:
    """Peer row 17: the largest resident memory of the command, from a child of its own."""
    script = """
import resource, sys
from analysis.cli.main import main
from analysis.estimates.ensemble_counts import EnsembleCounts
assert main(["ensemble", "us-dprk-2019", "-n", sys.argv[1], "--json"]) == 0
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""
    most = []
    for runs in ("20000", "1000000"):
        found = subprocess.run([sys.executable, "-c", script, runs], capture_output=True, text=True, check=True)
        most.append(int(found.stderr.split()[-1]))
    assert most[1] < 1.2 * most[0]

"""`climbdown sweep`: the cost first, the summary last, and an exit code that says whether every run is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli.main import main
from tests.analysis.studies.made import FAILING, digest, write

SMALLER = """
study: smaller
title: A smaller study
question: Is it quick?
scenario: two-leaders
set: {horizon_days: 30}
factors: {ego: {path: leaders.north.ego, low: 0, high: 1, steps: 4}}
design: grid
replications: 20
"""


def test_a_study_is_planned_carried_out_and_summed_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study, out = write(tmp_path, SMALLER), tmp_path / "out"
    assert main(["sweep", str(study), "--out", str(out)]) == 0
    told = capsys.readouterr()
    for part in ("Is it quick?", "runs                 80", "expected time", "expected size", "all runs", "\nego, "):
        assert part in told.out
    assert "80 of 80 runs" in told.err
    assert "climbdown rerun" in told.out
    assert {path.name for path in out.iterdir()} == {
        "study.yaml", "scenario.yaml", "manifest.json", "rows.parquet", "runs", "failures.jsonl", "log.txt", "lock",
    }  # fmt: skip


def test_again_it_has_nothing_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study, out = write(tmp_path, SMALLER), tmp_path / "out"
    assert main(["sweep", str(study), "--out", str(out)]) == 0
    before = digest(out)
    capsys.readouterr()
    assert main(["sweep", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["computed"], told["runs"], told["failed"], told["lost"]) == (0, 80, 0, [])
    assert sum(told["shares"].values()) == pytest.approx(1)
    assert digest(out) == before


def test_a_plan_alone_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = write(tmp_path, SMALLER)
    assert main(["sweep", str(study), "--out", str(tmp_path / "out"), "--plan"]) == 0
    assert "expected time" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_failed_runs_are_told_with_row_seed_and_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study, out = write(tmp_path, FAILING), tmp_path / "out"
    assert main(["sweep", str(study), "--out", str(out)]) == 2
    told = capsys.readouterr().out
    assert "3 runs FAILED" in told
    assert "row 4, replication 0, seed 1" in told
    assert "ScenarioError" in told
    assert "of the runs tried" in told
    assert all(len(line) <= 80 or str(tmp_path) in line for line in told.splitlines())


def test_a_fault_of_ours_is_exit_code_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from sim.engines.compiled.counter import Counter

    count = Counter.count

    def breaking(self: Counter, seed: int, runs: list[int], *rest: object) -> object:
        if 13 in list(runs):
            raise ZeroDivisionError("nothing to divide")
        return count(self, seed, runs, *rest)

    monkeypatch.setattr(Counter, "count", breaking)
    assert main(["sweep", str(write(tmp_path, SMALLER)), "--out", str(tmp_path / "out")]) == 1
    assert "4 runs FAILED" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["nope"], ["{study}", "--workers", "0"], []])
def test_bad_words_are_exit_code_2(tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    study = write(tmp_path, SMALLER)
    assert main(["sweep", *(word.format(study=study) for word in words)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_bad_study_file_has_all_its_errors_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = write(tmp_path, SMALLER.replace("grid", "gird").replace("replications: 20", "replications: x"))
    assert main(["sweep", str(study)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"{study}:") for line in lines)


def test_a_missing_cluster_is_said_and_is_no_fault_of_the_study(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("analysis.studies.cluster_connection.PATIENCE", 1)
    study, out = write(tmp_path, SMALLER), tmp_path / "out"
    assert main(["sweep", str(study), "--out", str(out), "--dask", "tcp://127.0.0.1:9"]) == 1
    told = capsys.readouterr().err
    assert "there is no Dask scheduler" in told
    assert "0 of 80 runs are stored" in told


def test_every_problem_of_a_study_with_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = tmp_path / "s.yaml"
    study.write_text("".join(f"wrong{k}: 1\n" for k in range(30)) + "scenario: two-leaders\ndesign: grid\n", "utf-8")
    for words, lines in (([], 16), (["--all"], 30)):
        assert main(["sweep", str(study), "--plan", *words]) == 2
        assert len(capsys.readouterr().err.splitlines()) == lines


def test_too_few_runs_for_the_luck_are_said_before_the_study_is_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("SALib")
    text = "study: few\nscenario: two-leaders\nset: {horizon_days: 30}\nfactors:\n"
    text += "  ego: {path: leaders.north.ego, low: 0.4, high: 0.6}\n"
    text += "  face: {path: leaders.north.face_need, low: 0, high: 1}\n"
    file = write(tmp_path, text + "design: {kind: saltelli, base: 16}\nreplications: 2\n")
    assert main(["sweep", str(file), "--out", str(tmp_path / "out"), "--plan"]) == 0
    told = capsys.readouterr().out
    assert "too few for luck     2 of every row" in told
    assert "Days to first contact" in told
    assert not (tmp_path / "out").exists()


def test_the_plan_names_rows_of_a_list_that_say_nothing_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "dyad.rapport\n0.2\n0.5\n0.20\n0.5\n", "d.csv")
    study = write(tmp_path, "scenario: two-leaders\nset: {horizon_days: 5}\ndesign: {kind: list, file: d.csv}\n")
    assert main(["sweep", str(study), "--plan"]) == 0
    assert "  repeated rows        2, the first on line 4 as line 2\n" in capsys.readouterr().out

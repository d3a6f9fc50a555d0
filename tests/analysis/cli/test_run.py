"""`climbdown run`: the same bytes every time, 80 columns, JSON as promised, records and pages that are whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.cli.main import main
from sim.files import list_scenarios
from sim.results.trajectory import Trajectory
from sim.run import run_one
from tests.sim.results.consistency import problems


def test_a_run_is_told_in_80_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "us-china-2025"]) == 0
    told = capsys.readouterr().out
    assert all(len(line) <= 80 for line in told.splitlines())
    for part in ("Who calls first?", "Where it stands", "Tariffs in points", "a model's world"):
        assert part in told.replace("\n", " ")


@pytest.mark.parametrize("name", list_scenarios())
def test_every_shipped_scenario_is_told_and_holds_together(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", name, "--seed", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert 25 <= len(lines) <= 125
    assert all(len(line) <= 80 for line in lines)
    assert problems(run_one(name, seed=3)) == []


def test_json_has_what_is_promised(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "us-china-2025", "--seed", "5", "--run", "2", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    record = run_one("us-china-2025", seed=5, run=2)
    assert told["outcome"]["class"] == record.outcome.outcome_class
    assert told["outcome"]["date"] == record.outcome.date
    assert set(told["first_contact"]) >= {"date", "asked_by", "level"}
    assert told["mediator"] == record.outcome.mediator
    assert (told["seed"], told["run"]) == (5, 2)
    assert [event["kind"] for event in told["events"]] == record.events["kind"].tolist()


def test_the_same_bytes_in_any_process() -> None:
    command = [sys.executable, "-m", "analysis.cli.main", "run", "two-leaders", "--seed", "9", "--json"]
    told = set()
    for salt in ("0", "1", "77"):
        run = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": salt}, capture_output=True, check=True)
        told.add(run.stdout)
    assert len(told) == 1


def test_a_terminal_without_block_characters() -> None:
    command = [sys.executable, "-m", "analysis.cli.main", "run", "us-china-2025"]
    run = subprocess.run(command, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=True)
    assert run.stdout.isascii()
    assert b"at worst" in run.stdout


@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_out_keeps_the_record(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "us-china-2025", "--seed", "4", "--out", str(tmp_path / name)]) == 0
    assert str(tmp_path / name) in capsys.readouterr().out
    assert Trajectory.load(tmp_path / name).equals(run_one("us-china-2025", seed=4))


def test_out_replaces_nothing_foreign(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    assert main(["run", "two-leaders", "--out", str(tmp_path)]) == 2
    assert "thesis.txt" in capsys.readouterr().err
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.txt"]


def test_html_is_one_page(tmp_path: Path) -> None:
    assert main(["run", "us-china-2025", "--html", str(tmp_path / "run.html")]) == 0
    assert (tmp_path / "run.html").read_text(encoding="utf-8").startswith("<!doctype html>")


CORE_ONLY = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"altair", "duckdb", "matplotlib", "pyarrow", "SALib", "solara", "vl_convert"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
from analysis.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "asked",
    [
        ["run", "two-leaders", "--html", "page.html"],
        ["ensemble", "two-leaders", "-n", "20", "--html", "page.html"],
        ["compare", "two-leaders", "--set", "leaders.verenia.ego=0.9", "-n", "10"],
        ["explain", "two-leaders", "--at", "2024-01-20", "--who", "verenia", "--across", "3"],
    ],
    ids=lambda asked: asked[0],
)
def test_core_dependencies_are_enough(asked: list[str], tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", CORE_ONLY, *asked]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    if "page.html" in asked:
        assert "<svg" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_html_where_nothing_can_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "two-leaders", "--html", str(tmp_path / "no" / "run.html")]) == 2
    assert "was not written" in capsys.readouterr().err


def test_a_script_is_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "moves.yaml"
    script.write_text("- {date: 2025-04-20, leader: us, action: rally}\n")
    assert main(["run", "us-china-2025", "--policy", str(script), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    own = [event["kind"] for event in told["events"] if event["decision"] >= 0 and event["actor"] == "us"]
    assert own[0] == "rally"
    assert told["actions"]["us"]["rally"] == 1
    assert told["actions"]["us"]["escalate"] == 0


def test_an_illegal_scripted_move_names_the_legal_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "moves.yaml"
    script.write_text("- {date: 2025-04-20, leader: us, action: withdraw}\n")
    assert main(["run", "us-china-2025", "--policy", str(script)]) == 2
    error = capsys.readouterr().err
    assert "'withdraw'" in error
    assert "legal are hold, escalate" in error


def test_a_bad_script_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "moves.yaml"
    script.write_text("- {date: 2025-04-20, leader: uk, action: hold}\n")
    assert main(["run", "us-china-2025", "--policy", str(script)]) == 2
    assert f"{script}:1:" in capsys.readouterr().err


def test_settings_change_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "us-china-2025", "--set", "mediators={}", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["mediator"] is None


def test_reading_aloud_is_short_and_has_no_chart(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "two-leaders", "--plain"]) == 0
    told = capsys.readouterr().out
    assert len(told.split("In the world")[0].split()) <= 350
    assert "seed" not in told
    assert "%" not in told.split("In the world")[0]
    assert "asked |" not in told


def test_everything_is_longer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "two-leaders", "--all"]) == 0
    every = capsys.readouterr().out.splitlines()
    assert main(["run", "two-leaders"]) == 0
    assert len(every) > len(capsys.readouterr().out.splitlines())


def test_two_lengths_at_once_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "two-leaders", "--plain", "--all"]) == 2
    assert "give one of them" in capsys.readouterr().err

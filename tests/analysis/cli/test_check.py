"""Does `check` pass what is right, and name everything that is wrong on the error stream with exit code 2?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.cli.main import main
from sim.files import list_scenarios
from sim.files.problems import PROBLEMS_SHOWN

CASES = Path(__file__).resolve().parents[2] / "cases"


def test_every_shipped_scenario_is_valid(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *list_scenarios()]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(": valid")[0] for line in told] == list_scenarios()


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.glob("*.yaml") if path.name != "expected.yaml"))
def test_no_bad_file_gives_a_traceback(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CASES / case)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert all(line.startswith((str(CASES), "and ")) for line in told.err.splitlines())


def test_a_screenful_and_the_number_of_the_rest_or_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("extends: two-leaders\n" + "".join(f"wrong{k}: 1\n" for k in range(40)), encoding="utf-8")
    for words, lines in (([], PROBLEMS_SHOWN + 1), (["--all"], 40), (["--json"], 0)):
        assert main(["check", str(bad), *words]) == 2
        told = capsys.readouterr()
        assert len(told.err.splitlines()) == lines
        assert (told.err.splitlines()[-1:] == ["and 25 more: `--all`"]) is (words == [])
    assert len(json.loads(told.out)[0]["problems"]) == 40


@pytest.mark.parametrize("words", [["check"], ["run"], ["show"]])
def test_a_study_is_said_to_be_one(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = tmp_path / "s.yaml"
    study.write_text("study: s\nscenario: nowhere\ndesign: gird\n", encoding="utf-8")
    assert main([*words, str(study)]) == 2
    assert capsys.readouterr().err == f"{study}:1:1: this is a study: `climbdown sweep {study} --plan`\n"


def test_all_problems_of_all_files(capsys: pytest.CaptureFixture[str]) -> None:
    bad = [str(CASES / "many-at-once.yaml"), str(CASES / "nan.yaml")]
    assert main(["check", bad[0], "two-leaders", bad[1]]) == 2
    told = capsys.readouterr()
    assert len(told.err.splitlines()) == 9
    assert told.out.startswith("two-leaders: valid")


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CASES / "nan.yaml"), "two-leaders", "--json"]) == 2
    bad, good = json.loads(capsys.readouterr().out)
    assert (bad["valid"], good["valid"]) == (False, True)
    assert (bad["problems"][0]["line"], bad["problems"][0]["column"]) == (6, 10)
    assert good["numbers"] > 50


def test_a_setting_is_checked_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "two-leaders", "--set", "truce.cut=2"]) == 2
    assert "truce.cut is 2; allowed: 0.05 (a gesture) to 1 (all of it)" in capsys.readouterr().err


def test_it_starts_fast() -> None:
    """Processor time, since other tests run at the same time; alone the clock shows about as much."""
    command = [sys.executable, "-m", "analysis.cli.main", "check", "us-china-2025"]
    times = []
    for _ in range(3):
        before = os.times()
        subprocess.run(command, check=True, capture_output=True, cwd=CASES.parents[1])
        after = os.times()
        times.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert min(times) < 0.6

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


def test_red_lines_that_exclude_any_deal_are_noted_and_the_file_is_valid(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        "extends: two-leaders\nissues:\n  fish:\n    red_line: {aldmark: 0.7, verenia: 0.6}\n", encoding="utf-8"
    )
    assert main(["check", str(file)]) == 0
    told = capsys.readouterr()
    assert told.out.startswith(f"{file}: valid")
    assert told.err.startswith(f"note: {file}:4:5: both sides have a red line in issues.fish.red_line")
    assert main(["check", str(file), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["valid"], [note["line"] for note in found["notes"]]) == (True, [4])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("leaders: 5", ":2:10: leaders must be a block of named entries, not 5"),
        ("leaders:\n  chinaa: {ego: 0.3}", ":3:3: unknown entry 'chinaa' in leaders"),
    ],
)
def test_the_users_own_line_comes_first(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(f"extends: us-china-2025\n{text}\n", encoding="utf-8")
    assert main(["check", str(file)]) == 2
    first = capsys.readouterr().err.splitlines()[0]
    assert first.startswith(f"{file}{said}")
    assert "chinaa" not in text or first.endswith("did you mean 'china'?")


@pytest.mark.parametrize("verb", ["run", "ensemble", "show", "compare", "diff"])
def test_other_commands_show_a_screenful_and_say_how_to_see_the_rest(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("extends: two-leaders\n" + "".join(f"wrong{k}: 1\n" for k in range(46)), encoding="utf-8")
    assert main([verb, str(bad), *(["two-leaders"] if verb == "diff" else [])]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == PROBLEMS_SHOWN + 1
    assert lines[-1] == f"and 31 more: `climbdown check {bad} --all`"
    assert sum("allowed: climbdown, name, title" in line for line in lines) == 1

"""Does `check` pass lessons that are right, name what is wrong with others, and count what they promise when asked?"""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from pathlib import Path
from typing import NoReturn

import pytest

from analysis.classroom.lessons import recount
from analysis.classroom.lessons.first_luck import first_luck
from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.lessons.reading import list_lessons
from analysis.cli.errors import UserError
from analysis.cli.main import main
from tests.analysis.classroom.lessons.made import SMALL, small, write


def test_shipped_lessons_are_valid_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *list_lessons()]) == 0
    told = capsys.readouterr()
    assert [line.partition(": valid (a lesson of ")[0] for line in told.out.splitlines()] == list_lessons()
    assert told.err == ""


def test_a_lesson_beside_a_scenario(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lesson = str(write(tmp_path))
    assert main(["check", lesson, "two-leaders"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"{lesson}: valid (a lesson of 48 minutes; 6 steps, 2 sliders, 1 claim)"
    assert second.startswith("two-leaders: valid (2 issues")


def test_what_is_wrong_is_told_and_the_rest_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lesson = str(write(tmp_path, SMALL + "".join(f"wrong{k}: 1\n" for k in range(20))))
    assert main(["check", lesson]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 16
    assert told.err.startswith(f"{lesson}:")
    assert main(["check", lesson, "--all"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 20
    assert main(["check", lesson, "--json"]) == 2
    found = json.loads(capsys.readouterr().out)[0]
    assert (found["valid"], len(found["problems"])) == (False, 20)


def test_notes_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lesson = str(write(tmp_path, SMALL.replace("minutes: 12", "minutes: 40")))
    assert main(["check", lesson]) == 0
    assert capsys.readouterr().err == f"note: {lesson}:8:1: the steps take 76 minutes; a lesson mostly has 50\n"


def test_what_takes_long_is_told_without_lines_of_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(lesson: Lesson) -> NoReturn:
        warnings.warn("this takes a minute", stacklevel=1)
        raise UserError("enough")

    monkeypatch.setattr(recount, "recount", slow)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        assert main(["check", str(write(tmp_path)), "--count"]) == 2
    assert capsys.readouterr().err.splitlines() == ["this takes a minute", "enough"]


def test_counting_finds_what_a_lesson_does_not_keep(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    luck = first_luck(small())
    wrong = str(write(tmp_path, SMALL.replace("first_luck: 3", f"first_luck: {luck + 1}")))
    assert main(["check", wrong, "--count"]) == 2
    told = capsys.readouterr()
    assert told.err == f"{wrong}: first_luck is {luck + 1}, and the rule gives {luck}\n"
    assert told.out.splitlines()[0].startswith(f"{wrong}: well-formed (a lesson of 48 minutes")
    assert told.out.splitlines()[2] == f"  first luck by the rule: {luck}"
    right = str(write(tmp_path, SMALL.replace("first_luck: 3", f"first_luck: {luck}")))
    assert main(["check", right, "--count", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)[0]
    assert (found["valid"], found["faults"], found["counted"]["first_luck"]) == (True, [], luck)
    assert [claim["holds"] for claim in found["counted"]["claims"]] == [True]


def test_a_lesson_takes_no_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(write(tmp_path)), "--set", "leaders.verenia.ego=0"]) == 2
    assert "is a lesson, and --set changes a scenario" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["run", "show", "ensemble"])
def test_a_lesson_given_as_a_scenario_is_said_to_be_one(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = str(write(tmp_path))
    assert main([verb, lesson]) == 2
    assert capsys.readouterr().err == f"{lesson}: this is a lesson: `climbdown check {lesson}`\n"


def test_checking_without_counting_imports_nothing_heavy(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from analysis.cli.main import main\n"
        f"main(['check', {str(write(tmp_path))!r}, 'two-leaders'])\n"
        "print(sorted({'mesa', 'numba', 'numpy', 'pandas'} & set(sys.modules)))\n"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"

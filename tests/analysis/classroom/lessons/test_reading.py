"""Is a lesson file read whole or refused with all its mistakes, and are the shipped lessons found by name?"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.lessons.lesson import FENCED_MINUTES
from analysis.classroom.lessons.reading import HOUR, find_lesson, is_lesson, list_lessons, read_lesson
from sim.files import ScenarioError, list_scenarios
from sim.files.problems import Problem
from sim.files.shipped import FOLDER
from tests.analysis.classroom.lessons.made import SMALL, read, small, tree, write
from tests.generate import few
from tests.generate_lessons import lesson_dicts

ROOT = Path(__file__).resolve().parents[4]
HEAVY = ("mesa", "numba", "numpy", "pandas")


def refused(folder: Path, text: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        read_lesson(write(folder, text))
    return str(caught.value)


def test_a_lesson_is_read() -> None:
    lesson = small()
    assert (lesson.id, lesson.title, lesson.seed, lesson.first_luck) == ("small", "A small lesson", 7, 3)
    assert lesson.scenario.name == "two-leaders"
    assert (lesson.goals, lesson.facts) == (
        ("Say what a host changes.",),
        ("Two countries quarrel over fish and a canal.",),
    )
    assert lesson.theory == "Whoever asks first pays for it."
    assert (lesson.ticket[0].key, lesson.no_phone, lesson.sources) == (
        "Cover.",
        "It needs none.",
        ("Made up for tests.",),
    )


def test_the_id_is_by_default_the_name_of_the_file(tmp_path: Path) -> None:
    text = SMALL.replace("id: small\n", "")
    assert read_lesson(write(tmp_path, text, "who-calls.yaml")).id == "who-calls"
    with pytest.raises(
        ScenarioError, match=r"'Who calls', the name of the file, cannot be that of a lesson; give one as"
    ):
        read_lesson(write(tmp_path, text, "Who calls.yaml"))


def test_a_world_of_its_own_is_found_beside_the_lesson(tmp_path: Path) -> None:
    (tmp_path / "worlds").mkdir()
    (tmp_path / "worlds" / "mine.yaml").write_text("extends: two-leaders\nname: mine\nhorizon_days: 60\n", "utf-8")
    lesson = read_lesson(write(tmp_path, SMALL.replace("scenario: two-leaders", "scenario: worlds/mine.yaml")))
    assert (lesson.scenario.name, lesson.scenario.horizon_days) == ("mine", 60)


def test_what_is_wrong_with_the_world_is_told_in_its_file(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("extends: two-leaders\nhorizon_days: 0\n", "utf-8")
    said = refused(tmp_path, SMALL.replace("scenario: two-leaders", "scenario: mine.yaml"))
    assert "mine.yaml:2:15: horizon_days is 0; allowed: whole numbers" in said


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("scenario: two-leaders", "scenario: two-leader", "small.yaml:5:11: scenario 'two-leader': there is no such"),
        ("scenario: two-leaders", "scenario: two-leader", "did you mean 'two-leaders'?"),
        ("scenario: two-leaders\n", "", "scenario is missing; Its world"),
        ("title: A small lesson\n", "", "title is missing"),
        ("seed: 7", "seed: -1", "small.yaml:6:7: seed is -1; allowed: whole numbers 0 to 4294967295"),
        ("first_luck: 3", "first_luck: many", "first_luck must be a whole number"),
        ("no_phone:", "no_phones:", "unknown key 'no_phones' in a lesson"),
        ("no_phone:", "no_phones:", "did you mean 'no_phone'?"),
        ("facts:\n  - Two countries quarrel over fish and a canal.", "facts: [a, b, c, d, e, f]", "facts"),
        ("id: small", "id: Small lesson", "'Small lesson'"),
        ("steps:", "steps: many\nsteps_:", "steps"),
        ("sliders:\n", "sliders: [", "small.yaml:"),
    ],
)
def test_mistakes_are_told_at_their_place(old: str, new: str, message: str, tmp_path: Path) -> None:
    assert old in SMALL
    assert message in refused(tmp_path, SMALL.replace(old, new, 1))


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = SMALL.replace("seed: 7", "seed: x", 1).replace("minutes: 12", "minutes: 1").replace("ego", "egg")
    said = refused(tmp_path, text)
    assert all(word in said for word in ("seed", "leaders.verenia.egg"))
    assert "climbdown check" not in said, "few enough to be shown whole"


def test_files_that_are_no_lessons(tmp_path: Path) -> None:
    assert "an empty lesson; a block of" in refused(tmp_path, "")
    assert "a lesson is a block of" in refused(tmp_path, "- 1\n")
    with pytest.raises(ScenarioError, match="there is no such file"):
        read_lesson(tmp_path / "nothing.yaml")
    with pytest.raises(ScenarioError, match=r"there is no such lesson; shipped: .*; or give the path of a YAML file"):
        find_lesson("no-such-lesson")
    with pytest.raises(ScenarioError, match="is a folder"):
        read_lesson(tmp_path)


def test_a_long_lesson_is_noted(tmp_path: Path) -> None:
    notes: list[Problem] = []
    read_lesson(write(tmp_path), notes)
    assert notes == []
    read_lesson(write(tmp_path, SMALL.replace("minutes: 12", "minutes: 30")), notes)
    assert [note.message for note in notes] == ["the steps take 66 minutes; a lesson mostly has 50"]
    assert notes[0].line == 8


def test_lessons_are_told_from_other_files(tmp_path: Path) -> None:
    assert is_lesson(str(write(tmp_path)))
    assert is_lesson(str(write(tmp_path, "goals: [", "bad.yaml"))) is False
    assert is_lesson(str(write(tmp_path, "goals: x\n", "bad.yaml")))
    assert all(is_lesson(name) for name in list_lessons())
    assert not any(is_lesson(name) or is_lesson(str(FOLDER / f"{name}.yaml")) for name in list_scenarios())
    assert not any(is_lesson(str(path)) for path in (FOLDER / "studies").glob("*.yaml"))
    assert not is_lesson("nothing-of-the-kind")


@pytest.mark.parametrize("name", list_lessons())
def test_shipped_lessons_bear_their_names_and_fill_an_hour(name: str) -> None:
    notes: list[Problem] = []
    lesson = read_lesson(name, notes)
    assert (lesson.id, notes) == (name, [])
    assert HOUR - 5 <= lesson.minutes <= HOUR
    assert sum(step.minutes for step in lesson.steps if step.screen in ("debrief", "ticket")) >= FENCED_MINUTES
    assert {"brief", "watch", "predict", "debrief", "ticket"} <= {step.screen for step in lesson.steps}
    assert lesson.sliders
    assert lesson.claims
    assert all(step.say for step in lesson.steps)
    assert 8 <= lesson.scenario.horizon_days / 7 <= 16


@pytest.mark.parametrize("name", list_lessons())
def test_wherever_a_class_puts_the_sliders_of_a_shipped_lesson_there_is_a_world(name: str) -> None:
    lesson = read_lesson(name)
    places = [tuple(slider.choices or (slider.low, slider.high)) for slider in lesson.sliders]
    for corner in product(*places):
        lesson.world(dict(zip((slider.id for slider in lesson.sliders), corner, strict=True)))


def test_reading_imports_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from analysis.classroom.lessons.reading import list_lessons, read_lesson\n"
        "for name in (*list_lessons(), sys.argv[1]): read_lesson(name)\n"
        f"print(sorted(set(sys.modules) & set({HEAVY!r})))\n"
    )
    with TemporaryDirectory() as folder:
        file = str(write(Path(folder)))
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        found = subprocess.run(
            [sys.executable, "-c", program, file], capture_output=True, text=True, check=True, env=environment
        )
    assert found.stdout == "[]\n"


@few
@given(lesson_dicts())
def test_valid_lessons_are_read_as_they_stand(content: dict[str, Any]) -> None:
    lesson = read(content)
    assert (lesson.id, lesson.first_luck, len(lesson.steps)) == (
        content["id"],
        content["first_luck"],
        len(content["steps"]),
    )
    assert [slider.id for slider in lesson.sliders] == list(content["sliders"])
    assert [dict(step.settings or {}) for step in lesson.steps] == [
        step.get("settings", {}) for step in content["steps"]
    ]
    assert [item.key for item in lesson.ticket] == [item["key"] for item in content["ticket"]]
    assert [claim.against for claim in lesson.claims] == [claim.get("against") for claim in content["claims"]]


ODD = (None, "", "x", -1, 2.5, True, [], {}, [None], {"a": 1}, "x" * 500, {"text": "y"}, float("1e300"))


def _spoil(value: Any, luck: Random) -> Any:
    """The same values with one of them, somewhere, replaced, taken away or doubled."""
    if not isinstance(value, dict | list) or not value or luck.random() < 0.15:
        return luck.choice(ODD)
    place = luck.choice(list(value)) if isinstance(value, dict) else luck.randrange(len(value))
    copy: Any = value.copy()
    if luck.random() < 0.2:
        del copy[place]
    elif luck.random() < 0.1 and isinstance(copy, dict):
        copy["odd"] = copy.pop(place)
    else:
        copy[place] = _spoil(copy[place], luck)
    return copy


@few
@given(st.integers(0, 2**32 - 1), st.integers(1, 3))
def test_spoilt_files_are_read_or_refused_at_a_place(seed: int, faults: int) -> None:
    luck, content = Random(seed), tree()
    for _ in range(faults):
        content = _spoil(content, luck)
    with TemporaryDirectory() as folder:
        path = write(Path(folder), content)
        problems = _problems(path)
    assert all(problem.file == str(path) and problem.line and problem.column for problem in problems)
    assert all(problem.message for problem in problems)


def _problems(path: Path) -> list[Problem]:
    try:
        read_lesson(path)
    except ScenarioError as error:
        return error.problems
    return []

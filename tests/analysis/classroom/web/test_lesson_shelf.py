"""Are all lessons offered that check, and those that do not shown with what is wrong?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.web.lesson_shelf import FAULTS_SHOWN, Shelf
from sim.files import ScenarioError
from sim.files.problems import Problem
from tests.analysis.classroom.session.teaching import lesson


def read(name: str | Path) -> Lesson:
    if "broken" in str(name):
        raise ScenarioError([Problem(str(name), line, 3, f"fault <{line}>") for line in range(1, 20)])
    return replace(lesson(), id=Path(name).stem, title=f"from {name}")


def shelf(first: str | None = None, others: tuple[str, ...] = ()) -> Shelf:
    found = Shelf(lambda: ["host", "broken", "waiting"], read, first, others)
    found.load()
    return found


def test_what_checks_is_offered_and_what_does_not_is_told_with_its_lines() -> None:
    view = shelf().start()
    assert [one["id"] for one in view["lessons"]] == ["host", "waiting"]
    assert view["first"] == "waiting"
    (broken,) = view["broken"]
    assert broken["name"] == "broken"
    assert broken["message"].splitlines() == [f"broken:{line}:3: fault <{line}>" for line in range(1, FAULTS_SHOWN + 1)]
    assert shelf().faults("broken") == broken["message"]
    assert shelf().faults("host") == ""


def test_the_one_asked_for_is_offered_first_even_from_a_file() -> None:
    assert shelf("host").start()["first"] == "host"
    view = shelf("mine/own.yaml").start()
    assert view["first"] == "own"
    assert {one["id"] for one in view["lessons"]} == {"own", "host", "waiting"}
    assert shelf("mine/broken.yaml").start()["first"] == "waiting"


def test_a_file_of_the_same_name_comes_before_the_shipped_one() -> None:
    found = shelf("mine/waiting.yaml").lesson("waiting")
    assert found is not None
    assert found.title == "from mine/waiting.yaml"


def test_others_can_be_opened_too() -> None:
    assert shelf(others=("mine/own.yaml",)).lesson("own") is not None
    assert shelf().lesson("own") is None


def test_what_was_going_on_is_offered_with_them() -> None:
    found = shelf()
    found.resume = {"title": "x", "minute": 3}
    assert found.start()["resume"] == {"title": "x", "minute": 3}

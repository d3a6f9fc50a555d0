"""Are the real parts put together, and without what a web process has no room for?"""

from __future__ import annotations

import json
import subprocess
import sys

from analysis.classroom.lessons.reading import list_lessons
from analysis.classroom.session.facts import Act, Fact
from analysis.classroom.session.state import Session
from analysis.classroom.views.showing import Showing
from analysis.classroom.web.assembly import classroom_parts, lesson_shelf
from tests.analysis.classroom.running import ROOT

HEAVY = ("mesa", "numba", "llvmlite", "pandas", "numpy", "altair", "duckdb", "scipy", "pyarrow")
PLAYED = """
import json, sys, types
from analysis.classroom.session.facts import Act, Fact
from analysis.classroom.session.state import Session
from analysis.classroom.views.showing import Showing
from analysis.classroom.web import classroom_app, opening, serving
from analysis.classroom.web.assembly import classroom_parts, lesson_shelf

parts, shelf = classroom_parts(lambda: None), lesson_shelf()
shelf.load()
session, number = Session(), 0
acts = [("open", {"lesson": "waiting", "surface": "mirrored"}), ("go", {"step": 1}), ("step", {}), ("step", {})]
for word, what in acts:
    lesson = shelf.lesson("waiting")
    for kind, particulars in parts.facts_of(session, Act(word, what, ""), lesson):
        number += 1
        session = parts.fold(session, Fact(number, float(number), kind, particulars))
picture = parts.snapshot(Showing(session, lesson, "wall", 10.0, number, parts.worker.state, None, "a"))
heavy = sorted({name.partition(".")[0] for name in sys.modules} & {*%r})
sys.stdout.write(json.dumps([picture["screen"], picture["view"]["day"] > 0, parts.worker.state["state"], heavy]))
"""


def test_a_class_watches_without_what_makes_a_process_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PLAYED % (HEAVY,)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == ["watch", True, "off", []]


def test_the_start_offers_every_shipped_lesson() -> None:
    shelf = lesson_shelf()
    shelf.load()
    view = shelf.start()
    assert view["broken"] == []
    assert {one["id"] for one in view["lessons"]} == {*list_lessons()}
    assert view["first"] == "waiting"


def test_the_parts_are_those_of_a_classroom() -> None:
    parts = classroom_parts(lambda: None)
    news = parts.facts_of(Session(), Act("names", {"real": False}, ""), None)
    assert news == [("names_set", {"real": False})]
    session = parts.fold(Session(), Fact(1, 0.0, *news[0]))
    assert session.names is False
    assert parts.interruption(session, 0.0) == []
    picture = parts.snapshot(Showing(session, None, "desk", 0.0, 1, parts.worker.state, None, "a"))
    assert (picture["screen"], picture["surface"], picture["session"]) == ("start", "desk", "a")

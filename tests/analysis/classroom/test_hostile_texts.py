"""Is a text only ever text: markup, braces, formulas in every field of a lesson and its world, on screen and paper?"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.dom.minidom import parseString

import pytest
import yaml

from analysis.classroom.paper.papers import SORTS
from analysis.classroom.session.facts import Act
from analysis.classroom.web import assembly
from analysis.classroom.web.live import Live
from analysis.classroom.web.opening import opened
from analysis.classroom.web.publishing import as_json
from sim.vocabulary.outcomes import OutcomeClass
from tests.analysis.classroom.running import ROOT

IN_A_LESSON = {
    "title", "goals", "facts", "label", "at_low", "at_high", "question", "say", "text", "key", "rubric", "no_phone",
    "sources", "theory", "leaves_out",
}  # fmt: skip
IN_A_WORLD = {"name", "title", "plural", "summary", "note", "noun", "infinitive", "past", "label", "short", "text"}
HOSTILE = ["<b>\"'&</b>%s\\1", "</style><img", "--><script>", "=cmd|שלום 👩‍👧", "{"]
ACTIVE = {"script", "img", "iframe", "object", "embed", "link", "base", "form"}
COUNTED = {
    "runs": 1000, "happened": 500, "low": 0.4, "high": 0.6, "firsts": [True, False] * 50,
    "endings": [next(iter(OutcomeClass)).value] * 100, "whole": True,
}  # fmt: skip


def replaced(tree: Any, names: set[str], text: str, name: str = "") -> Any:
    """A tree with that text in every field of those names."""
    if isinstance(tree, dict):
        return {key: inner if key == "settings" else replaced(inner, names, text, key) for key, inner in tree.items()}
    if isinstance(tree, list):
        return [replaced(inner, names, text, name) for inner in tree]
    return text if name in names and isinstance(tree, str) else tree


def written(folder: Path, text: str) -> Path:
    """A lesson whose texts and whose world's texts are all the same."""
    shipped = ROOT / "scenarios"
    world = replaced(yaml.safe_load((shipped / "two-leaders.yaml").read_text(encoding="utf-8")), IN_A_WORLD, text)
    lesson = replaced(
        yaml.safe_load((shipped / "lessons" / "waiting.yaml").read_text(encoding="utf-8")), IN_A_LESSON, text
    )
    place = shipped / "two-leaders.yaml" if "{" in text else folder / "world.yaml"  # no world has braces in its words
    (folder / "world.yaml").write_text(yaml.safe_dump(world | {"name": "world", "horizon_days": 84}), encoding="utf-8")
    content = lesson | {"id": "hostile", "scenario": str(place)}
    file = folder / "hostile.yaml"
    file.write_text(yaml.safe_dump({key: content[key] for key in content if key != "claims"}), encoding="utf-8")
    return file


@contextmanager
def classroom(lesson: Path) -> Iterator[Live]:
    opening = opened(lesson.parent / "data", str(lesson), False)
    assert opening.faults == ""
    try:
        yield opening.live
    finally:
        opening.live.close()


def do(live: Live, word: str, **what: Any) -> None:
    lesson = live.shelf.lesson("hostile")
    news = live.parts.facts_of(live.course.session, Act(word, what, "abcd-1234"), lesson)
    live.course.take(live.course.facts_of(news, ""), "")


def taught(live: Live) -> Iterator[dict[str, Any]]:
    """Lead the lesson and yield every picture on the way."""
    acts: dict[str, list[tuple[str, dict[str, Any]]]] = {
        "watch": [("step", {}), ("step", {}), ("jump", {"day": 1000.0})],
        "compare": [("step", {}), ("jump", {"day": 1000.0}), ("lucks", {"on": True})],
        "predict": [
            ("hands", {"round": "first", "counts": [2, 5, 8, 9, 3]}), ("phase", {"to": "second"}),
            ("hands", {"round": "second", "counts": [1, 3, 9, 9, 3]}), ("phase", {"to": "ten"}), ("reveal", {}),
            ("phase", {"to": "hundred"}), ("phase", {"to": "scores"}),
        ],
        "debrief": [("debrief", {"to": to}) for to in ("happened", "why", "so_what")],
    }  # fmt: skip
    yield from _pictures(live)
    do(live, "open", lesson="hostile", surface="second")
    for number, step in enumerate(live.lesson().steps):  # type: ignore[union-attr]
        do(live, "go", step=number)
        if step.screen == "predict":
            live.course.take(live.course.facts_of([("counted", COUNTED | {"step": number})], ""), "")
        for word, what in acts.get(step.screen, []):
            do(live, word, **what)
            yield from _pictures(live)
    do(live, "note", text="=1+1 <script>alert(1)</script> {x}")


def _pictures(live: Live) -> Iterator[dict[str, Any]]:
    for surface in ("wall", "desk"):
        yield json.loads(as_json(live.parts.snapshot(live._showing(surface))))


def drawings(content: Any) -> Iterator[str]:
    """Every drawing in a picture."""
    if isinstance(content, dict):
        yield from [content["svg"]] if isinstance(content.get("svg"), str) else []
        content = list(content.values())
    if isinstance(content, list):
        for inner in content:
            yield from drawings(inner)


class _Elements(HTMLParser):
    """Notes elements that do something, and attributes that would."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.active: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.active += [tag] if tag in ACTIVE else []
        self.active += [name for name, _ in attrs if name.startswith("on") or name in ("src", "srcdoc")]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_only_ever_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(assembly, "list_lessons", list)
    with classroom(written(tmp_path, text)) as live:
        for drawing in {drawing for picture in taught(live) for drawing in drawings(picture)}:
            drawn = parseString(drawing)  # nothing breaks out of its element
            assert not [name for name in ACTIVE if drawn.getElementsByTagName(name)]
        course = live.course
        papers = {name: live.parts.paper(name, course.session, live.lesson(), tuple(course.facts)) for name in SORTS}
    for name, paper in papers.items():
        if SORTS[name].media_type.startswith("text/html"):
            assert _Elements(paper).active == [], name
    assert json.loads(papers["session"])["lesson"]["title"] == text
    assert not [cell for row in csv.reader(io.StringIO(papers["counts"])) for cell in row if cell[:1] in {*"=+-@"}]

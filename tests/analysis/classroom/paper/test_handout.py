"""Tests for analysis.classroom.paper.handout: whole, small, of itself, and with no key for students."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from analysis.classroom.lessons.lesson import TicketItem
from analysis.classroom.lessons.reading import list_lessons, read_lesson
from analysis.classroom.paper.handout import Version, handout
from analysis.classroom.session.folding import replayed
from sim.narrative.cast import spoken_date
from sim.results.record_rows import events
from tests.analysis.classroom.paper.taught import NOTE, RUNS, begun, taught, watched
from tests.analysis.classroom.session.teaching import Class, lesson

LARGEST = 300_000
VERSIONS: tuple[Version, ...] = ("student", "instructor")
VOID = {"meta"}


class Reader(HTMLParser):
    """Reads a page: its text, its attributes, and whether every element is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.styled: list[str] = []
        self.words: list[str] = []
        self.headings: list[int] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("script", "link", "img", "iframe", "object", "form", "b")
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action", "data")]
        self.styled += [tag for name, _ in attrs if name == "style" or name.startswith("on")]
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def page(found: Class, version: Version) -> str:
    return handout(found.session, lesson(), RUNS, found.facts, version)


@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_one_small_page_that_asks_for_nothing(version: Version) -> None:
    text = page(taught(), version)
    assert len(text.encode()) < LARGEST
    read = Reader(text)
    assert read.addresses == []
    assert read.styled == []
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("version", VERSIONS)
def test_it_holds_what_the_class_did(version: Version) -> None:
    read = Reader(page(taught(), version))
    for said in (
        NOTE, "1,000 worlds: 42% (39 to 45%)", "luck nobody can remove", "A world that we watched",
        "Two worlds under one luck", "Why did they do that?", "Exit ticket", "What the model leaves out",
    ):  # fmt: skip
        assert said in read.text
    assert read.headings[0] == 1
    assert all(later - before <= 1 for before, later in zip(read.headings, read.headings[1:], strict=False))


def test_keys_and_marks_are_the_instructors_alone() -> None:
    ticket = (TicketItem("Which of both?", "neither-of-them", "half-a-point"),)
    found, marked = taught(), replace(lesson(), ticket=ticket)
    student, instructor = (
        Reader(handout(found.session, marked, RUNS, found.facts, version)).text for version in VERSIONS
    )
    assert "Which of both?" in student
    assert "neither-of-them" not in student
    assert "half-a-point" not in student
    assert "Key: neither-of-them" in instructor
    assert "Marks: half-a-point" in instructor


def test_without_real_names_no_page_has_any() -> None:
    found = watched(3)
    found.act("names", real=False)
    names = [leader.name for leader in lesson().scenario.leaders.values()]
    text = Reader(page(found, "student")).text
    assert not any(name in text for name in names)
    assert "Leader A" in text or "Side A" in text
    assert "climbdown run" not in text


def test_a_session_that_just_began_has_a_page_too() -> None:
    read = Reader(page(begun(), "student"))
    assert "A world that we watched" not in read.text
    assert "Exit ticket" in read.text


def test_what_was_not_shown_is_not_on_paper() -> None:
    found = watched(2)
    text = Reader(page(found, "instructor")).text
    log = events(RUNS.trajectory(lesson(), found.session.world, True))
    later = {spoken_date(event.date) for event in log if event.day > found.session.watching.day + 1}
    assert len(later) > 5
    assert not [day for day in later if f"{day}:" in text]
    assert "Where it stands" not in text


def test_the_same_log_gives_the_same_page_to_the_byte() -> None:
    found = taught()
    assert handout(replayed(found.facts), lesson(), RUNS, found.facts, "instructor") == page(found, "instructor")


@pytest.mark.parametrize("name", list_lessons())
def test_every_shipped_lesson_has_a_handout_before_anything_happened(name: str) -> None:
    shipped = read_lesson(name)
    text = handout(begun().session, shipped, RUNS, [], "instructor")
    assert len(text.encode()) < LARGEST
    assert shipped.title.split("'")[0] in Reader(text).text

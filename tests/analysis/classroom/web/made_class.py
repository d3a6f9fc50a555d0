"""A classroom without worlds: the real session, a made lesson, and parts that can be held up or made to fail."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session import counting, folding, requests
from analysis.classroom.session.facts import Act, Fact
from analysis.classroom.session.moment import News
from analysis.classroom.session.state import Counted, Session
from analysis.classroom.views.shapes import Snapshot
from analysis.classroom.views.showing import Showing
from analysis.classroom.web.course import Course
from analysis.classroom.web.kept_sessions import KeptSessions
from analysis.classroom.web.lesson_shelf import Shelf
from analysis.classroom.web.live import Live
from analysis.classroom.web.parts import Parts
from analysis.classroom.web.posts import Post
from tests.analysis.classroom.session.teaching import MadeRuns, lesson

ENOUGH = 10.0
"""Seconds after which what is held up goes on by itself, so that no failing test hangs."""


class MadeWorker:
    """A worker that does what a test tells it to, and notes what it was asked."""

    def __init__(self) -> None:
        self.state: dict[str, Any] = {"state": "off", "done": 0, "of": 0, "why": ""}
        self.asked: list[tuple[Any, ...]] = []
        self.results: list[tuple[str, Counted]] = []

    def start(self) -> None:
        self.asked.append(("start",))

    def count(self, *asked: Any) -> None:
        self.asked.append(("count", *asked))

    def take(self) -> tuple[str, Counted] | None:
        return self.results.pop(0) if self.results else None

    def cancel(self) -> None:
        self.asked.append(("cancel",))

    def close(self) -> None:
        self.asked.append(("close",))


class MadeClass:
    """The parts of a classroom, as a test wants them.

    Attributes
    ----------
    held : dict
        Acts by their word, and ``picture``: what is in here waits until its event is set.
    failing : set
        The same words: what is in here fails, and no fault is foreseen.
    pictures : list of Showing
        What pictures were made of.
    worker : MadeWorker
    """

    def __init__(self) -> None:
        self.held: dict[str, threading.Event] = {}
        self.failing: set[str] = set()
        self.pictures: list[Showing] = []
        self.worker = MadeWorker()
        self._runs: Any = MadeRuns()

    def parts(self) -> Parts:
        """What the server is put together of."""
        return Parts(
            fold=folding.fold,
            facts_of=self._facts_of,
            next_week=lambda session, known: requests.next_week(session, known, self._runs),
            interruption=requests.interruption,
            wanted=counting.wanted,
            counted=counting.counted_news,
            snapshot=self._snapshot,
            paper=self._paper,
            worker=self.worker,
        )

    def hold(self, word: str) -> threading.Event:
        """Let every act of that word wait, or every picture, until the event is set."""
        return self.held.setdefault(word, threading.Event())

    def _pass(self, word: str) -> None:
        if word in self.held:
            self.held[word].wait(ENOUGH)
        if word in self.failing:
            raise ZeroDivisionError(f"{word} has a fault")

    def _facts_of(self, session: Session, act: Act, known: Lesson | None) -> News:
        self._pass(act.word)
        return requests.facts_of(session, act, known, self._runs)

    def _paper(self, name: str, session: Session, known: Lesson, facts: Sequence[Fact]) -> str:
        self._pass("paper")
        end = "over" if session.ended else "going on"
        return f"<style>p {{ color: red }}</style><p>{name} of {known.id}, {end}: {len(facts)} facts"

    def _snapshot(self, showing: Showing) -> Snapshot:
        self._pass("picture")
        self.pictures.append(showing)
        return {
            "number": showing.number, "session": showing.name, "surface": "wall", "screen": showing.surface,
            "controls": True, "language": "en", "lesson": None, "view": list(showing.session.notes), "alert": None,
        }  # fmt: skip


def live_class(folder: Path, made: MadeClass | None = None, limit: float = ENOUGH) -> Live:
    """A classroom on a folder, in which the made lesson can be opened."""
    parts, kept = (made or MadeClass()).parts(), KeptSessions(folder)
    shelf = Shelf(lambda: ["made"], lambda _: lesson())
    shelf.load()
    return Live(Course(kept.new(), parts.fold), kept, parts, shelf, limit)


def pressed(word: str, /, key: str = "", seen: int | None = None, session: str = "", **what: Any) -> Post:
    """A post, as it arrives at the classroom."""
    return Post(Act(word, what, key or uuid4().hex), seen, session)


def open_lesson() -> Post:
    """What opens the made lesson."""
    return pressed("open", lesson="made", surface="mirrored")


def ask(app: Any, method: str, path: str, **more: Any) -> httpx.Response:
    """The answer of an application without a server around it."""

    async def asking() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
            return await client.request(method, path, **more)

    return asyncio.run(asking())

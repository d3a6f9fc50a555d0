"""The real parts of a classroom, put together: lessons, session, worlds and views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.lessons.reading import list_lessons, read_lesson
from analysis.classroom.paper.papers import SORTS, Asked
from analysis.classroom.session import counting, folding, requests
from analysis.classroom.session.facts import Act, Fact
from analysis.classroom.session.moment import News
from analysis.classroom.session.state import Session
from analysis.classroom.views.shapes import Snapshot
from analysis.classroom.views.showing import Showing
from analysis.classroom.views.snapshot import snapshot
from analysis.classroom.web.lesson_shelf import Shelf
from analysis.classroom.web.parts import Parts
from analysis.classroom.worlds.ensembles import Ensembles
from analysis.classroom.worlds.world_runs import WorldRuns


def classroom_parts(changed: Callable[[], None]) -> Parts:
    """Return the parts of a classroom.

    Parameters
    ----------
    changed : callable
        Called, from any thread, when the worker has something to say.
    """
    runs = WorldRuns()

    def facts_of(session: Session, act: Act, lesson: Lesson | None) -> News:
        return requests.facts_of(session, act, lesson, runs)

    def next_week(session: Session, lesson: Lesson) -> News:
        return requests.next_week(session, lesson, runs)

    def shown(showing: Showing) -> Snapshot:
        return snapshot(showing, runs)

    def paper(name: str, session: Session, lesson: Lesson, facts: Sequence[Fact]) -> str:
        return SORTS[name].make(Asked(session, lesson, runs, facts))

    return Parts(
        fold=folding.fold,
        facts_of=facts_of,
        next_week=next_week,
        interruption=requests.interruption,
        wanted=counting.wanted,
        counted=counting.counted_news,
        snapshot=shown,
        paper=paper,
        worker=Ensembles(changed),
    )


def lesson_shelf(first: str | Path | None = None, others: Sequence[str | Path] = ()) -> Shelf:
    """Return the shipped lessons, the one that is to be offered first, and files of others."""
    return Shelf(list_lessons, read_lesson, first, others)

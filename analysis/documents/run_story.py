"""A run as a document that needs nothing but the core: its outcome, its course, and the story by months."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from analysis.documents.document import Diary, Document, Picture, Section
from analysis.documents.run_figures import run_course
from sim.narrative.case_words import words_of
from sim.narrative.cast import short_date
from sim.narrative.chapters import Chapter
from sim.narrative.story import sentence_of, tell
from sim.results.trajectory import Trajectory
from sim.version import __version__

SHADED = "Shaded: {truce.a} is in force."


def story_document(trajectory: Trajectory, silent: Collection[str] = ()) -> Document:
    """Return a run as a document: the outcome first, the course, and the story; `silent` sides without reasons."""
    told = tell(trajectory, silent=silent)
    *ending, caveat = told.ending
    shaded = words_of(trajectory.scenario).fill(SHADED) if any(trajectory.columns["steps"]["truce"]) else ""
    sections = (
        Section("How it went", (Picture(run_course(trajectory), shaded),)),
        Section("The story", tuple(diaries(told.chapters))),
    )
    return Document("a run", told.title, told.opening, tuple(ending), sections, caveat, made(trajectory))


def diaries(chapters: Iterable[Chapter]) -> Iterable[Diary]:
    """Yield the chapters of a story as dated entries."""
    for chapter in chapters:
        entries = tuple((short_date(item.first), sentence_of(item, dated=False), item.why) for item in chapter.items)
        yield Diary(chapter.heading, entries)


def made(trajectory: Trajectory) -> str:
    """Return how a run is made again, as a sentence for the foot of a page."""
    version = trajectory.version
    page = "" if version == __version__ else f"; page by climbdown {__version__}"
    return (
        f"Made by climbdown {version}: scenario {trajectory.scenario.name}, seed {trajectory.seed}, "
        f"run {trajectory.run}, parameters {trajectory.parameters}, order of moves {trajectory.order}{page}."
    )

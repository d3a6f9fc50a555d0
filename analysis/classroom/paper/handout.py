"""What a class takes home: one page that needs nothing else, in a version for students and one for whoever teaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.messages import message
from analysis.classroom.paper.asked_in_class import asked_in_class
from analysis.classroom.paper.forecasts_on_paper import forecasts_on_paper
from analysis.classroom.paper.pages import (
    code,
    figure,
    heading,
    html_page,
    lines_to_write,
    paragraph,
    points,
    said_of,
    section,
)
from analysis.classroom.paper.reproducing import command, fingerprint
from analysis.classroom.paper.worlds_on_paper import (
    Paper,
    explained_on_paper,
    visited,
    world_said,
    worlds_on_paper,
)
from analysis.classroom.session.facts import Fact
from analysis.classroom.session.state import DEBRIEF, Session, WorldChoice
from analysis.classroom.views.data_cards import data_cards
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.showing import Runs
from sim.version import __version__

Version = Literal["student", "instructor"]

ANSWER_LINES = 4
"""Lines to write an answer on."""


def handout(session: Session, lesson: Lesson, runs: Runs, facts: Sequence[Fact], version: Version) -> str:
    """Return the handout of a session as one HTML page that asks for nothing else, of what the class has seen so far.

    Parameters
    ----------
    session : Session
        What the session has come to.
    lesson : Lesson
        Its lesson.
    runs : WorldRuns
        Makes its worlds.
    facts : sequence of Fact
        The log of the session.
    version : {"student", "instructor"}
        Keys and marks of the ticket, and the lines that make its worlds again, are the instructor's alone.
    """
    naming = Naming(lesson.scenario, runs.scenario(lesson, WorldChoice(), session.names))
    paper = Paper(session, lesson, runs, naming, asked_in_class(facts))
    is_full = version == "instructor"
    title = message(f"paper.handout.title_{version}", title=naming.said(lesson.title))
    return html_page(title, "".join(_body(paper, is_full)))


def _body(paper: Paper, is_full: bool) -> Iterator[str]:
    lesson, said = paper.lesson, paper.naming.said
    yield f"<header>{heading(said(lesson.title), 1)}"
    yield paragraph(message(f"paper.handout.kind_{'instructor' if is_full else 'student'}"), "note")
    yield f"{paragraph(message('paper.handout.model'), 'claim')}</header>"
    yield section(message("paper.handout.question"), *_question(paper))
    yield section(message("paper.handout.forecasts"), *forecasts_on_paper(paper))
    yield section(message("paper.handout.worlds"), *worlds_on_paper(paper))
    yield section(message("paper.handout.reasons"), *explained_on_paper(paper))
    yield section(message("paper.handout.cards"), *_cards(paper))
    yield section(message("paper.handout.notes"), points(paper.session.notes))
    yield section(message("paper.handout.debrief"), points(message(f"debrief.prompt_{step}") for step in DEBRIEF))
    yield section(message("paper.handout.theory"), paragraph(said(lesson.theory)))
    yield section(message("paper.handout.ticket"), *_ticket(paper, is_full))
    yield section(message("paper.handout.leaves_out"), points(map(said, lesson.leaves_out)))
    yield section(message("paper.handout.sources"), points(lesson.sources))
    yield section(message("paper.handout.again"), *_again(paper, is_full))


def _question(paper: Paper) -> Iterator[str]:
    said = paper.naming.said
    brief = next((step for step in paper.lesson.steps if step.screen == "brief"), None)
    yield paragraph(said(brief.question.text) if brief else "", "strong")
    yield points(map(said, paper.lesson.facts))
    yield heading(message("paper.handout.goals"), 3)
    yield points(map(said, paper.lesson.goals))


def _cards(paper: Paper) -> Iterator[str]:
    """Yield what the debrief looked at, each with the rule that chose it; figures of hands stand above."""
    for card in data_cards(paper.session, paper.lesson, paper.runs, paper.naming):
        yield heading(said_of(card["title"]), 3)
        yield points([*card["told"], *card["whys"]])
        yield figure(card["drawing"], "half") if card["kind"] == "parting" else ""
        yield paragraph(said_of(card["rule"]), "note")


def _ticket(paper: Paper, is_full: bool) -> Iterator[str]:
    said = paper.naming.said
    for number, item in enumerate(paper.lesson.ticket, 1):
        yield '<div class="ticket">'
        yield paragraph(f"{number}. {said(item.question)}", "strong")
        if is_full:
            yield paragraph(message("paper.handout.key", text=said(item.key)))
            yield paragraph(message("paper.handout.rubric", text=said(item.rubric)))
        else:
            yield lines_to_write(ANSWER_LINES)
        yield "</div>"


def _again(paper: Paper, is_full: bool) -> Iterator[str]:
    """Yield what the worlds were made from and, where real names may be seen, the lines that make them again."""
    lesson, session = paper.lesson, paper.session
    yield paragraph(message("paper.handout.made_with", version=__version__, seed=lesson.seed, lesson=lesson.id))
    if not (is_full or session.names):
        return
    choices: list[WorldChoice] = []
    for _, place in visited(paper):
        beside = [place.other] if place.watching.beside else []
        choices += [choice for choice in (place.world, *beside) if choice not in choices]
    yield paragraph(message("paper.handout.where")) if choices else ""
    for choice in choices:
        yield paragraph(world_said(paper, choice))
        yield code(command(lesson, choice))
        yield paragraph(
            message("paper.handout.checksum", sum=fingerprint(paper.runs.scenario(lesson, choice, True))), "note"
        )

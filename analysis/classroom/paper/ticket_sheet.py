"""The exit ticket as one sheet for each student: questions and lines to write on, no name and no key."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.messages import message
from analysis.classroom.paper.pages import heading, html_page, lines_to_write, paragraph
from analysis.classroom.views.naming import Naming

LINES = 16
"""Lines on a sheet, shared among its questions: with questions of a few lines each they fill a page and no more."""
FEWEST = 3
"""Lines below a question at least."""


def ticket_sheet(lesson: Lesson, naming: Naming) -> str:
    """Return the exit ticket of a lesson as a page of HTML, one sheet when printed.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    naming : Naming
        Says its texts with real names or without.
    """
    title = message("paper.ticket.title", title=naming.said(lesson.title))
    return html_page(title, "".join(_body(lesson, naming, title)))


def _body(lesson: Lesson, naming: Naming, title: str) -> Iterator[str]:
    yield heading(title, 1)
    yield paragraph(message("paper.ticket.no_name"), "note")
    for number, item in enumerate(lesson.ticket, 1):
        yield f'<div class="ticket">{paragraph(f"{number}. {naming.said(item.question)}", "strong")}'
        yield f"{lines_to_write(max(FEWEST, LINES // len(lesson.ticket)))}</div>"

"""The exit ticket: its questions, without keys, and the papers that can be printed."""

from __future__ import annotations

from typing import Any

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.views.controls import control, lesson_controls
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.shapes import TicketView
from analysis.classroom.views.showing import Showing

PAPERS = ("student", "ticket", "instructor", "run_sheet", "counts", "session")
"""What can be had on paper or as a file."""

FOR_STUDENTS = ("student", "ticket")
"""What the wall offers where the teacher has a desk: neither holds a key."""


def ticket_view(showing: Showing, lesson: Lesson, naming: Naming) -> TicketView:
    """Return the exit ticket; keys and marks stand in the instructor's paper alone."""
    return {
        "questions": [naming.said(item.question) for item in lesson.ticket],
        "papers": papers_shown(showing),
        "controls": [control("end", "ticket.end")],
        "more": lesson_controls(showing),
    }


def papers_shown(showing: Showing) -> list[dict[str, Any]]:
    """Return the papers that a surface offers, with their addresses and what they are called."""
    names = PAPERS if showing.has_controls else FOR_STUDENTS
    return [{"address": f"/paper/{name}", "label": {"id": f"ticket.paper_{name}"}} for name in names]

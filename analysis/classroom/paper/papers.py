"""What can be had of a session on paper or as a file, by name: what it holds, its type, and who may have it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.paper.data import counts_csv, session_json
from analysis.classroom.paper.handout import handout
from analysis.classroom.paper.run_sheet import run_sheet
from analysis.classroom.paper.ticket_sheet import ticket_sheet
from analysis.classroom.session.facts import Fact
from analysis.classroom.session.state import Session, WorldChoice
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.showing import Runs

HTML, CSV, JSON = "text/html; charset=utf-8", "text/csv; charset=utf-8", "application/json"

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


class Asked(NamedTuple):
    """What a paper is made of."""

    session: Session
    lesson: Lesson
    runs: Runs
    facts: Sequence[Fact]


def _naming(asked: Asked) -> Naming:
    scenario = asked.runs.scenario(asked.lesson, WorldChoice(), asked.session.names)
    return Naming(asked.lesson.scenario, scenario)


class Sort(NamedTuple):
    """One sort of paper: what makes it, its type, the end of its file's name, and whether students may have it."""

    make: Callable[[Asked], str]
    media_type: str
    ending: str
    is_for_all: bool = False


SORTS: Mapping[str, Sort] = {
    "student": Sort(lambda asked: handout(*asked, "student"), HTML, "handout.html", True),
    "ticket": Sort(lambda asked: ticket_sheet(asked.lesson, _naming(asked)), HTML, "ticket.html", True),
    "instructor": Sort(lambda asked: handout(*asked, "instructor"), HTML, "instructor.html"),
    "run_sheet": Sort(lambda asked: run_sheet(asked.lesson), HTML, "run-sheet.html"),
    "counts": Sort(lambda asked: counts_csv(asked.session, asked.lesson), CSV, "counts.csv"),
    "session": Sort(lambda asked: session_json(asked.session, asked.lesson, asked.facts), JSON, "session.json"),
}
"""Every paper, by the name in its address. Tickets and handouts for students hold no key; the rest is the teacher's."""


def style_policy(page: str) -> str:
    """Return a content security policy under which a page may use the styles that stand in it, and nothing else.

    Parameters
    ----------
    page : str
        HTML whose styles stand between bare ``<style>`` tags.
    """
    sums = [hashlib.sha256(style.encode()).digest() for style in STYLE.findall(page)]
    allowed = " ".join(f"'sha256-{base64.b64encode(one).decode()}'" for one in sums) or "'none'"
    return f"default-src 'none'; style-src {allowed}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

"""Does the exit ticket ask without telling the key, and offer what can be printed to whoever may see it?"""

from __future__ import annotations

import json

from analysis.classroom.paper.papers import SORTS
from analysis.classroom.views.ticket import FOR_STUDENTS, PAPERS
from tests.analysis.classroom.views.watched import TICKET, Watched


def test_questions_and_no_key() -> None:
    watched = Watched().act("go", step=TICKET)
    said = json.dumps(watched.snapshot())
    assert watched.view()["questions"] == ["What does a host give?"]
    assert "Cover." not in said
    assert "One point" not in said


def test_the_wall_beside_a_desk_offers_what_is_for_students_alone() -> None:
    watched = Watched(surface="second").act("go", step=TICKET)
    addresses = {surface: [one["address"] for one in watched.view(surface)["papers"]] for surface in ("wall", "desk")}
    assert addresses["wall"] == ["/paper/student", "/paper/ticket"]
    assert "/paper/instructor" in addresses["desk"]


def test_the_lesson_is_ended_here() -> None:
    watched = Watched().act("go", step=TICKET)
    assert [one["act"] for one in watched.view()["controls"]] == ["end"]
    assert watched.act("end").snapshot()["screen"] == "start"


def test_every_paper_that_is_offered_can_be_had() -> None:
    assert set(PAPERS) == set(SORTS)
    assert all(SORTS[name].is_for_all is (name in FOR_STUDENTS) for name in PAPERS)

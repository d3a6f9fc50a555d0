"""Are papers given to whom they are for, to look at or to keep, under a policy that lets them do nothing?"""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
import pytest

from analysis.classroom.paper.papers import SORTS
from analysis.classroom.web import paper_route
from analysis.classroom.web.classroom_app import classroom_app
from tests.analysis.classroom.session.teaching import TICKET
from tests.analysis.classroom.web.made_class import MadeClass, ask, live_class, open_lesson, pressed

KEYLESS = ("student", "ticket")
"""Papers that hold no key of the ticket."""


class Class:
    """A class, its teacher, and a guest who has only its address."""

    def __init__(self, folder: Path, shared: bool = True) -> None:
        self.made = MadeClass()
        self.live = live_class(folder, self.made)
        self._app = classroom_app(self.live, 8765, ["here"], shared)

    def act(self, *posts: object) -> None:
        async def acts() -> None:
            for post in posts:
                await self.live.act(post)  # type: ignore[arg-type]

        asyncio.run(acts())

    def teacher(self, path: str) -> httpx.Response:
        cookie = f"climbdown_host_8765={self.live.course.key}"
        return ask(self._app, "GET", f"/paper/{path}", headers={"Host": "here", "Cookie": cookie})

    def guest(self, path: str) -> httpx.Response:
        return ask(self._app, "GET", f"/paper/{path}", headers={"Host": "here"})


def test_every_paper_is_given_with_its_type_and_only_the_students_is_shown(tmp_path: Path) -> None:
    found = Class(tmp_path)
    found.act(open_lesson(), pressed("note", text="a"))
    for name, sort in SORTS.items():
        answer = found.teacher(name)
        assert (answer.status_code, answer.headers["content-type"]) == (200, sort.media_type)
        assert f"{name} of made, going on: 2 facts" in answer.text
        kept = answer.headers.get("content-disposition", "")
        assert kept == ("" if name in KEYLESS else f"attachment; filename*=UTF-8''made-{sort.ending}")
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "style-src 'sha256-" in policy
        assert "unsafe" not in policy


def test_a_guest_has_the_students_paper_at_the_end_of_a_shared_lesson_and_no_other(tmp_path: Path) -> None:
    found, closed = Class(tmp_path / "a"), Class(tmp_path / "b", shared=False)
    for one in (found, closed):
        assert one.guest("student").status_code == 403
        one.act(open_lesson())
        assert one.guest("student").status_code == 403, "the lesson is not over"
        one.act(pressed("go", step=TICKET))
    assert {name: found.guest(name).status_code for name in SORTS} == {
        name: 200 if name in KEYLESS else 403 for name in SORTS
    }
    assert {closed.guest(name).status_code for name in SORTS} == {403}
    found.act(pressed("end"))
    assert found.guest("student").status_code == 200


def test_a_run_sheet_can_be_had_before_a_lesson_is_opened(tmp_path: Path) -> None:
    found = Class(tmp_path)
    assert found.teacher("run_sheet?lesson=made").status_code == 200
    assert found.teacher("run_sheet?lesson=another").json()["message"] == "refused.no_lesson"
    assert found.teacher("run_sheet").json()["message"] == "refused.no_lesson_open"
    assert found.teacher("student?lesson=made").status_code == 409


def test_a_paper_that_is_none_or_takes_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Class(tmp_path)
    found.act(open_lesson())
    assert found.teacher("nothing").json()["message"] == "refused.address"
    assert found.teacher("%2e%2e%2fwall").status_code == 404
    monkeypatch.setattr(paper_route, "LIMIT", 0.05)
    let_go = found.made.hold("paper")
    assert (found.teacher("student").status_code, found.teacher("student").json()["message"]) == (503, "refused.slow")
    let_go.set()

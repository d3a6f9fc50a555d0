"""Does every file of the pages have its type, and every address its answer? What a real server refuses: test_misuse."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from analysis.classroom.messages import messages
from analysis.classroom.session.facts import Refused
from analysis.classroom.web.guards import Keys
from analysis.classroom.web.pages import FOLDER, TYPES, Pages, refused
from tests.analysis.classroom.web.made_class import ask, live_class

WEB = Path(FOLDER).parent / "web"


@pytest.fixture
def app(tmp_path: Path) -> Starlette:
    pages = Pages(live_class(tmp_path), Keys("a-secret", 8765))
    return Starlette(routes=pages.routes(), exception_handlers={Refused: refused})


def test_every_file_of_the_pages_has_a_type() -> None:
    files = [path for path in FOLDER.rglob("*") if path.is_file()]
    assert len(files) > 5
    assert {path.suffix for path in files} <= {*TYPES}


def test_every_file_is_served_with_its_type_and_kept_by_the_browser(app: Starlette) -> None:
    for path in (path for path in FOLDER.rglob("*") if path.is_file()):
        answer = ask(app, "GET", f"/static/{path.relative_to(FOLDER).as_posix()}")
        assert (answer.status_code, answer.headers["content-type"]) == (200, TYPES[path.suffix])
        assert (answer.content, answer.headers["cache-control"]) == (path.read_bytes(), "no-cache")


def test_pages_ask_only_for_what_is_there(app: Starlette) -> None:
    for name in ("wall", "desk"):
        page = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
        asked = re.findall(r'(?:src|href)="([^"]+)"', page)
        asked.append("/favicon.ico")
        for address in asked:
            assert ask(app, "GET", address).status_code == 200, address


def test_the_key_is_asked_for_once(app: Starlette) -> None:
    found = ask(app, "GET", "/?key=a-secret")
    assert (found.status_code, found.headers["location"]) == (303, "/wall")
    cookie = found.headers["set-cookie"].partition(";")[0]
    assert ask(app, "GET", "/desk", headers={"Cookie": cookie}).status_code == 200
    again = ask(app, "GET", "/", headers={"Cookie": cookie})
    assert (again.status_code, "set-cookie" in again.headers) == (303, False)
    assert ask(app, "GET", "/?key=another").status_code == 403


def test_messages_that_the_server_names_are_there() -> None:
    named = {
        name for path in WEB.glob("*.py") for name in re.findall(r'"((?:refused|app)\.[a-z_]+)"', path.read_text())
    }
    assert len(named) > 20
    assert named <= {*messages()}


def test_a_refusal_is_told_to_pages_and_to_people() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        answer = await refused(Request(scope), Refused(413, "refused.too_large", largest=7))
        await answer(scope, receive, send)

    answer: httpx.Response = ask(app, "GET", "/")
    assert answer.status_code == 413
    assert answer.json() == {
        "message": "refused.too_large", "values": {"largest": 7}, "text": "Not done: more than 7 bytes were sent."
    }  # fmt: skip
    opened = ask(app, "GET", "/", headers={"Accept": "text/html"})
    assert (opened.status_code, opened.text) == (413, "Not done: more than 7 bytes were sent.\n")

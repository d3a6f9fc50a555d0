"""Many pages and two servers at once: nobody is shown what belongs elsewhere, or is for other eyes (row 27)."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest

from analysis.classroom.lessons.reading import read_lesson
from tests.analysis.classroom.running import Server, running, wait_for

PAGES = 30
LESSONS = ("waiting", "memory")


class Page(NamedTuple):
    """An open page: on which of the servers, which surface, and all pictures it was sent."""

    place: int
    surface: str
    pictures: list[dict[str, Any]]


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Server]]:
    """Two servers on one machine, each with a lesson of its own on a second screen."""
    with ExitStack() as both:
        folder: Path = tmp_path_factory.mktemp("classroom")
        found = [both.enter_context(running(folder / name)) for name in LESSONS]
        for server, name in zip(found, LESSONS, strict=True):
            server.act("open", lesson=name, surface="second")
            server.count_nothing(2)
        yield found[0], found[1]


def follow(page: Page, server: Server, stop: threading.Event, opened: threading.Semaphore) -> None:
    """Collect the pictures of a page until it is told to stop."""
    browser = server.newcomer()
    browser.cookies = server.browser.cookies
    with browser, server.stream(page.surface, browser) as pictures:
        for picture in pictures:
            page.pictures.append(picture)
            opened.release()
            if stop.is_set():
                return


def teach(server: Server, slider: str, value: float | str) -> None:
    """Make choices that the other server's lesson does not have."""
    server.act("go", step=1)
    server.act("set", slider=slider, value=value)
    server.act("luck")
    for _ in range(6):
        server.act("step")
    server.act("note", text=f"a note about {slider}")
    server.act("go", step=2)
    server.act("hands", round="first", counts=[1, 2, 3, 4, 5])


def test_thirty_pages_of_two_servers_are_shown_their_own(servers: tuple[Server, Server]) -> None:
    stop, opened = threading.Event(), threading.Semaphore(0)
    pages = [Page(number % 2, "wall" if number % 3 else "desk", []) for number in range(PAGES)]
    threads = [
        threading.Thread(target=follow, args=(page, servers[page.place], stop, opened), daemon=True) for page in pages
    ]
    for thread in threads:
        thread.start()
    wait_for(lambda: all(page.pictures for page in pages))
    teachers = [
        threading.Thread(target=teach, args=(servers[0], "hope", 4.0)),
        threading.Thread(target=teach, args=(servers[1], "evening", "it was a good evening")),
    ]
    for thread in teachers:
        thread.start()
    for thread in teachers:
        thread.join()
    last = [server.state("desk")["number"] for server in servers]
    wait_for(lambda: all(page.pictures[-1]["number"] >= last[page.place] for page in pages))
    stop.set()
    for server in servers:
        server.act("clock", do="minute")
    for thread in threads:
        thread.join(30)
    for page in pages:
        belongs_there(page)
    for place, surface in {(page.place, page.surface) for page in pages}:
        alike = {ending(page) for page in pages if (page.place, page.surface) == (place, surface)}
        assert len(alike) == 1, "pages of one surface end up with one picture"


def ending(page: Page) -> str:
    """The last picture, without what a clock changes."""
    picture = page.pictures[-1]
    return json.dumps([picture["number"], picture["session"], picture["screen"], picture["view"]["question"]])


def belongs_there(page: Page) -> None:
    """Check every picture of a page: its own session, lesson and surface, and on the wall nothing for the teacher."""
    own, other = (read_lesson(LESSONS[place]) for place in (page.place, 1 - page.place))
    said = [step.say for step in own.steps if step.say]
    foreign = [other.title, *(slider.label for slider in other.sliders), f"a note about {other.sliders[0].id}"]
    assert len({picture["session"] for picture in page.pictures}) == 1
    for picture in page.pictures:
        text = json.dumps(picture, ensure_ascii=False)
        assert (picture["surface"], picture["lesson"]["id"]) == (page.surface, own.id)
        assert [word for word in foreign if word in text] == []
        if page.surface == "wall":
            assert picture["controls"] is False
            assert [word for word in (*said, "a note about") if word in text] == []
    if page.surface == "desk":
        assert any(sentence in json.dumps(page.pictures, ensure_ascii=False) for sentence in said)


def test_one_browser_leads_both_servers_and_neither_takes_the_others_key(servers: tuple[Server, Server]) -> None:
    """Cookies do not tell ports apart; their names do."""
    with httpx.Client() as browser:
        for server in servers:
            browser.get(server.link)
        for server, name in zip(servers, LESSONS, strict=True):
            answer = browser.get(f"{server.address}/state", params={"surface": "desk"})
            assert answer.json()["lesson"]["id"] == name
    first, second = servers
    assert first.newcomer().get("/", params={"key": second.key}).status_code == 403
    renamed = {"Cookie": "; ".join(f"{name}={value}" for name, value in second.browser.cookies.items())}
    assert first.newcomer().get("/state", params={"surface": "desk"}, headers=renamed).status_code == 403


def test_what_was_pressed_on_a_page_of_the_other_is_refused(servers: tuple[Server, Server]) -> None:
    first, second = servers
    before = [server.state("desk")["number"] for server in servers]
    answer = first.post("clock", {"do": "minute"}, session=second.state("desk")["session"])
    assert answer.status_code == 409
    assert [server.state("desk")["number"] for server in servers] == before
    foreign = second.browser.post(
        "/act", json={"word": "undo", "what": {}, "key": "a" * 16}, headers={"Origin": first.address}
    )
    assert foreign.status_code == 403
    assert [server.state("desk")["number"] for server in servers] == before

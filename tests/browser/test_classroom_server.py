"""What a teacher's browser and a real server go through together: tabs, reloads, going back, a fall, hostile texts."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.analysis.classroom.running import ROOT, Server, running
from tests.browser.browsing import browser, errors, press
from tests.browser.conftest import Reader

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOSTILE = "<img src=x onerror=alert(1)><b>Calls</b> & waits"
MARK = "hostile"

DRAWN = "Number(document.body.dataset.drawn)"


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lesson whose title would be markup, if anybody let it."""
    lessons = ROOT / "scenarios" / "lessons"
    text = (lessons / "waiting.yaml").read_text(encoding="utf-8")
    text = text.replace("title: Who calls first? Waiting", f"title: '{HOSTILE}'").replace("id: waiting", f"id: {MARK}")
    file = tmp_path_factory.mktemp("lesson") / f"{MARK}.yaml"
    file.write_text(text.replace("scenario: worlds/", f"scenario: {lessons}/worlds/"), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, lesson: Path) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("sessions"), "--lesson", str(lesson)) as found:
        yield found


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with browser(tmp_path_factory.mktemp("chromium") / "profile") as found:
        yield found


@pytest.fixture(scope="module")
def page(driver: Any, server: Server) -> Reader:
    """The wall, in the middle of the lesson."""
    found = Reader(driver, cut_off=False)
    found.resize(1280, 720)
    driver.get(server.link)
    found.wait("document.body.dataset.screen === 'start'")
    server.act("open", lesson=MARK, surface="mirrored")
    server.act("go", step=1)
    up_to_date(found, server.act("step"))
    return found


def up_to_date(page: Reader, number: int) -> None:
    """Wait until the page shows what came of a fact."""
    page.wait(f"{DRAWN} >= {number}", 20)


def at_rest(server: Server) -> int:
    """Wait until no worlds are being counted, whose number so far would change the page; return the last fact's."""
    rest = {"state": "done"}
    picture = server.until(lambda shown: shown["view"].get("worker", rest)["state"] == rest["state"])
    return int(picture["number"])


def test_the_key_is_neither_in_the_address_nor_in_reach_of_scripts(page: Reader, server: Server) -> None:
    assert page.run("return location.href") == f"{server.address}/wall"
    assert page.run("return document.cookie") == ""
    told = "return JSON.stringify(performance.getEntries()) + document.referrer + document.documentElement.outerHTML"
    assert server.key not in page.run(told)


def test_what_a_lesson_says_is_text(page: Reader) -> None:
    assert page.run("return document.querySelector('h1').textContent") == HOSTILE
    assert page.run("return document.querySelectorAll('main img, header img, header b').length") == 0
    assert page.complaints() == []


def test_a_reload_at_any_moment_comes_back_to_the_same_picture(page: Reader, server: Server) -> None:
    for word, what in (("compare", {}), ("compare", {}), ("go", {"step": 2})):
        server.act(word, **what)
        number = at_rest(server)
        up_to_date(page, number)
        before = page.run("return document.querySelector('main').innerText")
        page.driver.refresh()
        page.wait(DRAWN)
        up_to_date(page, number)
        assert page.run("return document.querySelector('main').innerText") == before
    up_to_date(page, server.act("go", step=1))


def test_the_back_button_comes_back_to_what_is_shown_now(page: Reader, server: Server) -> None:
    page.driver.get(f"{server.address}/static/icon.svg")
    number = server.act("note", text="meanwhile")
    page.driver.back()
    up_to_date(page, number)


def test_eight_tabs_of_which_the_newest_lead(page: Reader, server: Server) -> None:
    first = page.driver.current_window_handle
    for _ in range(7):
        page.driver.switch_to.new_window("tab")
        page.driver.get(f"{server.address}/wall")
        page.wait(DRAWN)
    number = int(page.run(f"return {DRAWN}"))
    press(page.driver, "\ue014")  # a week on, from the newest tab
    up_to_date(page, number + 1)
    tabs = page.driver.window_handles
    for tab in tabs[1:]:
        page.driver.switch_to.window(tab)
        page.driver.close()
    page.driver.switch_to.window(first)
    up_to_date(page, number + 1)  # whoever looks at a tab again has it live again
    page.wait("document.querySelector('.way') === null")


def test_a_press_while_the_server_is_down_is_done_once_when_it_is_back(
    page: Reader, server: Server, lesson: Path
) -> None:
    assert page.complaints() == []
    before = server.state()
    server.kill()
    page.wait("document.querySelector('.way') !== null")
    press(page.driver, "s")
    page.wait("document.querySelector('.banners').innerText.includes('kept')")
    with running(server.folder, "--resume", "--lesson", str(lesson), port=server.port) as again:
        page.wait("document.querySelector('.way') === null")
        page.wait("!document.querySelector('.banners').innerText.includes('kept')")
        after = again.until(lambda picture: picture["view"]["stops"] is not before["view"]["stops"])
        assert after["session"] == before["session"]
        up_to_date(page, after["number"])
        errors(page.driver)  # refused connections, while nobody listened
        again.signal(signal.SIGINT)
        page.wait("document.querySelector('.way') !== null")

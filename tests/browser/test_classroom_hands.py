"""What hands do to the classroom's pages: keys alone, double clicks, fields; and what becomes of it offline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.browser.browsing import until
from tests.browser.classroom_views import LESSON, watch
from tests.browser.measuring import CUT
from tests.browser.visiting import Visitor, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TAB, ENTER, ESCAPE, RIGHT, DOWN, SPACE = "\ue004", "\ue007", "\ue00c", "\ue014", "\ue015", " "

NOTE_SCREENS = """
const { dataset } = document.body;
window.screens = [dataset.screen];
new MutationObserver(() => screens.at(-1) === dataset.screen || screens.push(dataset.screen))
  .observe(document.body, { attributes: true });
"""

FRAMES = "const done = arguments[0]; setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 100);"


@pytest.fixture(scope="module")
def browser_of_the_class(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with visiting(tmp_path_factory.mktemp("chromium") / "profile") as found:
        yield found


@pytest.fixture
def visitor(browser_of_the_class: Visitor) -> Visitor:
    """A browser that has pressed nothing yet."""
    room = browser_of_the_class.room
    room.acts.clear()
    room.answer, room.streams, room.word = (200, {}), "live", ""
    if browser_of_the_class.run("return location.protocol") == "http:":
        browser_of_the_class.run("sessionStorage.clear(); localStorage.clear()")
    browser_of_the_class.resize(1280, 720)
    return browser_of_the_class


@contextmanager
def in_haste(visitor: Visitor) -> Iterator[None]:
    """Pages opened meanwhile wait a fiftieth of the time for whatever they wait for."""
    faster = "const later = window.setTimeout; window.setTimeout = (f, wait, ...more) => later(f, wait / 50, ...more);"
    script = visitor.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": faster})
    try:
        yield
    finally:
        visitor.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def words(acts: list[dict[str, Any]]) -> list[str]:
    return [act["word"] for act in acts]


def test_a_lesson_is_begun_with_the_keyboard_alone(visitor: Visitor) -> None:
    visitor.enter("start")
    visitor.press(TAB, DOWN)
    assert visitor.run("return document.activeElement.value") == "second"
    visitor.press("\ue013", TAB)
    assert visitor.run("return document.activeElement.matches('.primary:focus-visible')")
    visitor.press(ENTER)
    (act,) = visitor.acts()
    assert (act["word"], act["what"]) == ("open", {"lesson": "waiting", "surface": "mirrored"})
    assert 8 <= len(act["key"]) <= 64


def test_whoever_wants_a_second_screen_is_taken_to_the_desk_and_can_open_the_wall(visitor: Visitor) -> None:
    visitor.show("brief", "desk", wait=False)
    visitor.enter("start")
    visitor.click("input[value=second]")
    visitor.click("#page button.primary")
    visitor.wait("location.pathname === '/desk'")
    visitor.wait("document.querySelector('.lesson a[href=\"/wall\"][target]')")
    acts = visitor.acts()
    assert acts[0]["what"] == {"lesson": "waiting", "surface": "second"}
    assert len({act["key"] for act in acts}) == 1  # sent again where the page was left before an answer


def test_the_desk_sends_what_the_teacher_presses(visitor: Visitor) -> None:
    late = {**LESSON, "late": True, "drop": [2], "until_debrief": 3}
    visitor.enter("watch", "desk", lesson=late)
    visitor.click(".clock button:nth-child(1)")
    visitor.click(".clock button:nth-child(2)")
    visitor.click(".drops button")
    visitor.click(".lesson summary")
    visitor.show("watch-stop", "desk", lesson=late)  # what was opened stays open
    visitor.click(".steps li:nth-child(5) button")
    sent = [(act["word"], act["what"]) for act in visitor.acts(4)]
    assert sent == [("clock", {"do": "pause"}), ("clock", {"do": "minute"}), ("drop", {"step": 2}), ("go", {"step": 4})]
    assert "3 minutes" in visitor.run("return document.querySelector('.until').textContent")


def test_every_control_of_a_world_has_its_key(visitor: Visitor) -> None:
    visitor.enter("watch")
    visitor.press(SPACE, RIGHT, "w", "c", "s", "n", "u")
    acts = visitor.acts(7)
    assert words(acts) == ["play", "step", "why", "compare", "stops", "go", "undo"]
    assert len({act["key"] for act in acts}) == 7
    assert {(act["seen"], act["session"]) for act in acts} == {(visitor.number, "made")}


def test_keys_sleep_in_fields_on_buttons_that_need_them_and_when_they_are_off(visitor: Visitor) -> None:
    visitor.enter("watch")
    visitor.press("m")
    visitor.wait("document.querySelector('.drawer input[type=number]')")
    visitor.click(".drawer input[type=number]")
    visitor.press("s", "w", RIGHT)
    assert visitor.room.acts == []
    visitor.run("document.querySelector('.drawer input[type=range]').focus()")
    visitor.press(RIGHT)
    (act,) = visitor.acts()
    assert (act["word"], act["what"]) == ("set", {"slider": "ego", "value": 0.8, "world": "this"})

    visitor.press(ESCAPE)
    visitor.wait("!document.querySelector('.drawer')")
    assert visitor.run("return document.activeElement.matches('.controls .more')")
    visitor.press(SPACE)  # presses the button that has the focus, and plays nothing
    visitor.wait("document.querySelector('.drawer')")
    assert words(visitor.room.acts) == ["set"]

    visitor.press("?")
    visitor.wait("document.querySelector('dialog[open]')")
    assert visitor.run("return document.querySelector('dialog').contains(document.activeElement)")
    visitor.click("dialog input[type=checkbox]")
    visitor.press(ESCAPE)
    visitor.wait("!document.querySelector('dialog')")
    visitor.run("document.activeElement.blur()")
    visitor.press("w", "s")
    assert words(visitor.room.acts) == ["set"]


def test_a_field_keeps_what_is_typed_while_the_world_goes_on(visitor: Visitor) -> None:
    visitor.enter("watch")
    visitor.press("m")
    visitor.wait("document.querySelector('.drawer input[type=number]')")
    visitor.click(".drawer input[type=number]")
    visitor.press("5")
    typed = visitor.run("return document.activeElement.value")
    visitor.show("watch-stop")
    assert visitor.run("return document.activeElement.value") == typed
    assert visitor.run("return document.activeElement.type") == "number"


def test_a_double_click_is_one_press(visitor: Visitor) -> None:
    from selenium.webdriver import ActionChains

    visitor.enter("watch")
    play = visitor.driver.find_element("css selector", ".controls .primary")
    ActionChains(visitor.driver).double_click(play).perform()
    visitor.press("w")
    assert words(visitor.acts(2)) == ["play", "why"]


def test_what_is_pressed_without_a_server_is_kept_and_done_once(visitor: Visitor) -> None:
    visitor.enter("watch")
    visitor.room.answer = None
    visitor.press("w", "c")
    visitor.wait("document.querySelector('.banners p')")
    assert "2 presses are kept" in visitor.run("return document.querySelector('.banners').textContent")
    visitor.driver.refresh()
    visitor.wait_for_drawing()
    visitor.room.answer = (200, {})
    assert words(visitor.acts(2)) == ["why", "compare"]
    visitor.wait("!document.querySelector('.banners p')")
    visitor.driver.refresh()
    visitor.wait_for_drawing()
    visitor.press("s")
    assert words(visitor.acts(3)) == ["why", "compare", "stops"]


def test_a_refusal_is_said_and_goes_away(visitor: Visitor) -> None:
    visitor.enter("watch")
    visitor.room.answer = (409, {"message": "refused.stale", "values": {}, "text": "Too late."})
    visitor.press("w")
    visitor.wait("document.querySelector('.banners p')")
    assert visitor.run("return document.querySelector('.banners').getAttribute('role')") == "alert"
    visitor.click(".banners button")
    visitor.wait("!document.querySelector('.banners p')")


def test_a_page_without_a_stream_asks_and_says_so(visitor: Visitor) -> None:
    visitor.room.streams = "refused"
    visitor.resize(1024, 768)
    with in_haste(visitor):
        visitor.enter("watch")
        visitor.wait("document.querySelector('.way')")
        assert visitor.run(CUT, False) == []
        assert any(address.startswith("/state") for address in visitor.room.asked)
        visitor.show("watch-stop")
        visitor.room.streams = "live"
        visitor.wait("!document.querySelector('.way')")  # now and then it sees whether a stream gets through by now


def test_an_older_picture_of_the_same_session_is_not_shown(visitor: Visitor) -> None:
    visitor.enter("watch")
    visitor.show("watch-stop")
    newest = visitor.number
    visitor.run(NOTE_SCREENS)
    visitor.show("brief", number=newest - 1, wait=False)
    until(lambda: visitor.room.sent[-1] == newest - 1, "the older picture on its way")
    visitor.driver.execute_async_script(FRAMES)
    visitor.show("watch-why", number=newest + 1)
    assert visitor.run("return window.screens") == ["watch"]
    visitor.show("brief", number=1, session="another")
    assert visitor.run("return document.body.dataset.screen") == "brief"


def test_a_stream_that_falls_silent_is_opened_again(visitor: Visitor) -> None:
    with in_haste(visitor):
        visitor.enter("watch")
        visitor.room.streams = "silent"
        visitor.room.asked.clear()
        until(lambda: "/stream?surface=wall" in visitor.room.asked, "another stream")


def test_a_tab_too_many_says_so_and_can_be_taken_back(visitor: Visitor) -> None:
    visitor.enter("watch")
    visitor.room.word = "elsewhere"
    visitor.wait("document.querySelector('.heading button')")
    visitor.room.word = ""
    visitor.click(".heading button")
    visitor.wait("!document.querySelector('.heading button')")
    visitor.show("watch-stop")


def test_going_back_to_a_page_shows_what_is_so_now(visitor: Visitor) -> None:
    visitor.enter("watch")
    visitor.driver.get("about:blank")
    visitor.show("watch-stop", wait=False)
    visitor.driver.back()
    visitor.wait_for_drawing()
    assert visitor.run("return document.querySelector('.stop') !== null")


def test_nothing_moves_for_whoever_asks_for_that(visitor: Visitor) -> None:
    still = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    visitor.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", still)
    try:
        visitor.enter("watch")
        visitor.press("m")
        visitor.wait("document.querySelector('.drawer')")
        moving = "[...document.querySelectorAll('*')].filter((one) => /[1-9]/.test(getComputedStyle(one).%s)).length"
        assert visitor.run("return document.getAnimations().length") == 0
        assert visitor.run(f"return {moving % 'transitionDuration'}") == 0
    finally:
        visitor.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_what_the_model_leaves_out_is_one_press_away_and_closes_with_escape(visitor: Visitor) -> None:
    visitor.enter("watch")
    visitor.click(".foot button")
    visitor.wait("document.querySelector('dialog[open]')")
    assert "Parliaments" in visitor.run("return document.querySelector('dialog').textContent")
    visitor.press("w", ESCAPE)
    visitor.wait("!document.querySelector('dialog')")
    assert visitor.room.acts == []


def test_the_focus_of_a_button_that_is_gone_is_taken_to_what_is_new(visitor: Visitor) -> None:
    visitor.enter("predict-first")
    visitor.run("document.querySelector('main button').focus()")
    visitor.show("predict-talk")
    assert visitor.run("return document.activeElement.id") == "main"


def test_the_desk_undoes_by_key_and_where_there_is_nothing_to_undo_its_button_is_dead(visitor: Visitor) -> None:
    visitor.enter("start", "desk", lesson={**LESSON, "clock": [{**LESSON["clock"][2], "enabled": False}]})
    assert visitor.run("return document.querySelector('.clock button').disabled")
    visitor.press("u")
    visitor.show("start", "desk", lesson=LESSON)
    visitor.press("u")
    assert words(visitor.acts()) == ["undo"]


def test_buttons_are_hidden_for_a_picture_without_them_and_come_back(visitor: Visitor) -> None:
    visitor.enter("watch")
    visitor.press("h")
    visitor.wait("!document.querySelector('.controls')")
    visitor.press("h")
    visitor.wait("document.querySelector('.controls')")
    visitor.enter("watch", controls=False)
    visitor.press("w", SPACE)
    assert visitor.run("return document.querySelectorAll('#page button').length") == 0
    assert visitor.room.acts == []


def test_markup_in_names_and_sentences_is_shown_as_it_is_written(visitor: Visitor) -> None:
    evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    views = {"card": {"date": evil, "text": evil, "decision": None}, "waiting": [evil], "title": evil}
    visitor.complaints()  # of servers that went away are none of these
    visitor.enter("watch", view=watch(**views))
    assert visitor.run("return document.querySelector('.card p').textContent") == evil
    assert visitor.run("return document.querySelectorAll('#page img, #page script').length") == 0
    assert "climbdown" in visitor.driver.title
    assert visitor.complaints() == []

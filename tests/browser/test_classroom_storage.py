"""What a page keeps in its browser: it outlives a reload, and what others left there stops nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.visiting import Visitor, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def browser_of_the_class(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with visiting(tmp_path_factory.mktemp("chromium") / "profile") as found:
        yield found


@pytest.fixture
def visitor(browser_of_the_class: Visitor) -> Visitor:
    """A browser that keeps nothing yet."""
    browser_of_the_class.room.acts.clear()
    if browser_of_the_class.run("return location.protocol") == "http:":
        browser_of_the_class.run("sessionStorage.clear(); localStorage.clear()")
    return browser_of_the_class


def test_hands_that_are_typed_outlive_a_reload_and_are_not_another_forms(visitor: Visitor) -> None:
    fields = "[...document.querySelectorAll('.hands-form input')].map((one) => one.value)"
    visitor.enter("predict-first")
    for number, field in enumerate(visitor.driver.find_elements("css selector", ".hands-form input")):
        field.send_keys(str(number + 3))
    typed = visitor.run(f"return {fields}")
    assert typed == ["3", "4", "5", "6", "7"]
    visitor.driver.refresh()
    visitor.wait_for_drawing()
    assert visitor.run(f"return {fields}") == typed
    visitor.run(
        "sessionStorage.setItem('climbdown.hands', JSON.stringify({ name: 'another', values: [1, 2, 3, 4, 5] }))"
    )
    visitor.driver.refresh()
    visitor.wait_for_drawing()
    assert visitor.run(f"return {fields}") == [""] * 5
    visitor.driver.find_element("css selector", ".hands-form input").send_keys("8")
    visitor.click(".hands-form button")
    assert [act["word"] for act in visitor.acts()] == ["hands"]
    assert visitor.run("return sessionStorage.getItem('climbdown.hands')") == "null"


LEFTOVERS = (
    "{}", "5", "null", '"acts"', "[", "[null, 1, [], {}]", '{"length": 3}', '[{"word": "end", "what": {}}]',
    '[{"word": "<img src=x onerror=alert(1)>", "key": 7, "session": "made"}]', '{"__proto__": {"name": 1}}',
)  # fmt: skip
"""What another program, or another version, may have left where a page keeps its own."""


@pytest.mark.parametrize("left", LEFTOVERS)
def test_what_others_left_in_a_browsers_storage_stops_nothing(visitor: Visitor, left: str) -> None:
    visitor.enter("predict-first")
    for name in ("climbdown.acts", "climbdown.hands", "climbdown.keys"):
        visitor.run(f"sessionStorage.setItem('{name}', {left!r}); localStorage.setItem('{name}', {left!r})")
    visitor.enter("watch")
    visitor.press("w")
    assert [act["word"] for act in visitor.acts()] == ["why"]
    visitor.enter("predict-first")
    assert visitor.run("return document.querySelectorAll('.hands-form input').length") == 5

"""The scripts of the classroom's pages, one by one: elements keep their focus, messages have forms, keys have names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.visiting import Visitor, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOADED = """
const done = arguments[arguments.length - 1];
(async () => {
  const { h, show } = await import('/static/dom.js');
  const { speak, text } = await import('/static/text.js');
  const { named, keyLabel } = await import('/static/keys.js');
  const place = document.createElement('div');
  document.body.append(place);
  try { BODY } finally { place.remove(); }
})().then(done, (error) => done(`failed: ${error}`));
"""


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with visiting(tmp_path_factory.mktemp("chromium") / "profile") as found:
        found.enter("brief")
        yield found


def did(visitor: Visitor, body: str) -> Any:
    """What a piece of script returns that has all modules at hand."""
    return visitor.driver.execute_async_script(LOADED.replace("BODY", body))


def test_an_element_with_a_key_keeps_its_focus_whatever_comes_and_goes_around_it(visitor: Visitor) -> None:
    body = """
    const field = h('input', { key: 'name', type: 'text', value: '' });
    show(place, [h('p', { key: 'a' }, 'one'), h('p', { key: 'b' }, 'two'), field]);
    const made = place.querySelector('input');
    made.focus();
    made.value = 'typed';
    show(place, [h('p', { key: 'b' }, 'two'), field]);
    show(place, [h('p', { key: 'c' }, 'new'), h('p', { key: 'b' }, 'two'), field]);
    show(place, [field, h('p', { key: 'd' }, 'below')]);
    return [document.activeElement === made, made.value, place.textContent];
    """
    assert did(visitor, body) == [True, "typed", "below"]


def test_what_is_no_longer_said_of_an_element_is_taken_away(visitor: Visitor) -> None:
    body = """
    let pressed = 0;
    show(place, h('button', { disabled: true, class: 'a', on: { click: () => (pressed += 1) } }, 'x'));
    show(place, h('button', { disabled: false, on: {} }, 'y'));
    const button = place.querySelector('button');
    button.click();
    return [button.disabled, button.className, button.textContent, pressed];
    """
    assert did(visitor, body) == [False, "", "y", 0]


def test_a_message_has_its_plural_its_places_and_other_messages_in_it(visitor: Visitor) -> None:
    body = """
    speak('en', { 'a.n': { one: '{n} call', other: '{n} calls' }, 'a.to': 'To {name}', 'a.b': 'there' });
    return [1, 2, 1234].map((n) => text('a.n', { n })).concat(text('a.to', { name: { id: 'a.b' } }), text('a.c'));
    """
    assert did(visitor, body) == ["1 call", "2 calls", "1,234 calls", "To there", "a.c"]


def test_keys_are_called_as_controls_call_them(visitor: Visitor) -> None:
    body = """
    const event = (key, more) => new KeyboardEvent('keydown', { key, ...more });
    return [event(' '), event('W'), event('?', { shiftKey: true }), event('ArrowLeft', { shiftKey: true })].map(named)
      .concat(keyLabel('Shift+ArrowLeft'), keyLabel('w'));
    """
    assert did(visitor, body) == ["Space", "w", "?", "Shift+ArrowLeft", "Shift ←", "W"]

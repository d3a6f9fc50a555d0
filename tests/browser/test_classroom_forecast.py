"""Hands and notes that are typed: kept while snapshots come, sent once and as they stand, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("axe_core_python")

from tests.browser.visiting import Visitor, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FIELDS = ".hands-form input"


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with visiting(tmp_path_factory.mktemp("chromium") / "profile") as found:
        yield found


@pytest.fixture(autouse=True)
def _nothing_sent(visitor: Visitor) -> None:
    visitor.room.acts.clear()


def typed(visitor: Visitor) -> list[str]:
    """What stands in the fields."""
    return list(visitor.run(f"return [...document.querySelectorAll('{FIELDS}')].map((one) => one.value)"))


def test_hands_are_typed_by_keyboard_kept_over_snapshots_and_sent_once(visitor: Visitor) -> None:
    visitor.enter("predict-first")
    visitor.run(f"document.querySelector('{FIELDS}').focus()")
    visitor.press("4", "\ue004", "1", "2", "\ue004")
    visitor.show("predict-first")
    assert typed(visitor) == ["4", "12", "", "", ""]
    visitor.press("7", "\ue007")
    (act,) = visitor.acts()
    assert (act["word"], act["what"]) == ("hands", {"round": "first", "counts": [4, 12, 7, 0, 0]})
    visitor.show("predict-talk")
    assert typed(visitor) == []
    visitor.show("predict-second")
    assert typed(visitor) == [""] * 5


def test_arrow_keys_go_on_where_nothing_is_typed(visitor: Visitor) -> None:
    visitor.enter("predict-ten")
    visitor.press("\ue014")
    assert visitor.acts()[0]["word"] == "reveal"


def test_a_note_is_sent_as_text_and_its_field_is_empty_again(visitor: Visitor) -> None:
    visitor.enter("debrief-why")
    visitor.click(".note-form input")
    visitor.press(*"<b>m</b>")
    visitor.show("debrief-why")
    visitor.press("\ue007")
    (act,) = visitor.acts()
    assert (act["word"], act["what"]) == ("note", {"text": "<b>m</b>"})
    visitor.wait("document.querySelector('.note-form input').value === ''")

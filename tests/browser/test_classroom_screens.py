"""Every screen on a wall: all of it seen, nothing on top of anything, large, dark, for everybody, in any tongue."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("axe_core_python")

from analysis.classroom.messages import messages
from tests.browser.classroom_views import VIEWS
from tests.browser.measuring import CUT, FAINT, OVERLAPS, SMALL, UNTRANSLATED, WIDE, wrong_with_the_wall
from tests.browser.visiting import WALLS, Visitor, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_CONTROLS = 5
SMALLEST_IN_HAND = 14
"""Pixels of the smallest letter on a telephone."""
AT_DESK = ("start", "watch", "compare", "predict-first", "predict-counted", "debrief-margin", "ticket")


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with visiting(tmp_path_factory.mktemp("chromium") / "profile") as found:
        yield found


@pytest.mark.parametrize("size", WALLS)
def test_all_of_a_wall_is_seen_at_once_in_large_dark_letters(size: tuple[int, int], visitor: Visitor) -> None:
    visitor.resize(*size)
    visitor.enter("start")
    for name in VIEWS:
        visitor.show(name)
        assert wrong_with_the_wall(visitor) == {}, name
        shown = visitor.run("return document.querySelectorAll('.controls button').length")
        primary = visitor.run("return document.querySelectorAll('#page button.primary').length")
        assert shown <= MOST_CONTROLS, name
        assert primary == 1, name
    assert visitor.complaints() == []


@pytest.mark.parametrize("size", WALLS)
def test_the_drawer_and_the_list_of_keys_fit_the_wall(size: tuple[int, int], visitor: Visitor) -> None:
    visitor.resize(*size)
    visitor.enter("watch")
    visitor.press("m")
    visitor.wait("document.querySelector('.drawer')")
    assert wrong_with_the_wall(visitor) == {}
    visitor.click(".tabs button:last-child")
    visitor.wait("document.querySelector('.tabs button:last-child[aria-pressed=true]')")
    assert wrong_with_the_wall(visitor) == {}
    visitor.press("?")
    visitor.wait("document.querySelector('dialog[open]')")
    assert wrong_with_the_wall(visitor) == {}


@pytest.mark.parametrize("surface", ["wall", "desk"])
def test_nobody_is_shut_out(surface: str, visitor: Visitor) -> None:
    visitor.resize(1280, 720)
    visitor.enter("start", surface)
    for name in VIEWS if surface == "wall" else AT_DESK:
        visitor.show(name, surface)
        assert visitor.shut_out() == [], name
    visitor.show("watch", surface)
    visitor.press("m")
    visitor.wait("document.querySelector('.drawer')")
    assert visitor.shut_out() == []
    visitor.press("?")
    visitor.wait("document.querySelector('dialog[open]')")
    assert visitor.shut_out() == []


@pytest.mark.parametrize("size", [(320, 640), (640, 360)], ids=["telephone", "twice as large"])
@pytest.mark.parametrize("surface", ["wall", "desk"])
def test_a_narrow_page_and_one_that_is_zoomed_scroll_one_way_only(
    surface: str, size: tuple[int, int], visitor: Visitor
) -> None:
    visitor.resize(*size)
    visitor.enter("start", surface)
    for name in VIEWS:
        visitor.show(name, surface)
        assert visitor.run(WIDE) == [0, []], name
        assert visitor.run(FAINT) == [], name
        assert visitor.run(OVERLAPS) == [], name
        assert visitor.run(SMALL, SMALLEST_IN_HAND) == [], name


def longer(text: str) -> str:
    """A message of a tongue that nobody speaks: two fifths longer, in brackets, its places kept."""
    words = re.sub(r"\{\w+\}", "", text)
    return f"⟦{text}{'·' * round(0.4 * len(words))}⟧"


def test_another_language_has_room_and_no_word_is_missing(visitor: Visitor) -> None:
    visitor.room.messages = json.loads(json.dumps(messages()), object_hook=_longer)
    try:
        for size in WALLS:
            visitor.resize(*size)
            visitor.enter("start")
            for name in VIEWS:
                visitor.show(name)
                visitor.run("scrollTo(0, document.documentElement.scrollHeight)")  # a longer tongue may need more room
                assert visitor.run(OVERLAPS) == [], name
                assert visitor.run(CUT, True) == [], name
                assert visitor.run(UNTRANSLATED) == [], name
        visitor.enter("watch", "desk")
        assert visitor.run(UNTRANSLATED) == []
        assert visitor.complaints() == []
    finally:
        visitor.room.messages = None


def _longer(block: dict[str, Any]) -> dict[str, Any]:
    return {key: longer(text) if isinstance(text, str) else text for key, text in block.items()}

"""Words on the wall: as large as there is room, never off the wall, and still while a world plays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.classroom_views import VIEWS
from tests.browser.measuring import SMALLEST, wrong_with_the_wall
from tests.browser.visiting import WALLS, Visitor, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIZE = "return parseFloat(getComputedStyle(document.querySelector('.words p')).fontSize)"
WATCH: dict[str, Any] = VIEWS["watch"][1]
SHORT = {"date": "5 May 2025", "text": "She called.", "decision": None}


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with visiting(tmp_path_factory.mktemp("chromium") / "profile") as found:
        yield found


def view(sentences: int, playing: bool = False) -> dict[str, Any]:
    """A world in which so much is said of the waiting."""
    said = ["Neither of the two leaders has said a word to the other for a month."] * sentences
    return {**WATCH, "card": SHORT, "waiting": said, "question": "", "playing": playing}


@pytest.mark.parametrize("size", WALLS)
def test_little_is_said_in_large_letters_and_much_in_smaller_ones(size: tuple[int, int], visitor: Visitor) -> None:
    visitor.resize(*size)
    visitor.enter("watch", view=view(0))
    sizes = []
    for sentences in (0, 2, 4):
        visitor.show("watch", view=view(sentences))
        sizes.append(float(visitor.run(SIZE)))  # type: ignore[arg-type]
        assert wrong_with_the_wall(visitor) == {}
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 1.5 * SMALLEST
    assert sizes[-1] < sizes[0]


def test_letters_do_not_jump_to_and_fro_while_a_world_plays(visitor: Visitor) -> None:
    visitor.resize(*WALLS[0])
    visitor.enter("watch", view=view(5))
    small = visitor.run(SIZE)
    visitor.show("watch", view=view(0, playing=True))
    assert visitor.run(SIZE) == small
    visitor.show("watch", view=view(0))
    assert visitor.run(SIZE) > small


def test_a_window_of_another_size_has_words_of_another_size_at_once(visitor: Visitor) -> None:
    visitor.resize(*WALLS[0])
    visitor.enter("watch", view=view(3))
    for size in (WALLS[1], (1920, 1080), WALLS[0]):
        visitor.resize(*size)
        assert wrong_with_the_wall(visitor) == {}

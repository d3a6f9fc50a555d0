"""A visitor to the classroom's pages: a browser and a room of made snapshots, and what a hand and an eye would do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browser.browsing import browser, press, until
from tests.browser.classroom_pages import Classroom, classroom
from tests.browser.classroom_views import snapshot
from tests.browser.conftest import Reader

WALLS = ((1280, 720), (1024, 768))
"""Sizes of a wall on which all must be seen."""

HERE = "document.body.dataset.drawn"


class Visitor(Reader):
    """A browser in a classroom.

    Attributes
    ----------
    room : Classroom
        What the pages are told, and what they ask for.
    """

    def __init__(self, driver: Any, room: Classroom) -> None:
        super().__init__(driver, cut_off=False)
        self.room = room
        self.number = 0

    def enter(self, name: str, surface: str = "wall", **changes: Any) -> None:
        """Open a page that shows a made view."""
        self.show(name, surface, wait=False, **changes)
        self.driver.get(f"{self.room.address}/{surface}")
        self.wait_for_drawing()

    def show(self, name: str, surface: str = "wall", wait: bool = True, **changes: Any) -> None:
        """Put another made view before the page that is open, with the next number if none is given."""
        made = snapshot(name, surface, **{"number": self.number + 1, **changes})
        self.room.show(made)
        self.number = max(self.number, made["number"]) if made["session"] == "made" else made["number"]
        if wait:
            self.wait_for_drawing()

    def wait_for_drawing(self) -> None:
        """Wait until the newest snapshot has been drawn."""
        self.wait(f"{HERE} === '{self.number}'", 20)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        press(self.driver, *keys)

    def click(self, selector: str) -> None:
        """Click what a selector finds first."""
        self.driver.find_element("css selector", selector).click()

    def acts(self, number: int = 1) -> list[dict[str, Any]]:
        """Wait until so many acts have been posted, and return them all."""
        until(lambda: len(self.room.acts) >= number, f"{number} acts, of {self.room.acts}")
        return self.room.acts


@contextmanager
def visiting(profile: Path) -> Iterator[Visitor]:
    """A browser in a classroom of its own."""
    with classroom() as room, browser(profile) as driver:
        yield Visitor(driver, room)

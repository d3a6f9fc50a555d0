"""A teacher at a server: presses what a page offers, and looks at every picture with a critical eye."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from analysis.classroom.messages import messages
from tests.analysis.classroom.running import Server

MOST_CONTROLS = 5
LONGEST_CARD = 160
INLINE = re.compile(r"""\sstyle=|<script|\son\w+=|(?:href|src)=["'](?!#)""")
"""What a strict policy forbids in a figure, and what would ask for something elsewhere."""


class Teacher:
    """Leads a lesson by protocol.

    Attributes
    ----------
    picture : dict
        What the surface showed last.
    album : list of dict
        All that it showed, in order.
    """

    def __init__(self, server: Server, surface: str = "wall") -> None:
        self.server, self.surface = server, surface
        self.picture: dict[str, Any] = {}
        self.album: list[dict[str, Any]] = []
        self.look()

    @property
    def view(self) -> dict[str, Any]:
        """What is on the screen."""
        found: dict[str, Any] = self.picture["view"]
        return found

    def look(self) -> dict[str, Any]:
        """Look at what is shown, and check what holds for every picture."""
        self.picture = self.server.state(self.surface)
        check(self.picture)
        self.album.append(self.picture)
        return self.view

    def do(self, word: str, /, **what: Any) -> dict[str, Any]:
        """Do an act that is more than a press, such as typing a count, and look."""
        number = self.server.act(word, **what)
        self.look()
        assert self.picture["number"] >= number
        return self.view

    def offers(self, label: str) -> dict[str, Any] | None:
        """The control of that label, if there is one that can be pressed."""
        controls = [*self.view["controls"], *self.view["more"]]
        return next((one for one in controls if one["label"]["id"] == label and one["enabled"]), None)

    def press(self, label: str) -> dict[str, Any]:
        """Press a control, and look."""
        control = self.offers(label)
        assert control is not None, (label, [one["label"]["id"] for one in self.view["controls"]])
        return self.do(control["act"], **control["what"])


def check(picture: dict[str, Any]) -> None:
    """Check what holds for every picture of every surface."""
    assert picture["alert"] is None, picture["alert"]
    for text in texts(picture):
        assert text["id"] in messages(), text
    view = picture["view"]
    assert len(view.get("controls", ())) <= MOST_CONTROLS
    for card in (one.get("card") for one in (view, *view.get("columns", ()))):
        assert len((card or {}).get("text", "")) <= LONGEST_CARD, card
    for drawing in drawings(view):
        assert drawing["text"].strip(), "a figure without a word for who cannot see it"
        assert not INLINE.search(drawing["svg"]), INLINE.search(drawing["svg"])


def texts(value: Any) -> Iterator[dict[str, Any]]:
    """All messages in a picture: what has an id and comes where a text is shown."""
    if isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in ("label", "alert", "name", "title", "share") and isinstance(inner, dict) and "id" in inner:
                yield inner
            yield from texts(inner)


def drawings(value: Any) -> Iterator[dict[str, Any]]:
    """All figures in a picture."""
    if isinstance(value, list):
        for inner in value:
            yield from drawings(inner)
    if isinstance(value, dict):
        if "svg" in value:
            yield value
        for inner in value.values():
            yield from drawings(inner)

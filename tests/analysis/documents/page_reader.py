"""Reads a page back: its tags, its addresses and its text, and that every tag closes in order."""

from __future__ import annotations

from html.parser import HTMLParser


class Reader(HTMLParser):
    """Keeps tags and text, and refuses tags that do not close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.ahead, self.tags, self.addresses, self.text = [], [], [], []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value for name, value in attributes if name in ("src", "href")]
        if tag not in ("meta", "img", "br", "link"):
            self.ahead.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.ahead.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.ahead and self.ahead[-1] not in ("script", "style"):
            self.text.append(data)


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    assert reader.ahead == []
    return reader

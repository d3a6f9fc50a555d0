"""A report is one page that needs nothing from outside and says its parts in order."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.documents import Document, ReportError, page, write_document
from analysis.documents.document import Commands, Diary, Picture, Points, Prose, Section, Sheet
from analysis.figures import share_bars

SHARES = pd.DataFrame({"title": ["deal"], "share": [0.5], "low": [0.4], "high": [0.6], "runs": [9]})
WHOLE = Document(
    "Title <&>",
    "Why?",
    ("Because.", "And so."),
    (
        Section("First: things", (Prose(("A & b.",)), Points(("one", "two")), Commands(("climbdown list",)))),
        Section("Then", (Picture(share_bars(SHARES, "How?"), "Half.", SHARES), Sheet("Table", SHARES))),
        Section(
            "Story", (Diary("May", (("4 May", "They met.", "He hoped."), ("5 May", "Quiet.", "")), "Else nothing."),)
        ),
    ),
    "A model's world.",
    "Made by a test.",
)


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


def test_everything_is_said_in_order() -> None:
    text = " ".join(read(page(WHOLE)).text)
    places = [
        text.index(words)
        for words in ("Why?", "Because.", "A model's world.", "A & b.", "Half.", "They met.", "Made by")
    ]
    assert places == sorted(places)
    assert "Title <&>" in text


def test_nothing_comes_from_outside() -> None:
    reader = read(page(WHOLE))
    assert all(address.startswith(("#", "data:")) for address in reader.addresses)
    assert not {"link", "iframe", "object", "embed"} & set(reader.tags)
    assert "default-src 'none'" in page(WHOLE)
    anchors = [address[1:] for address in reader.addresses if address.startswith("#")]
    assert all(f'id="{anchor}"' in page(WHOLE) for anchor in anchors)
    assert len(anchors) == 3


def test_a_page_without_figures_carries_no_code() -> None:
    plain = WHOLE._replace(sections=WHOLE.sections[:1])
    assert len(page(plain)) < 12_000
    assert not re.search(r"<script", page(plain))


def test_it_is_written_or_said_why_not(tmp_path: Path) -> None:
    file = write_document(WHOLE, tmp_path / "report.html")
    assert file.read_text(encoding="utf-8") == page(WHOLE)
    with pytest.raises(ReportError, match="was not written"):
        write_document(WHOLE, tmp_path / "no" / "report.html")


def test_a_strange_block_is_refused() -> None:
    with pytest.raises(ReportError, match="no place for int"):
        page(WHOLE._replace(sections=(Section("Odd", (3,)),)))

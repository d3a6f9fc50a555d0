"""A figure within a page without scripts: its picture, its caption, its numbers."""

from __future__ import annotations

from analysis.documents.document import Picture, Table
from analysis.documents.inline_figures import inline_figure
from analysis.figures.figure import ShareBars
from tests.analysis.documents.page_reader import read
from tests.analysis.figures.examples import SHARES


def test_it_holds_picture_caption_and_numbers() -> None:
    picture = Picture(ShareBars(SHARES, "How?"), "Half & <b>.\nAnd more.", Table.of("", SHARES))
    reader = read("".join(inline_figure(picture, 2)))
    assert [reader.tags.count(tag) for tag in ("svg", "figcaption", "table", "b", "br")] == [2, 1, 1, 0, 1]
    assert "Half & <b>." in reader.text


def test_a_page_shows_the_layout_of_its_screen() -> None:
    text = "".join(inline_figure(Picture(ShareBars(SHARES, "How?")), 2))
    assert text.index('class="at-desk"><svg viewBox="0 0 640') < text.index('class="on-phone"><svg viewBox="0 0 340')
    assert "tabindex" not in text, "nothing scrolls inside"


def test_what_is_not_there_is_not_shown() -> None:
    reader = read("".join(inline_figure(Picture(ShareBars(SHARES, "How?")), 2)))
    assert not {"figcaption", "table"} & set(reader.tags)

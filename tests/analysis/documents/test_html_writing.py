"""A report is one page that needs nothing from outside and says its parts in order."""

from __future__ import annotations

import re

import pytest

from analysis.documents.document import (
    Commands,
    Diary,
    Document,
    Note,
    Picture,
    Points,
    Prose,
    ReportError,
    Section,
    Table,
)
from analysis.documents.html_writing import html_page
from analysis.figures.figure import ShareBars
from tests.analysis.documents.page_reader import read

SHARES = {"title": ["deal"], "share": [0.5], "low": [0.4], "high": [0.6], "runs": [9]}
NUMBERS = Table.of("", SHARES)
WHOLE = Document(
    "a test",
    "Title <&>",
    "Why?",
    ("Because.", "And so."),
    (
        Section(
            "First: things", (Prose(("A & b.",)), Note("Mind."), Points(("one", "two")), Commands(("climbdown list",)))
        ),
        Section("Then", (Picture(ShareBars(SHARES, "How?"), "Half.", NUMBERS), NUMBERS._replace(caption="Table"))),
        Section("Story", (Diary("May", (("4 May", "They met.", "He hoped."), ("5 May", "Quiet.", ""))),)),
    ),
    "A model's world.",
    "Made by a test.",
)


def test_everything_is_said_in_order() -> None:
    text = " ".join(read(html_page(WHOLE)).text)
    places = [
        text.index(words)
        for words in ("Why?", "Because.", "A model's world.", "A & b.", "Mind.", "Half.", "They met.", "Made by")
    ]
    assert places == sorted(places)
    assert "Title <&>" in text


def test_nothing_comes_from_outside() -> None:
    reader = read(html_page(WHOLE))
    assert all(address.startswith(("#", "data:")) for address in reader.addresses)
    assert not {"link", "iframe", "object", "embed"} & set(reader.tags)
    assert "default-src 'none'" in html_page(WHOLE)
    anchors = [address[1:] for address in reader.addresses if address.startswith("#")]
    assert all(f'id="{anchor}"' in html_page(WHOLE) for anchor in anchors)
    assert len(anchors) == 3


def test_a_page_carries_no_code_and_takes_the_readers_light() -> None:
    assert not re.search(r"<script", html_page(WHOLE))
    assert 'class="any-light"' in html_page(WHOLE)
    assert "any-light {" in html_page(WHOLE)


def test_code_is_carried_for_figures_that_need_it() -> None:
    assert "let it = 1" in html_page(WHOLE, script=lambda: "<script>let it = 1</script>")
    assert 'class="light"' in html_page(WHOLE, script=lambda: "let it = 1")
    plain = WHOLE._replace(sections=WHOLE.sections[:1])
    assert "let it = 1" not in html_page(plain, script=lambda: "let it = 1")
    assert len(html_page(plain)) < 12_000


def test_a_short_page_needs_no_contents() -> None:
    assert "<nav" not in html_page(WHOLE._replace(sections=WHOLE.sections[:2]))
    assert 'class="question"' not in html_page(WHOLE._replace(question=""))


def test_a_strange_block_is_refused() -> None:
    with pytest.raises(ReportError, match="no place for int"):
        html_page(WHOLE._replace(sections=(Section("Odd", (3,)),)))

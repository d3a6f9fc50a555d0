"""The handout in a browser: opened from a disk, read on a telephone, printed on both papers, open to everybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.classroom.lessons.reading import list_lessons, read_lesson
from analysis.classroom.paper.papers import SORTS, Asked
from tests.analysis.classroom.paper.taught import RUNS, taught
from tests.analysis.classroom.session.teaching import lesson
from tests.browser.conftest import Reader
from tests.browser.measuring import OVERLAPS, SMALL
from tests.browser.printed import filled

PAPER = {"A4": (8.27, 11.69), "letter": (8.5, 11.0)}
SMALLEST = 9.5
"""Letters of a drawing on a page that is as wide as a sheet of paper."""


@pytest.mark.parametrize("name", list_lessons())
def test_a_ticket_is_one_sheet(name: str, reader: Reader, tmp_path: Path) -> None:
    shipped = read_lesson(name)
    page = tmp_path / "ticket.html"
    page.write_text(SORTS["ticket"].make(Asked(taught().session, shipped, RUNS, [])), encoding="utf-8")
    reader.driver.get(page.as_uri())
    for paper, size in PAPER.items():
        shares = filled(reader.print_pdf(*size))
        assert len(shares) == 1, paper
        assert shares[0] > 0.5, paper


@pytest.mark.parametrize("version", ["student", "instructor"])
def test_it_is_read_from_a_disk_by_everybody_and_printed_whole(version: str, reader: Reader, tmp_path: Path) -> None:
    found = taught()
    page = tmp_path / "handout.html"
    page.write_text(SORTS[version].make(Asked(found.session, lesson(), RUNS, found.facts)), encoding="utf-8")
    reader.strangers()
    reader.driver.get(page.as_uri())
    assert not reader.run(OVERLAPS)
    assert not reader.run(SMALL, SMALLEST)
    assert not reader.shut_out()
    assert not reader.strangers()
    assert not reader.complaints()
    reader.resize(320, 640)
    assert reader.run("return document.documentElement.scrollWidth") <= 320
    reader.resize(1400, 1600)
    for paper, size in PAPER.items():
        shares = filled(reader.print_pdf(*size))
        assert 3 <= len(shares) <= 9, paper
        assert all(share > 0 for share in shares), f"{paper}: an empty page"

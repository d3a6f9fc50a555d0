"""Is the run sheet of every lesson one page on paper, well filled, and open to everybody on a screen?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.classroom.lessons.reading import list_lessons, read_lesson
from analysis.classroom.paper.run_sheet import run_sheet
from tests.browser.conftest import Reader
from tests.browser.printed import filled

PAPER = {"A4": (8.27, 11.69), "letter": (8.5, 11.0)}


@pytest.mark.parametrize("name", list_lessons())
def test_it_is_one_page(name: str, reader: Reader, tmp_path: Path) -> None:
    page = tmp_path / f"{name}.html"
    page.write_text(run_sheet(read_lesson(name)), encoding="utf-8")
    reader.open(page)
    for paper, size in PAPER.items():
        shares = filled(reader.print_pdf(*size))
        assert len(shares) == 1, paper
        assert shares[0] > 0.7, f"{paper}: letters could be larger"
    assert not reader.shut_out()
    assert not reader.strangers()
    assert not reader.complaints()

"""A report is a page with the code of its figures inside, written whole or said why not."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("altair")

from analysis.documents import Document, ReportError, page, write_document
from analysis.documents.document import Picture, Section, Table
from analysis.figures.figure import ShareBars
from tests.analysis.documents.page_reader import read

SHARES = {"title": ["deal"], "share": [0.5], "low": [0.4], "high": [0.6], "runs": [9]}
FIGURES = (
    Picture(ShareBars(SHARES, "How?"), "Half.", Table.of("", SHARES)),
    Picture(ShareBars(SHARES, "Why?"), "All."),
)
REPORT = Document("a report", "Title", "Why?", ("So.",), (Section("One", FIGURES),), "A model.", "Made by a test.")


def test_its_figures_answer_the_mouse() -> None:
    reader = read(page(REPORT))
    assert reader.tags.count("figure") == reader.tags.count("img") == 2
    assert reader.tags.count("details") == 1
    assert all(address.startswith(("#", "data:")) for address in reader.addresses)
    assert "window.vegaEmbed" in page(REPORT)
    assert 'class="light"' in page(REPORT)


def test_it_is_told_which_figure_is_drawn() -> None:
    told: list[str] = []
    page(REPORT, told.append)
    assert told == ["drawing figure 1 of 2", "drawing figure 2 of 2"]


def test_it_is_written_or_said_why_not(tmp_path: Path) -> None:
    file = write_document(REPORT, tmp_path / "report.html")
    assert file.read_text(encoding="utf-8") == page(REPORT)
    with pytest.raises(ReportError, match="was not written"):
        write_document(REPORT, tmp_path / "no" / "report.html")

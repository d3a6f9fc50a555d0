"""A report as a page whose figures answer the mouse (needs the ``studies`` extra)."""

from __future__ import annotations

from pathlib import Path

from analysis.documents.document import Document, ReportError
from analysis.documents.html_writing import html_page
from analysis.documents.live_figures import live_figure, script
from sim.results.whole_files import write_whole


def page(document: Document) -> str:
    """Return a document as HTML, whole and on its own, with its figures drawn by Vega."""
    return html_page(document, live_figure, script)


def write_document(document: Document, file: str | Path) -> Path:
    """Write a document as a page.

    Raises
    ------
    ReportError
        When the file cannot be written.
    """
    place, text = Path(file), page(document)
    try:
        write_whole(place, text)
    except OSError as error:
        raise ReportError(f"{place}: the report was not written: {error.strerror}") from error
    return place

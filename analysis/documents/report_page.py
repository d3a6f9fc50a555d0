"""A report as a page whose figures answer the mouse (needs the ``studies`` extra)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from analysis.documents.document import Document, Picture, ReportError
from analysis.documents.html_writing import html_page
from analysis.documents.live_figures import live_figure, script
from sim.results.whole_files import write_whole


def page(document: Document, told: Callable[[str], object] = str) -> str:
    """Return a document as HTML, whole and on its own, with its figures drawn by Vega.

    Parameters
    ----------
    document : Document
        What is said.
    told : callable, optional
        Is told which figure is being drawn.
    """
    figures = sum(isinstance(block, Picture) for section in document.sections for block in section.blocks)

    def drawn(block: Picture, place: int) -> Iterator[str]:
        told(f"drawing figure {place} of {figures}")
        yield from live_figure(block, place)

    return html_page(document, drawn, script)


def write_document(document: Document, file: str | Path, told: Callable[[str], object] = str) -> Path:
    """Write a document as a page.

    Parameters
    ----------
    document : Document
        What is said.
    file : str or Path
        Where the page goes.
    told : callable, optional
        Is told which figure is being drawn.

    Raises
    ------
    ReportError
        When the file cannot be written.
    """
    place, text = Path(file), page(document, told)
    try:
        write_whole(place, text)
    except OSError as error:
        raise ReportError(f"{place}: the report was not written: {error.strerror}") from error
    return place

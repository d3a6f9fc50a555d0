"""A study, an ensemble or a run as a document: the answer first, figures, tables, and how it was made.

A document is plain data (:mod:`analysis.documents.document`) and is written as a web page that needs no network, or
as lines for a terminal. Reports need the ``studies`` extra (Altair, vl-convert, PyArrow, SciPy); the pages and the
texts of ``run`` and ``ensemble`` need nothing but the core.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.documents.document import Document, ReportError
    from analysis.documents.report_page import page, write_document
    from analysis.documents.run_instead import Counterfactual
    from analysis.documents.run_report import run_document
    from analysis.documents.study_report import study_document

_HOMES = {
    "Counterfactual": "run_instead",
    "Document": "document",
    "ReportError": "document",
    "page": "report_page",
    "run_document": "run_report",
    "study_document": "study_report",
    "write_document": "report_page",
}

__all__ = [
    "Counterfactual",
    "Document",
    "ReportError",
    "page",
    "run_document",
    "study_document",
    "write_document",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: only reports need the extras."""
    if name not in _HOMES:
        raise AttributeError(f"module 'analysis.documents' has no attribute {name!r}")
    return getattr(import_module(f"analysis.documents.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""A study or a run as one web page that needs no network: the answer first, figures, tables, and how it was made.

Needs the ``studies`` extra (Altair, vl-convert, PyArrow, SciPy).
"""

from __future__ import annotations

from analysis.documents.document import Document, ReportError
from analysis.documents.html_writing import page, write_document
from analysis.documents.run_report import Counterfactual, run_document
from analysis.documents.study_report import study_document

__all__ = [
    "Counterfactual",
    "Document",
    "ReportError",
    "page",
    "run_document",
    "study_document",
    "write_document",
]

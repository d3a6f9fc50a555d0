"""Printed pages as a reader sees them: how much of each is used."""

from __future__ import annotations

import io

import numpy as np
import pytest

MARGINS = (16 / 25.4, 17 / 25.4)
"""Of the page's own style, in inches: to either side, above and below."""

_POINTS, _INK = 72.0, 245


def filled(pdf: bytes) -> list[float]:
    """For each page, how much of what can be printed on the box around its ink takes up."""
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(io.BytesIO(pdf))
    try:
        return [_share(page.render(scale=1, grayscale=True).to_numpy().squeeze()) for page in document]
    finally:
        document.close()


def _share(page: np.ndarray) -> float:
    ink = page < _INK
    if not ink.any():
        return 0.0
    share = 1.0
    for axis, margin in zip((1, 0), (MARGINS[1], MARGINS[0]), strict=True):
        places = np.flatnonzero(ink.any(axis=axis))
        share *= (places[-1] - places[0] + 1) / (page.shape[1 - axis] - 2 * margin * _POINTS)
    return float(share)

"""Cells are written to the digits that count, with more of them where there is room."""

from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.documents.cells import cell, written
from analysis.documents.document import PART, POINTS, SHARE, Quantity


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (np.float64(12345.0), "12,345"), (np.int64(3), "3"), (True, "yes"), (None, ""), (0.0417, "0.0417"),
     (math.nan, ""), ("as it is ", "as it is ")],
)  # fmt: skip
def test_cells(value: object, text: str) -> None:
    assert cell(value) == text


def test_quantities_carry_their_intervals() -> None:
    assert cell(Quantity(SHARE, 0.155, 0.15, 0.161)) == "16% (15%-16%)"
    assert cell(Quantity(POINTS, None, 125.0, 200.04)) == "125-200"
    assert cell(Quantity(POINTS, 200.04)) == "200"
    assert cell(Quantity(PART, 0.1234, 0.1, 0.2), is_page=True) == "0.12 (0.10-0.20)"
    assert cell(Quantity(SHARE, math.nan, math.nan, math.nan)) == "-"
    assert cell(Quantity(PART, 0.41, math.nan, math.nan)) == "0.41"
    assert written(None, ".1f") == "-"

"""Fans show the bands they are given, a panel a series."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.estimates.bands import bands
from analysis.figures import FigureError, fan_chart
from analysis.figures.style import SIDES
from tests.analysis.figures.drawn import values, words


def test_a_panel_a_series() -> None:
    runs = [pd.DataFrame({"day": np.arange(9.0), "us.pressure": 1.0 * i, "cn.pressure": 2.0 * i}) for i in range(20)]
    found = bands(runs, ["us.pressure", "cn.pressure"])
    chart = fan_chart(found, "How far?", "points", {"us.pressure": "United States"})
    assert sum(len(table) for table in values(chart) if "series" in table[0]) == len(found)
    text = words(chart)
    assert all(word in text for word in ("United States", "cn.pressure", "50% of runs: 4.8 to 14", "points"))
    assert "median 19" in text
    assert all(f'"{colour}"' in str(chart.to_json()) for colour in SIDES), "sides look alike in every figure"
    dated = fan_chart(found, "How far?", "points", start="2025-04-18")
    assert "18 Apr" in words(dated)
    with pytest.raises(FigureError, match="needs the columns"):
        fan_chart(found.drop(columns="median"), "How far?", "points")
    with pytest.raises(FigureError, match="needs the columns"):
        fan_chart(pd.DataFrame(), "How far?", "points")

"""Panels: a line a series on axes that reach the horizon; in words what the browser test sees."""

from __future__ import annotations

import pytest

pytest.importorskip("solara")

from analysis.viz.panels import curves


def test_a_figure_has_a_line_a_series_and_reaches_the_horizon() -> None:
    figure = curves([0, 1, 2], {"China": [1, 2, 3], "United States": [3, 2, 1]}, ("Pressure", "points"), 120)
    (axes,) = figure.axes
    assert [line.get_label() for line in axes.get_lines()] == ["China", "United States"]
    assert axes.get_xlim() == (0, 120)
    assert (axes.get_title(loc="left"), axes.get_ylabel()) == ("Pressure", "points")

"""A panel as a figure: dates to the horizon, names above the field, letters that stay letters; no figure is kept."""

from __future__ import annotations

import datetime as dt
import gc
import weakref
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

plt = pytest.importorskip("matplotlib.pyplot")
pytest.importorskip("altair")

from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402 - after asking for the extra
from matplotlib.dates import date2num  # noqa: E402

from analysis.figures.style import SERIES, SIDES  # noqa: E402
from analysis.viz.figures import Panel, drawn, figure, heard  # noqa: E402
from analysis.viz.panels import RELATION  # noqa: E402

START = dt.date(2024, 1, 8)
PANEL = Panel("Tariffs in force, points", {"Aldmark": [1, 2, 30], "Verenia": [3, 2, 1]}, [0, 1, 2], START, 120)


def test_lines_go_over_dates_to_the_horizon_in_the_colours_of_the_sides() -> None:
    (axes,) = figure(PANEL).axes
    named = [line for line in axes.get_lines() if not str(line.get_label()).startswith("_")]
    assert [line.get_label() for line in named] == ["Aldmark", "Verenia"]
    assert [line.get_color() for line in named] == list(SIDES)
    assert len({line.get_linestyle() for line in named}) == 2
    assert axes.get_xlim() == (date2num(START), date2num(START) + 120)
    assert axes.get_ylim()[0] == 0


def test_three_lines_are_three_colours() -> None:
    (axes,) = figure(PANEL._replace(lines={name: [0.1, 0.2, 0.3] for name in "abc"})).axes
    assert [line.get_color() for line in axes.get_lines()[::2]] == list(SERIES[:3])


def test_names_stand_above_the_field_and_nothing_prints_over_anything() -> None:
    long = {"United States of somewhere": [80.0, 90.0, 100.0], "Russia": [0.0, 5.0, 3.0]}
    falls = {"Aldmark": [0.0, 0.05, 0.1], "Verenia": [0.0, 0.5, 1.0]}
    shares = PANEL._replace(lines=falls, is_share=True)
    three = PANEL._replace(lines={name: [0.1, 0.2, 0.3] for name in RELATION})
    for panel in (PANEL, three, PANEL._replace(lines=long), PANEL._replace(horizon=700), shares):
        drawing = figure(panel)
        canvas = FigureCanvasAgg(drawing)
        canvas.draw()
        (axes,) = drawing.axes
        renderer = canvas.get_renderer()
        field, legend = axes.get_window_extent(renderer), axes.get_legend().get_window_extent(renderer)
        assert legend.y0 >= field.y1 - 3
        assert legend.y1 <= drawing.bbox.y1
        assert legend.x1 <= drawing.bbox.x1
        words = [label for label in (*axes.get_xticklabels(), *axes.get_yticklabels()) if label.get_text()]
        low, high = axes.get_xlim()
        boxes = [word.get_window_extent(renderer) for word in words if _is_inside(word, low, high)]
        assert len(boxes) > 4
        assert not [1 for k, one in enumerate(boxes) for other in boxes[k + 1 :] if one.overlaps(other)]
        assert min(box.x0 for box in boxes) >= 0


def _is_inside(label: object, low: float, high: float) -> bool:
    x, y = label.get_position()
    return y != 0 or low <= x <= high


@given(st.text("<>&\"' abc", min_size=1, max_size=9), st.floats(0, 1), st.integers(1, 900))
def test_whatever_it_is_called_it_is_svg_that_says_in_words_where_it_stands(
    name: str, value: float, horizon: int
) -> None:
    panel = Panel("Fall", {name: [0.0, value]}, [0.0, 1.0], START, horizon, is_share=True)
    root = ET.fromstring(drawn(panel))
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == heard(panel)
    assert f"{value:.0%}" in heard(panel)
    letters = [element for element in root.iter() if element.tag.endswith("}text")]
    assert letters, "letters are drawn by the browser"
    sizes = {element.attrib["style"] for element in letters}
    assert all("10px" in size for size in sizes), sizes


def test_no_figure_is_kept() -> None:
    drawing = figure(PANEL)
    gone = weakref.ref(drawing)
    drawn(PANEL)
    del drawing
    gc.collect()
    assert gone() is None
    assert plt.get_fignums() == []

"""The reader of drawn figures sees texts that lie on one another, and those that do not."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

import altair as alt

from tests.analysis.figures.drawn import drawn, overprinted


def written(*places: tuple[float, float]) -> object:
    rows = [{"x": x, "y": y, "word": f"word {number}"} for number, (x, y) in enumerate(places)]
    chart = alt.Chart(alt.InlineData(values=rows)).mark_text(fontSize=16)
    scale = alt.Scale(domain=[0, 200], nice=False, zero=False)
    at = {"x": alt.X("x:Q", scale=scale, axis=None), "y": alt.Y("y:Q", scale=scale, axis=None)}
    return chart.encode(**at, text="word:N").properties(width=200, height=200)


def test_texts_on_one_another_are_seen() -> None:
    assert overprinted(written((50, 50), (70, 55))) == [("word 0", "word 1")]
    assert overprinted(written((50, 50), (50, 80), (130, 50))) == []


def test_a_box_is_where_its_text_is() -> None:
    whole = drawn(written((100, 100)))
    (box,) = whole.boxes
    assert box.size == 16
    assert 40 < box.right - box.left < 60
    assert (box.left + box.right) / 2 == pytest.approx(105, abs=6)
    assert whole.width == pytest.approx(210, abs=2)
    assert whole.smallest == 16

"""Who asked and when they spoke: a lane a side and one between, forms told apart in grey, every label written."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures.course_marks import FORMS, HEADING, marks_panel
from analysis.figures.style import styled
from tests.analysis.figures.drawn import words

MARKS = pd.DataFrame(
    {
        "day": [0.5, 3.0, 9.8],
        "lane": ["China", "together", "Utopia"],
        "form": ["ask in vain", "call", "ask"],
        "label": ["first ask: call", "call", "summit"],
    }
)


def test_lanes_lie_in_the_order_of_sides_with_what_both_do_between_them() -> None:
    panel = marks_panel(MARKS, ["China", "Utopia"], (0.0, 10.0)).to_dict()
    assert panel["layer"][0]["encoding"]["y"]["scale"]["domain"] == ["China", "together", "Utopia"]
    assert panel["layer"][0]["encoding"]["x"]["scale"]["domain"] == [0.0, 10.0]


def test_a_side_that_asks_for_nothing_has_its_lane_too() -> None:
    panel = marks_panel(MARKS.iloc[:1], ["China", "Utopia"], (0.0, 10.0)).to_dict()
    assert panel["layer"][0]["encoding"]["y"]["scale"]["domain"] == ["China", "Utopia"]


def test_no_two_forms_look_the_same_in_grey() -> None:
    assert len(set(FORMS.values())) == len(FORMS)


def test_every_label_is_written() -> None:
    text = words(styled(marks_panel(MARKS, ["China", "Utopia"], (0.0, 10.0)), "How?"))
    assert all(label in text for label in MARKS["label"])
    assert marks_panel(MARKS, ["China", "Utopia"], (0.0, 10.0)).to_dict()["title"]["text"] == HEADING

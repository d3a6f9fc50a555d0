"""Reasons stacked for and against, options by probability."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures import FigureError, decision_stack
from analysis.figures.decision_bars import COMPONENTS
from sim.vocabulary import components as c
from tests.analysis.figures.drawn import values, words

DECISION = pd.DataFrame(
    {
        "option": ["hold", "request_call"],
        "stakes": [0.7, 0.0],
        "face": [0.0, -0.9],
        "markets": [-0.1, 0.5],
        "glory": 0.0,
        "utility": [0.6, -0.4],
        "probability": [0.2, 0.8],
        "chosen": [True, False],
    }
)


def test_options_by_probability_and_the_one_chosen_marked() -> None:
    chart = decision_stack(DECISION, "Why?")
    text = words(chart)
    assert text.index("request call, 80%") < text.index("→ hold, 20%")
    assert "glory" not in text
    weights = {(row["label"], row["component"]): row["weight"] for row in values(chart)[0]}
    assert weights["request call, 80%", "face"] == -0.9


def test_reasons_are_the_models_own_in_its_order() -> None:
    assert COMPONENTS == c.WORDS


def test_a_decision_without_reasons_is_refused() -> None:
    with pytest.raises(FigureError, match="no component"):
        decision_stack(DECISION.assign(stakes=0.0, face=0.0, markets=0.0), "Why?")

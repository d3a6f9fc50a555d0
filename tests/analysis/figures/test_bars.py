"""Bars show the table's numbers, in an order that answers."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.estimates.word_shares import outcome_shares
from analysis.figures import FigureError, effect_bars, index_bars, share_bars, tornado
from tests.analysis.figures.drawn import values, words
from tests.analysis.synthetic import runs_table


def test_outcomes_carry_their_shares_and_intervals() -> None:
    shares = outcome_shares(runs_table(1000))
    chart = share_bars(shares, "How does it end?", "1,000 runs")
    assert values(chart)[0][0]["share"] == shares["share"][0]
    text = words(chart)
    assert "How does it end?" in text
    row = shares.iloc[0]
    assert f"{row['share']:.0%} ({row['low']:.0%} to {row['high']:.0%})" in text.replace("  ", " ")
    with pytest.raises(FigureError, match="lacks share"):
        share_bars(shares.drop(columns="share"), "x")


def test_tornado_puts_the_widest_swing_on_top() -> None:
    swings = pd.DataFrame({"input": ["narrow", "wide"], "at_low": [9.0, 30.0], "at_high": [11.0, 2.0], "base": 10.0})
    text = words(tornado(swings, "What moves it?", "days"))
    assert text.index("wide") < text.index("narrow")
    assert "input at its low end" in text


def test_indices_and_effects_draw_gaps_as_gaps() -> None:
    columns = ["first", "first_low", "first_high", "total", "total_low", "total_high"]
    indices = pd.DataFrame([["a", *[0.5] * 6], ["b", *[float("nan")] * 6]], columns=["input", *columns])
    assert "Luck makes 22% of single runs' variance." in words(index_bars(indices, "Whose variance?", 0.22))
    assert "Luck" not in words(index_bars(indices, "Whose variance?", float("nan")))
    effects = pd.DataFrame(
        {"input": ["a", "b"], "mu_star": [1.0, 2.0], "mu_star_low": 0.5, "mu_star_high": 3.0, "luck_floor": 0.4}
    )
    text = words(effect_bars(effects, "Which matter?", "days"))
    assert "mean size of effect (days)" in text
    assert text.index("b") < text.rindex("a")

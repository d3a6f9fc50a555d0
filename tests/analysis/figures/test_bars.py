"""Bars show the table's numbers from 0 to 100%, with the numbers beside them and not on them."""

from __future__ import annotations

import json

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.estimates.word_shares import outcome_shares
from analysis.figures import FigureError, share_bars, signed_bars
from analysis.figures.style import NARROW, WIDE, Room
from tests.analysis.figures.drawn import values, words
from tests.analysis.figures.examples import CHANGES, SHARES
from tests.analysis.synthetic import runs_table


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_outcomes_carry_their_shares_and_intervals(room: Room) -> None:
    shares = outcome_shares(runs_table(1000))
    chart = share_bars(shares, "How does it end?", "1,000 runs", room)
    drawn = next(table for table in values(chart) if "share" in table[0])
    assert [row["share"] for row in drawn] == shares["share"].tolist()
    text = words(chart)
    assert "How does it end?" in text
    row = shares.iloc[0]
    assert f"{row['share']:.0%} ({row['low']:.0%} to {row['high']:.0%})" in text
    whole = json.dumps(chart.to_dict())
    assert '"domain": [0, 1]' in whole
    assert "95% interval" in whole
    assert '"title": "runs"' in whole
    with pytest.raises(FigureError, match="lacks share"):
        share_bars(shares.drop(columns="share"), "x")


def test_numbers_stand_where_no_bar_reaches() -> None:
    """Beside the whole scale on a desk, with the name above the bar on a telephone."""
    shares = pd.DataFrame(SHARES).assign(share=0.97, low=0.9, high=1.0)
    wide, narrow = (share_bars(shares, "x", room=room).to_dict() for room in (WIDE, NARROW))
    column = [layer for layer in wide["layer"] if "numbers" in json.dumps(layer.get("layer", ""))]
    assert column[0]["layer"][0]["encoding"]["x"]["value"] > WIDE.width
    assert "numbers:" not in json.dumps(narrow)
    assert "never: 97% (90% to 100%)" in words(share_bars(shares, "x", room=NARROW))


def test_rare_is_not_never() -> None:
    shares = pd.DataFrame(SHARES).assign(share=0.004, low=0.001, high=0.0098)
    assert "0.4% (0.1% to 1.0%)" in words(share_bars(shares, "x"))
    assert "unknown" in words(share_bars(pd.DataFrame(SHARES), "x"))


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_changes_stand_to_either_side_of_nothing(room: Room) -> None:
    chart = signed_bars(pd.DataFrame(CHANGES), "What moves it?", "days", room)
    drawn = next(table for table in values(chart) if "value" in table[0])
    assert [(row["value"], row["low"], row["high"]) for row in drawn] == list(
        zip(CHANGES["value"], CHANGES["low"], CHANGES["high"], strict=True)
    )
    assert "markets" in words(chart)

"""Two worlds, a panel a series, named where they end, and the day they part as a date."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures import parting_of_the_ways
from analysis.figures.style import NARROW, WIDE, Room
from tests.analysis.figures.drawn import overprinted, values, words

PAIR = pd.DataFrame(
    [
        (one, panel, float(day), 0.1 * day * (1 + (one == "b")))
        for one in "ab"
        for panel in ("x", "y")
        for day in range(9)
    ],
    columns=["setting", "panel", "day", "value"],
)


def said(chart: object) -> str:
    return " ".join(words(chart).split(" | "))


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_says_when_they_part_or_that_they_do_not(room: Room) -> None:
    chart = parting_of_the_ways(PAIR, 4.5, "Where?", "2025-04-28", (), room)
    assert "upright line: 2 May 2025, the first event" in said(chart)
    assert overprinted(chart) == []
    assert "upright line: day 4, the first event" in said(parting_of_the_ways(PAIR, 4.5, "Where?", room=room))
    assert "the same events in both" in said(parting_of_the_ways(PAIR, None, "Where?", room=room))


def test_the_line_stands_on_the_day_of_the_parting() -> None:
    tables = values(parting_of_the_ways(PAIR, 4.5, "Where?", "2025-04-28"))
    assert [{"day": 4.5}] in tables
    assert [{"day": 4.5}] not in values(parting_of_the_ways(PAIR, None, "Where?", "2025-04-28"))


def test_falls_go_down() -> None:
    top, low = parting_of_the_ways(PAIR, None, "Where?", "2025-04-28", ("y",)).to_dict()["vconcat"]
    assert [panel["layer"][0]["encoding"]["y"]["scale"]["reverse"] for panel in (top, low)] == [False, True]


def test_a_run_that_is_over_is_named_all_the_same() -> None:
    shorter = PAIR[(PAIR["setting"] == "a") | (PAIR["day"] < 4)]
    assert words(parting_of_the_ways(shorter, 2.0, "Where?", "2025-04-28")).count("b") >= 2

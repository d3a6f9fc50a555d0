"""Marks in lanes: every event is in one mark, no two marks and no two texts lie on one another, in any room."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("altair")

from analysis.figures.figure import Reach
from analysis.figures.reaching import FORMS, UPPER, Sizes, strip
from analysis.figures.run_days import RunDays
from analysis.figures.style import NARROW, WIDE, Room
from analysis.figures.timeline import who_calls_whom
from tests.analysis.figures.drawn import overprinted, words

LANES = ["Xi Jinping", "together", "Donald Trump", "A European host"]
EVENT = st.tuples(
    st.floats(0, 365),
    st.sampled_from(LANES),
    st.sampled_from(list(Reach)),
    st.sampled_from(["talks", "call", "letter"]),
)
ROOMS = st.sampled_from([WIDE, NARROW])
DAYS = RunDays("2025-04-18", 365.0)


def table(rows: list[tuple[float, str, Reach, str]]) -> pd.DataFrame:
    return pd.DataFrame([(*row, f"{row[3]}!") for row in rows], columns=["day", "lane", "form", "label", "told"])


@given(st.lists(EVENT, max_size=60), ROOMS)
def test_every_event_is_in_one_mark_and_no_mark_lies_on_another(rows: list, room: Room) -> None:
    placed = strip(table(rows), LANES, DAYS, room).marks
    for lane in LANES:
        for form in Reach:
            own = placed[(placed["lane"] == lane) & (placed["form"] == str(form))]
            assert own["count"].sum() == sum(row[1] == lane and row[2] == form for row in rows)
    for _, row in placed.groupby(["lane", "y"]):
        places = sorted(row["day"] * room.width / 365)
        gap = min(Sizes.of(room).mark, room.width / max(len(places) - 1, 1))
        assert all(other - one >= gap - 1e-6 for one, other in pairwise(places))
        assert -1e-6 <= places[0] <= places[-1] <= room.width + 1e-6


@given(st.lists(EVENT, max_size=60), ROOMS)
def test_a_mark_that_moved_aside_moved_little(rows: list, room: Room) -> None:
    placed = strip(table(rows), LANES, DAYS, room).marks
    for _, mark in placed[placed["count"] == 1].iterrows():
        alike = [row[0] for row in rows if row[1] == mark["lane"] and str(row[2]) == mark["form"]]
        crowd = len(placed[(placed["lane"] == mark["lane"]) & (placed["y"] == mark["y"])])
        assert min(abs(day - mark["day"]) for day in alike) * room.width / 365 <= Sizes.of(room).mark * crowd


@settings(max_examples=6, deadline=None)
@given(st.lists(EVENT, min_size=1, max_size=60), ROOMS)
def test_no_text_lies_on_another(rows: list, room: Room) -> None:
    assert overprinted(who_calls_whom(table(rows), "Who?", LANES, DAYS, room)) == []


def test_forms_are_told_apart_in_grey() -> None:
    assert len({*FORMS.values()}) == len(FORMS) == len(Reach)
    assert {Reach.asks, Reach.met} == set(UPPER)


def test_marks_that_touch_are_counted() -> None:
    rows = [(day, LANES[0], Reach.asks, "call") for day in (10.0, 10.5, 11.0, 200.0)]
    text = words(who_calls_whom(table(rows), "Who?", LANES, DAYS))
    assert "3× call" in text
    assert text.count("call") == 2


def test_an_answer_needs_no_label() -> None:
    rows = [
        (10.0, LANES[0], Reach.yes, "call"),
        (10.5, LANES[0], Reach.yes, "call"),
        (90.0, LANES[0], Reach.no, "call"),
    ]
    text = words(who_calls_whom(table(rows), "Who?", LANES, DAYS))
    assert "2×" in text
    assert "call" not in text
    assert all(form in text for form in (Reach.yes, Reach.no))
    assert Reach.met not in text

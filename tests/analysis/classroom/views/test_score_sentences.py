"""Scores in words: the parts add up as they are read, and too few hands are not scored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.session.state import Counted, Forecast
from analysis.classroom.views.score_sentences import percent, score, scores_told
from tests.analysis.classroom.views.test_predict import said

COUNTS = st.tuples(*[st.integers(0, 12)] * 5)


def forecast(first: tuple[int, ...], second: tuple[int, ...] | None, happened: int, firsts: bool = True) -> Forecast:
    """A forecast at its scores."""
    counted = Counted(1000, happened, 0.0, 1.0, (firsts,) * 100, ("truce",) * 100)
    return Forecast("scores", first, second, counted)  # type: ignore[arg-type]


@given(count=COUNTS.filter(lambda count: sum(count) >= 3), happened=st.integers(0, 1000))
def test_the_parts_add_up_as_they_are_read(count: tuple[int, ...], happened: int) -> None:
    told = scores_told(forecast(count, None, happened))[0]["told"][0]
    assert float(told["miss"]) + float(told["luck"]) == pytest.approx(float(told["score"]), abs=1e-9)


@given(count=st.sampled_from([(1, 0, 0, 0, 0), (0, 2, 0, 0, 0), (1, 0, 0, 0, 1), (0, 0, 1, 1, 0)]))
def test_fewer_than_three_hands_are_shown_and_not_scored(count: tuple[int, ...]) -> None:
    (only,) = scores_told(forecast(count, None, 400))
    assert [one["id"] for one in only["told"]] == ["predict.too_few"]


def test_a_class_scored_in_words() -> None:
    worlds, crowd, happened = scores_told(forecast((2, 0, 0, 0, 1), (0, 0, 3, 0, 0), 400))
    assert [said(one) for one in worlds["told"]] == [
        "Your miss 0.010, and luck nobody can remove 0.240: together 0.250.",
        "Before talking, your miss was 0.143.",
        "Whoever always says 50% scores 0.25. Less is better.",
    ]
    assert said(crowd["told"][0]) == "The class says 50% (median) and 50% (mean); the worlds say 40%."
    assert said(crowd["told"][2]) == "The mean is nearer to the worlds than 0 of 3 hands."
    assert said(happened["told"][0]) == "In the first world it happened. There the class’s mean, 50%, scores 0.25."


def test_one_event_is_scored_both_ways() -> None:
    for happened, so, otherwise in ((True, "0.01", "0.81"), (False, "0.81", "0.01")):
        event = scores_told(forecast((0, 0, 0, 0, 3), None, 500, happened))[2]["told"]
        assert (event[0]["score"], event[1]["score"]) == (so, otherwise)
        assert event[0]["id"] == ("predict.event_happened" if happened else "predict.event_did_not")


def test_numbers_as_they_are_read() -> None:
    assert (percent(0.425), score(0.0125)) == ("42", "0.013")

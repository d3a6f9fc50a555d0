"""Are forecasts scored as they should be: perfect, ignorant, wrong, and only where something was open?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.evidence.backtest.answer_key import TARGETS, Reading, is_headline
from analysis.evidence.backtest.base_rates import Benchmark
from analysis.evidence.backtest.brier_scores import MODEL, all_scores, class_scores, squared_error, target_scores
from tests.analysis.evidence.backtest.made_up import Chances, even, forecasts, knowing

CONTACT = TARGETS[0]


def counted(chances: Chances) -> list:  # type: ignore[type-arg]
    return [forecast for forecast in forecasts(chances) if is_headline(forecast.case)]


@pytest.mark.parametrize(("chances", "score"), [(even, 0.8), (knowing, 0.0)])
def test_known_scores_of_five_classes(chances: Chances, score: float) -> None:
    model = class_scores(counted(chances), Reading.coded)[0]
    assert model.forecaster == MODEL
    assert model.brier.numbers == pytest.approx((score, score, score))


@pytest.mark.parametrize(("chances", "score"), [(even, 0.25), (knowing, 0.0)])
def test_known_scores_of_a_question(chances: Chances, score: float) -> None:
    assert target_scores(counted(chances), CONTACT)[0].brier.value == pytest.approx(score)


def test_who_knows_all_is_ahead_of_every_benchmark() -> None:
    for score in class_scores(counted(knowing), Reading.coded)[1:]:
        assert score.ahead is not None
        assert score.ahead.high < 0
        assert score.ahead.value == pytest.approx(-score.brier.value)


def test_equal_chances_are_no_better_than_equal_chances() -> None:
    uniform = next(
        score for score in class_scores(counted(even), Reading.coded) if score.forecaster == Benchmark.uniform
    )
    assert uniform.ahead is not None
    assert uniform.ahead.numbers == pytest.approx((0, 0, 0))


def test_the_other_reading_scores_differently() -> None:
    coded, other = (class_scores(counted(knowing), reading)[0].brier for reading in Reading)
    assert coded.value == 0
    assert other.value > 0.5
    assert coded.n == other.n == 96


def test_a_question_is_scored_where_it_was_open() -> None:
    found = {target.name: target_scores(counted(even), target)[0].brier.n for target in TARGETS}
    assert found == {"contact": 74, "voice": 90, "in_person": 96, "agreement": 96, "mediation": 96}


def test_all_scores_are_there_once() -> None:
    scores = all_scores(counted(even)[:12])
    names = [(score.of, score.reading, score.forecaster) for score in scores]
    assert len(names) == len(set(names)) == 2 * 5 + 2 * len(TARGETS)


def test_without_cases_there_are_no_scores() -> None:
    assert all_scores([]) == ()


@given(
    chances=arrays(np.float64, (4, 5), elements=st.floats(0, 1)),
    right=st.lists(st.integers(0, 4), min_size=4, max_size=4),
)
def test_an_error_is_0_to_1_for_each_class(chances: np.ndarray, right: list[int]) -> None:  # type: ignore[type-arg]
    found = squared_error(chances, np.eye(5)[right])
    assert found.shape == (4,)
    assert ((found >= 0) & (found <= 5)).all()

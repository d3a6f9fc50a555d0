"""How good forecasts are: the Brier score, the model's beside those of forecasters who know rates only.

The score of five classes is the sum of squared errors over the classes (0 is perfect, .8 is what equal chances get, 2
is sure and wrong); that of a yes or no is the squared error of its chance (.25 is what a half gets). Brier (1950).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.estimates import Estimate
from analysis.evidence.backtest.answer_key import CLASSES, TARGETS, Reading, Target, coded_class, happened, is_open
from analysis.evidence.backtest.base_rates import Benchmark, leave_one_out
from analysis.evidence.backtest.by_dyad import dyad, mean_by_dyad
from analysis.evidence.backtest.case_forecasts import CaseForecast
from analysis.evidence.casebook import Case

MODEL = "model"


class Score(NamedTuple):
    """The score of one forecaster.

    Attributes
    ----------
    of : str
        What is forecast: ``classes``, or the name of a question.
    reading : Reading
        Under which coding of the outcome.
    forecaster : str
        ``model``, or a :class:`~analysis.evidence.backtest.base_rates.Benchmark`.
    brier : Estimate
        Mean score over cases, with an interval by dyad.
    ahead : Estimate or None
        The model's score less this one's, below 0 when the model is better, case by case with an interval by dyad; None
        for the model itself.
    """

    of: str
    reading: Reading
    forecaster: str
    brier: Estimate
    ahead: Estimate | None


def all_scores(forecasts: Sequence[CaseForecast], seed: int = 0) -> tuple[Score, ...]:
    """Return every score of headline cases: five classes under both readings, then each question.

    Parameters
    ----------
    forecasts : sequence of CaseForecast
        Headline cases only.
    seed : int
        Of the intervals' luck.
    """
    classes = [score for reading in Reading for score in class_scores(forecasts, reading, seed)]
    return (*classes, *(score for target in TARGETS for score in target_scores(forecasts, target, seed)))


def class_scores(forecasts: Sequence[CaseForecast], reading: Reading, seed: int = 0) -> list[Score]:
    """Return the scores of the five classes: the model's, then those of the benchmarks."""
    if not forecasts:
        return []
    cases = [forecast.case for forecast in forecasts]
    answers = np.array([[name == coded_class(case, reading) for name in CLASSES] for case in cases], dtype=np.float64)
    model = np.array([[forecast.classes[name].value for name in CLASSES] for forecast in forecasts])
    losses = {MODEL: squared_error(model, answers)} | {
        str(benchmark): squared_error(leave_one_out(answers, cases, benchmark), answers) for benchmark in Benchmark
    }
    return _scores("classes", reading, losses, cases, seed)


def target_scores(forecasts: Sequence[CaseForecast], target: Target, seed: int = 0) -> list[Score]:
    """Return the scores of one question over the cases in which it was still open."""
    chosen = [forecast for forecast in forecasts if is_open(forecast.case, target)]
    if not chosen:
        return []
    cases = [forecast.case for forecast in chosen]
    yes = np.array([happened(case, target) for case in cases], dtype=np.float64)
    model = np.array([forecast.targets[target.name].value for forecast in chosen])
    base = leave_one_out(np.column_stack([yes, 1 - yes]), cases)[:, 0]
    losses = {MODEL: (model - yes) ** 2, str(Benchmark.base_rate): (base - yes) ** 2}
    return _scores(target.name, Reading.coded, losses, cases, seed)


def squared_error(chances: NDArray[np.float64], answers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the Brier score of each case from rows of chances and rows of answers, both of shape (cases, classes)."""
    return np.asarray(((chances - answers) ** 2).sum(axis=1))


def _scores(
    of: str, reading: Reading, losses: dict[str, NDArray[np.float64]], cases: Sequence[Case], seed: int
) -> list[Score]:
    dyads = [dyad(case) for case in cases]
    found = []
    for forecaster, loss in losses.items():
        # one label for all forecasters of a question: they are resampled alike
        brier = mean_by_dyad(loss, dyads, f"brier/{of}/{reading}", seed)
        ahead = mean_by_dyad(losses[MODEL] - loss, dyads, f"brier/{of}/{reading}", seed)
        found.append(Score(of, reading, forecaster, brier, None if forecaster == MODEL else ahead))
    return found

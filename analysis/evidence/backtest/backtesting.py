"""A casebook forecast and scored: one result that the terminal, JSON and other programs read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.evidence.backtest.answer_key import CLASSES, TARGETS, Reading, coded_class, happened, is_headline, is_open
from analysis.evidence.backtest.brier_scores import Score, all_scores
from analysis.evidence.backtest.by_dyad import dyad
from analysis.evidence.backtest.case_forecasts import CaseForecast, Counting
from analysis.evidence.backtest.frame_shares import FrameShare, frame_shares
from analysis.evidence.casebook.frames import frame_kind


class Backtest(NamedTuple):
    """What came of a casebook.

    Attributes
    ----------
    forecasts : tuple of CaseForecast
        Every case that was run, those cut out by their end included.
    shares : tuple of FrameShare
        By kind of list, over headline cases.
    scores : tuple of Score
        Over headline cases.
    asked : int
        How many cases there were; more than forecasts when it was stopped early.
    counting : Counting
        How they were run.
    """

    forecasts: tuple[CaseForecast, ...]
    shares: tuple[FrameShare, ...]
    scores: tuple[Score, ...]
    asked: int
    counting: Counting

    @property
    def scored(self) -> int:
        """How many cases count in scores."""
        return sum(is_headline(forecast.case) for forecast in self.forecasts)

    @property
    def is_partial(self) -> bool:
        """Whether cases are missing."""
        return len(self.forecasts) < self.asked


def run_backtest(forecasts: Sequence[CaseForecast], counting: Counting, asked: int | None = None) -> Backtest:
    """Return shares and scores of forecasts.

    Parameters
    ----------
    forecasts : sequence of CaseForecast
        From :func:`~analysis.evidence.backtest.case_forecasts.forecast_cases`.
    counting : Counting
        How they were made; its seed is also that of the intervals.
    asked : int, optional
        How many cases there are; by default as many as forecasts.
    """
    counted = [forecast for forecast in forecasts if is_headline(forecast.case)]
    shares, scores = frame_shares(counted, counting.seed), all_scores(counted, counting.seed)
    return Backtest(tuple(forecasts), shares, scores, asked or len(forecasts), counting)


def as_plain(backtest: Backtest) -> dict[str, Any]:
    """Return a backtest as plain values for JSON: its head, then cases, frames and scores as lists of records."""
    return {
        "seed": backtest.counting.seed,
        "runs": backtest.counting.runs,
        "cases_asked": backtest.asked,
        "cases_run": len(backtest.forecasts),
        "cases_scored": backtest.scored,
        "partial": backtest.is_partial,
        "cases": [_case(forecast) for forecast in backtest.forecasts],
        "frames": [_share(share) for share in backtest.shares],
        "scores": [_score(score) for score in backtest.scores],
    }


def _case(forecast: CaseForecast) -> dict[str, Any]:
    case = forecast.case
    other = coded_class(case, Reading.other)
    return {
        "id": case.id,
        "title": case.title,
        "domain": str(case.domain),
        "selection_frame": case.selection_frame,
        "frame": str(frame_kind(case.selection_frame)),
        "dyad": dyad(case),
        "origin": case.forecast_origin.isoformat(),
        "horizon_days": (case.horizon_end - case.forecast_origin).days,
        "scored": is_headline(case),
        "runs": forecast.runs,
        "outcome": coded_class(case),
        "other_reading": None if case.outcome.alternative_class is None else other,
        "classes": {name: forecast.classes[name].named("share") for name in CLASSES},
        "targets": {
            target.name: {
                **forecast.targets[target.name].named("share"),
                "open": is_open(case, target),
                "happened": happened(case, target),
            }
            for target in TARGETS
        },
    }


def _share(share: FrameShare) -> dict[str, Any]:
    return {
        "frame": str(share.frame),
        "what": share.what,
        "model": share.model,
        **share.happened.named("happened"),
        "cases": share.happened.n,
        "dyads": share.happened.lucks,
        "base_rate": share.base_rate,
        "near": share.is_near,
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "of": score.of,
        "reading": str(score.reading),
        "forecaster": score.forecaster,
        **score.brier.named("brier"),
        "cases": score.brier.n,
        "model_less_this": None if score.ahead is None else score.ahead.named("difference"),
    }

"""Forecasts made up for tests: the development cases with chances that nobody had to run for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analysis.estimates import Estimate
from analysis.evidence.backtest.answer_key import CLASSES, TARGETS, coded_class, happened
from analysis.evidence.backtest.case_forecasts import CaseForecast
from analysis.evidence.casebook import Case
from tests.analysis.evidence.casebook.shipped_cases import development

Chances = Callable[[Case], Mapping[str, float]]


def even(_: Case) -> Mapping[str, float]:
    """One in five for every class, a half for every question."""
    return dict.fromkeys(CLASSES, 0.2) | {target.name: 0.5 for target in TARGETS}


def knowing(case: Case) -> Mapping[str, float]:
    """Sure of what happened."""
    classes = {name: float(name == coded_class(case)) for name in CLASSES}
    return classes | {target.name: float(happened(case, target)) for target in TARGETS}


def forecasts(chances: Chances, runs: int = 100) -> list[CaseForecast]:
    return [_forecast(case, chances(case), runs) for case in development().cases]


def _forecast(case: Case, chances: Mapping[str, float], runs: int) -> CaseForecast:
    made = {name: Estimate(chance, chance, chance, runs, runs) for name, chance in chances.items()}
    targets = {target.name: made[target.name] for target in TARGETS}
    return CaseForecast(case, runs, {name: made[name] for name in CLASSES}, targets)

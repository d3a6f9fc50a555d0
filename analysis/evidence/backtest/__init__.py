"""Past confrontations forecast by the model and scored: beside what happened, and beside what base rates would say.

:func:`~analysis.evidence.backtest.backtesting.run_backtest` makes shares and scores of forecasts;
:func:`~analysis.evidence.backtest.frame_shares.held_against_history` runs the development cases and tells whether
contact, voice, meetings, agreements and mediation are as frequent as in each kind of list. Nothing is fitted.
"""

from __future__ import annotations

from analysis.evidence.backtest.backtesting import Backtest, run_backtest
from analysis.evidence.backtest.case_forecasts import CaseForecast, Counting, forecast_cases
from analysis.evidence.backtest.frame_shares import FrameShare, frame_shares, held_against_history, unlike_shipped

__all__ = [
    "Backtest",
    "CaseForecast",
    "Counting",
    "FrameShare",
    "forecast_cases",
    "frame_shares",
    "held_against_history",
    "run_backtest",
    "unlike_shipped",
]

"""Is a backtest one result that a program can read, and does it say what is missing?"""

from __future__ import annotations

import json

from analysis.evidence.backtest.backtesting import as_plain, run_backtest
from analysis.evidence.backtest.case_forecasts import Counting
from tests.analysis.evidence.backtest.made_up import even, forecasts

MADE = forecasts(even)


def test_all_cases_are_told_and_fewer_are_scored() -> None:
    found = run_backtest(MADE, Counting(runs=100))
    assert (len(found.forecasts), found.scored, found.is_partial) == (98, 96, False)
    assert {score.brier.n for score in found.scores if score.of == "classes"} == {96}


def test_a_backtest_stopped_early_says_so() -> None:
    found = run_backtest(MADE[:5], Counting(runs=100), asked=98)
    assert found.is_partial
    assert as_plain(found)["partial"] is True
    assert as_plain(found)["cases_asked"] == 98


def test_plain_values_are_json_and_name_every_case() -> None:
    plain = json.loads(json.dumps(as_plain(run_backtest(MADE[:8], Counting(runs=100, seed=3)))))
    assert plain["seed"] == 3
    vienna = plain["cases"][0]
    assert (vienna["id"], vienna["outcome"], vienna["other_reading"]) == (MADE[0].case.id, "no_deal", "blow_up")
    assert vienna["horizon_days"] == 16
    assert vienna["targets"]["contact"] | {"lucks": 0} == {
        "share": 0.5, "low": 0.5, "high": 0.5, "lucks": 0, "open": False, "happened": True,
    }  # fmt: skip
    assert plain["cases"][3]["scored"] is False
    assert {row["forecaster"] for row in plain["scores"]} == {"model", "uniform", "base rate", "by domain", "by frame"}
    assert {row["frame"] for row in plain["frames"]} == {"chosen by fame"}

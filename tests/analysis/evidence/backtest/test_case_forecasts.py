"""Is each case run from what was known, counted, and the same whatever runs beside it?"""

from __future__ import annotations

import pytest

from analysis.evidence.backtest.answer_key import CLASSES, TARGETS
from analysis.evidence.backtest.case_forecasts import CaseForecast, Counting, forecast_cases
from tests.analysis.evidence.casebook.shipped_cases import case

QUICK = ("trump_penanieto_2017", "correa_uribe_2008_angostura", "trump_petro_2025")


@pytest.fixture(scope="module")
def found() -> list[CaseForecast]:
    return list(forecast_cases([case(name) for name in QUICK], Counting(runs=8, seed=5)))


def test_every_case_is_counted(found: list[CaseForecast]) -> None:
    assert [forecast.case.id for forecast in found] == list(QUICK)
    for forecast in found:
        assert sum(forecast.classes[name].value for name in CLASSES) == pytest.approx(1)
        assert {estimate.n for estimate in forecast.targets.values()} == {8}
        assert forecast.classes["deal"].value + forecast.classes["truce"].value == forecast.targets["agreement"].value
        assert forecast.targets["in_person"].value <= forecast.targets["voice"].value <= 1
        assert set(forecast.targets) == {target.name for target in TARGETS}


def test_a_case_is_the_same_alone(found: list[CaseForecast]) -> None:
    (alone,) = forecast_cases([case(QUICK[2])], Counting(runs=8, seed=5, threads=1))
    assert alone == found[2]


def test_progress_counts_every_run() -> None:
    told: list[int] = []
    list(forecast_cases([case(QUICK[0])], Counting(runs=3), told.append))
    assert sum(told) == 3


@pytest.mark.parametrize(("runs", "kept"), [(2, QUICK[:2]), (200, ())])
def test_what_is_interrupted_ends_with_the_cases_that_are_whole(runs: int, kept: tuple[str, ...]) -> None:
    done: list[int] = []

    def interrupt(more: int) -> None:
        done.append(more)
        if sum(done) > 2:
            raise KeyboardInterrupt

    few = list(forecast_cases([case(name) for name in QUICK], Counting(runs=runs, threads=1), interrupt))
    assert [forecast.case.id for forecast in few] == list(kept)

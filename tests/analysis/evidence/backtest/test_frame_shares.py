"""Are rates those of the development cases, and does the model's share count as met where it should?"""

from __future__ import annotations

import pytest

from analysis.estimates import Estimate
from analysis.evidence.backtest.case_forecasts import Counting
from analysis.evidence.backtest.frame_shares import FrameShare, frame_shares, held_against_history, unlike_shipped
from analysis.evidence.casebook.frames import FrameKind
from tests.analysis.evidence.backtest.made_up import even, forecasts, knowing
from tests.analysis.evidence.casebook.shipped_cases import development

KNOWN = {
    # counted by hand-made code when the cases were collected; without the two cut out by their end, and where open
    FrameKind.fame: {"in_person": 20 / 39, "agreement": 22 / 39, "mediation": 14 / 39},
    FrameKind.coercion: {"in_person": 0.43, "agreement": 0.46, "mediation": 0.41},
    FrameKind.random: {"voice": 0.15, "in_person": 0.15, "agreement": 0.60, "mediation": 0.50},
}


@pytest.fixture(scope="module")
def shares() -> dict[tuple[FrameKind, str], FrameShare]:
    return {(share.frame, share.what): share for share in frame_shares(forecasts(knowing))}


def test_rates_of_the_development_cases(shares: dict[tuple[FrameKind, str], FrameShare]) -> None:
    for kind, rates in KNOWN.items():
        for what, rate in rates.items():
            assert shares[kind, what].happened.value == pytest.approx(rate, abs=0.006), (kind, what)


def test_who_knows_all_meets_every_rate(shares: dict[tuple[FrameKind, str], FrameShare]) -> None:
    assert len(shares) == 3 * 10
    for share in shares.values():
        assert share.model == pytest.approx(share.happened.value)
        assert share.is_near


def test_base_rates_are_of_all_lists(shares: dict[tuple[FrameKind, str], FrameShare]) -> None:
    found = [shares[kind, "mediation"].base_rate for kind in (FrameKind.fame, FrameKind.random)]
    assert found == pytest.approx([0.42, 0.42], abs=0.02)


@pytest.mark.parametrize(
    ("model", "low", "high", "near"),
    [(0.34, 0.48, 0.52, False), (0.36, 0.48, 0.52, True), (0.34, 0.3, 0.7, True), (0.64, 0.5, 0.5, True)],
)
def test_near_is_in_the_interval_or_within_15_points(model: float, low: float, high: float, near: bool) -> None:
    assert FrameShare(FrameKind.fame, "voice", model, Estimate(0.5, low, high), 0.5).is_near is near


def test_episodes_of_shipped_cases_are_left_out() -> None:
    cases = development().cases
    left = {case.id for case in cases} - {case.id for case in unlike_shipped(cases)}
    assert {"us_china_2025_geneva", "us_china_2018_buenos_aires", "sadat_begin_1978_camp_david"} <= left
    assert {"trump_kim_2018_singapore", "trump_kim_2019_hanoi", "reagan_gorbachev_1986_reykjavik"} <= left
    assert not {"us_china_2019_osaka", "reagan_gorbachev_1985_geneva", "trump_carney_2025_dst"} & left


def test_shares_need_a_case_of_their_kind() -> None:
    fame = [forecast for forecast in forecasts(even) if forecast.case.selection_frame == "crisis"]
    assert {share.frame for share in frame_shares(fame)} == {FrameKind.fame}


@pytest.mark.nightly
def test_the_development_cases_can_be_held_against_history() -> None:
    found = held_against_history(Counting(runs=20))
    assert {share.frame for share in found} == {FrameKind.fame, FrameKind.coercion, FrameKind.random}
    assert all(0 <= share.model <= 1 for share in found)

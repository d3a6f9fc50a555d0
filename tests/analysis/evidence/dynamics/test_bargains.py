"""Are corners and perverse outside options found out?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from analysis.evidence.dynamics.bargains import ROWS
from tests.analysis.evidence.dynamics.acted import LUCKS, Acted, value, verdict

(D11,) = ROWS


def world(corners: float, gain: float = 0.1) -> Acted:
    """This part of settlements is at a corner; a better outside option brings a side so much of the rest."""

    def play(case: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
        own, other = (changes.get(f"leaders.{side}.outside_option", 0.3) for side in ("aldmark", "verenia"))
        usual = 0.5 + gain * (own - other) + 0.01 * np.sin(np.arange(LUCKS))
        shares = np.where(np.arange(LUCKS) < corners * LUCKS, 0.97, usual)
        return {"deal_day": 30, "settlement_canal": shares, "settlement_fish": shares}

    return Acted(play)


@pytest.mark.parametrize(("corners", "reached"), [(0.0, True), (0.4, True), (0.6, False)])
def test_corners(corners: float, reached: bool) -> None:
    found = D11.measure(world(corners))
    assert found.reached is reached
    assert value(found, "divisible issues", "all cases") == pytest.approx(corners)


@pytest.mark.parametrize(("gain", "reached"), [(0.1, True), (0.0, True), (-0.1, False)])
def test_a_better_outside_option(gain: float, reached: bool) -> None:
    found = D11.measure(world(0.0, gain))
    assert found.reached is reached
    assert value(found, "aldmark: own value of a deal, outside option 0.1 to 0.5") == pytest.approx(0.4 * gain)
    assert value(found, "verenia: own value of a deal, outside option 0.5 to 0.9") == pytest.approx(0.4 * gain)


def test_without_deals_nothing_is_judged() -> None:
    found = D11.measure(Acted.always({}))
    assert verdict(found, "divisible issues") is None
    assert verdict(found, "aldmark: own value") is None

"""Does a dated offer come alone, in windows of one length, and is what time does to it told right?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from analysis.evidence.dynamics.offers import CASE, DAYS, ROWS, SWITCHES, WINDOW, dated
from sim import load_scenario, vary
from tests.analysis.evidence.dynamics.acted import LUCKS, Acted, nothing, value

(D6B,) = ROWS


@pytest.mark.parametrize("day", DAYS)
def test_one_offer_and_a_window_after_it(day: int) -> None:
    scenario = load_scenario(CASE)
    for switch in SWITCHES.values():
        changed = vary(scenario, dated(scenario, day) | switch)
        (offer,) = changed.scheduled
        assert (offer.date - changed.start).days == day
        assert changed.horizon_days - day == WINDOW["days"]
        assert {float(host.reluctance) for host in changed.mediators.values()} == {1.0}


def world(gain: float) -> Acted:
    """So many more runs have talks and an agreement after the late offer; earlier truces do not count."""

    def play(case: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
        day = changes["horizon_days"] - WINDOW["days"]
        late = day == DAYS[1] and "weights.ripeness" not in changes
        some = np.arange(LUCKS) < LUCKS * (0.2 + gain * late)
        return {"rounds_held": some, "truce_day": np.where(some, day + 20, 5)}

    return Acted(play, [CASE])


@pytest.mark.parametrize("gain", [0.3, -0.1])
def test_what_wins_is_reported_and_not_judged(gain: float) -> None:
    found = D6B.measure(world(gain))
    assert found.reached is None
    for what in ("talks held", "agreement made"):
        assert value(found, f"both forces: {what}", CASE) == pytest.approx(gain)
        assert value(found, f"entrenchment alone: {what}", CASE) == 0


def test_without_the_case_nothing_is_said() -> None:
    assert not D6B.measure(Acted(nothing)).readings

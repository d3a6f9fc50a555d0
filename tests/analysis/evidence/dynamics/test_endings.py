"""Are sure ends, one door and unfelt ruptures found out?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from analysis.evidence.dynamics.endings import ROWS
from sim.vocabulary import levels
from sim.vocabulary.outcomes import OutcomeClass
from tests.analysis.evidence.dynamics.acted import LUCKS, Acted, half, value

D15, D16, D17 = ROWS
CODES = {word: word.code for word in OutcomeClass}


def ends(deals: int, blow_ups: int, silent: int) -> Acted:
    """So many of 200 runs end in each class, the rest without a deal."""
    codes = np.full(LUCKS, CODES[OutcomeClass.no_deal])
    codes[:deals] = CODES[OutcomeClass.deal]
    codes[deals : deals + blow_ups] = CODES[OutcomeClass.blow_up]
    codes[deals + blow_ups : deals + blow_ups + silent] = CODES[OutcomeClass.no_contact]
    return Acted.always({"outcome": codes})


@pytest.mark.parametrize(
    ("deals", "blow_ups", "silent", "reached"),
    [(100, 10, 10, True), (160, 10, 10, False), (100, 0, 10, False), (100, 10, 0, False)],
)
def test_an_end_that_is_too_sure_or_never_seen(deals: int, blow_ups: int, silent: int, reached: bool) -> None:
    assert D15.measure(ends(deals, blow_ups, silent)).reached is reached


@pytest.mark.parametrize(("never", "reached"), [(0.0, False), (0.3, True), (0.9, False)])
def test_silence_without_hosts(never: float, reached: bool) -> None:
    codes = np.repeat([0, 1, 2, 3, 4], LUCKS // 5)
    spoke = np.arange(LUCKS) >= never * LUCKS

    def play(case: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"outcome": codes, "first_voice_day": np.where(spoke | ("mediators" not in changes), 9, -1)}

    found = D15.measure(Acted(play, ["us-china-2025"]))
    assert found.reached is reached
    assert value(found, "never spoke", "us-china-2025") == pytest.approx(never)


@pytest.mark.parametrize(("met", "reached"), [(1.0, False), (0.5, True)])
def test_agreements_without_a_meeting(met: float, reached: bool) -> None:
    in_person = np.arange(LUCKS) < met * LUCKS
    told = {"outcome": CODES[OutcomeClass.truce], "agreed_at": levels.TALKS}
    told |= {"first_in_person_day": np.where(in_person, 5, -1)}
    found = D16.measure(Acted.always(told))
    assert found.reached is reached
    assert value(found, "agreements made elsewhere", "all cases") == 1


def test_a_truce_that_was_there_before_is_no_agreement_of_the_run() -> None:
    told = {"outcome": CODES[OutcomeClass.truce]}
    assert D16.measure(Acted.always(told)).readings[0].estimate.n == 0


@pytest.mark.parametrize(("after", "share"), [(29.0, 0.0), (31.0, 1.0), (-1.0, 1.0)])
def test_asking_soon_after_a_rupture(after: float, share: float) -> None:
    told = {"first_rupture_day": 20.0, "ask_after_rupture": 20 + after if after > 0 else -1.0}
    found = D17.measure(Acted.always(told))
    assert value(found, "no ask", "all cases") == share
    assert found.reached is (share == 1)


def test_a_rupture_near_the_end_tells_nothing_unless_somebody_asks() -> None:
    told = {"first_rupture_day": 110.0, "ask_after_rupture": np.where(half(), 112.0, -1.0), "end_day": 120.0}
    found = D17.measure(Acted.always(told))
    assert (value(found, "no ask", "all cases"), found.readings[-2].estimate.n) == (0, LUCKS // 2)

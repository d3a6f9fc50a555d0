"""Is a quiet start told from a hasty one, and from one that is never broken?"""

from __future__ import annotations

import numpy as np
import pytest

from analysis.evidence.dynamics.waiting import CASE, ROWS
from tests.analysis.evidence.dynamics.acted import LUCKS, Acted

(D5,) = ROWS


@pytest.mark.parametrize(("hasty", "reached"), [(1.0, False), (0.5, True), (0.1, False)])
def test_a_quiet_start(hasty: float, reached: bool) -> None:
    day = np.where(np.arange(LUCKS) < hasty * LUCKS, 13.9, -1)
    found = D5.measure(Acted.always({"first_ask_day": day}, [CASE]))
    assert found.reached is reached
    assert found.readings[0].estimate.value == pytest.approx(1 - hasty)


def test_the_fifteenth_day_is_not_in_two_weeks() -> None:
    assert D5.measure(Acted.always({"first_ask_day": 14.0}, [CASE])).readings[0].estimate.value == 1


def test_without_the_case_nothing_is_said() -> None:
    assert D5.measure(Acted.always({})).reached is None

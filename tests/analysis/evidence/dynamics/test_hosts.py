"""Are hosts who unlock told from hosts who do nothing, and from those who help most where no face is at stake?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from analysis.evidence.dynamics.hosts import ROWS
from tests.analysis.evidence.dynamics.acted import LUCKS, Acted, value, verdict

(D7,) = ROWS


def world(needy: float, proud: float, talks: float = 1.0) -> Acted:
    """With hosts, this part of runs with low and with high need for face come unstuck; without them none does."""

    def play(case: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
        hosted = "mediators" not in changes
        high = changes.get("leaders.aldmark.face_need", 0.5) > 0.5
        spoke = np.arange(LUCKS) < hosted * LUCKS * (proud if high else needy)
        return {
            "first_voice_day": np.where(spoke, 30, -1),
            "rounds_held": (np.arange(LUCKS) < talks * LUCKS) if hosted else 0,
        }

    return Acted(play)


def test_a_host_who_helps_more_where_face_is_needed() -> None:
    found = D7.measure(world(0.2, 0.6))
    assert found.reached
    assert value(found, "neither spoke nor agreed") == pytest.approx(0.2)
    assert value(found, "that gain") == pytest.approx(0.4)


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.0), (0.6, 0.2), (0.4, 0.4)])
def test_others_are_told_apart(low: float, high: float) -> None:
    assert not D7.measure(world(low, high)).reached


def test_a_case_without_talks_does_not_qualify() -> None:
    found = D7.measure(world(0.2, 0.6, talks=0.1))
    assert not found.reached
    assert verdict(found, "runs with talks") is None

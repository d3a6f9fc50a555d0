"""Is a world too busy or too silent found out, and the meeting that was set beforehand left out?"""

from __future__ import annotations

import pytest

from analysis.evidence.dynamics.tempo import ALIVE_CASE, MOST, ROWS
from tests.analysis.evidence.dynamics.acted import Acted, half, value, verdict

(D8,) = ROWS
CALM = {"calls_held": 1, "first_voice_day": 20, "first_voice_level": 5 - half()}


def test_a_calm_world_is_reached() -> None:
    found = D8.measure(Acted.always(CALM, [ALIVE_CASE]))
    assert found.reached
    assert value(found, "of runs with voice", ALIVE_CASE) == 0.5


@pytest.mark.parametrize("event", ["calls_held", "asks", "summits_held", "rounds_held", "events_envoy_sent",
                                   "events_court_partners", "events_mediator_invited"])  # fmt: skip
def test_too_much_of_anything_is_not(event: str) -> None:
    assert not D8.measure(Acted.always({event: max(MOST.values()) + 1})).reached


def test_silence_and_calls_alone_are_not_either() -> None:
    assert not D8.measure(Acted.always(CALM | {"calls_held": 0.2}, [ALIVE_CASE])).reached
    assert not D8.measure(Acted.always(CALM | {"first_voice_level": 4}, [ALIVE_CASE])).reached


def test_a_meeting_set_before_the_first_day_is_not_counted() -> None:
    found = D8.measure(Acted.always({"summits_held": 2, "opening_summit_held": 1}))
    assert value(found, "summits held") == 1
    assert verdict(found, "summits held") is True
    assert verdict(found, "escalations") is None

"""Is what may be so on the first day explained, bounded and closed, and absent unless it is said?"""

from __future__ import annotations

from sim.scenario.at_start import AtStart, EarlierContact, Touch, TruceInForce
from sim.vocabulary import levels
from tests.sim.scenario.parts import check_part


def test_fields() -> None:
    check_part(AtStart)
    check_part(EarlierContact, date="2024-12-01", level="call")
    check_part(TruceInForce, since="2024-12-01", until="2025-06-01", suspended={"us": 10, "china": 0})


def test_nothing_is_so_unless_it_is_said() -> None:
    at_start = AtStart()
    assert (at_start.contact, at_start.truce, at_start.meeting_on) == (None, None, None)


def test_leaders_are_in_touch_at_levels_that_the_world_knows() -> None:
    assert set(Touch) < set(levels.WORDS) - {"", "envoy", "talks"}

"""First contacts, decisive events and who asked come before everything else."""

from __future__ import annotations

import pytest

from sim.narrative.turning_points import turning_points
from tests.sim.sample import event


@pytest.mark.parametrize(
    ("kind", "level"), [("request_accepted", "letter"), ("call_held", "call"), ("summit_held", "summit")]
)
def test_the_first_contact_of_each_level_is_told_without_room(kind: str, level: str) -> None:
    log = [event(n, float(n), kind, level=level) for n in range(3)]
    assert 0 in {entry.event for entry in turning_points(log, 0)}


def test_room_is_spread_over_the_run() -> None:
    log = [event(n, float(n), "envoy_appointed", actor="us") for n in range(100)]
    told = [entry.event for entry in turning_points(log, 5)]
    assert told == [0, 20, 40, 60, 80]


def test_what_has_no_rank_is_left_to_the_sums() -> None:
    assert turning_points([event(0, 1.0, "court_partners", actor="us")], 10) == []

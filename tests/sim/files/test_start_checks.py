"""Is a start state refused, at its own line, when its dates or points cannot be so on the first day?"""

from __future__ import annotations

import copy
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.files import ScenarioError, load_scenario, scenario_from
from tests.sim.scenario.test_scenario import SMALL

START = dt.date(2025, 1, 1)
OSLO = {"name": "Oslo", "acceptability": {"us": 1, "china": 1}}
IN_FORCE = {"since": "2024-12-01", "until": "2025-03-01", "suspended": {"us": 10, "china": 20}}
NEAR = st.integers(-3, 3).map(lambda days: START + dt.timedelta(days=days))


def truce(**changed: Any) -> dict[str, Any]:
    return {"at_start": {"truce": IN_FORCE | changed}}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (truce(suspended={"us": 10}), "suspended.china is missing; both sides must be named"),
        (truce(suspended={"us": 1, "chin": 1, "china": 1}), "unknown side 'chin' in at_start.truce.suspended"),
        (truce(suspended={"us": 50.5, "china": 0}), "on top of 50 points in force; allowed: up to 50, the room below"),
        ({"at_start": {"truce": {"since": "2024-12-01"}}}, "until"),
        ({"at_start": {"contact": {"date": "2024-12-01"}}}, "level"),
        ({"at_start": {"contact": {"date": "2024-12-01", "level": "envoy"}}}, "letter, call, summit"),
        ({"at_start": {"meting_on": "2025-02-01"}}, "did you mean 'meeting_on'?"),
    ],
)
def test_faults(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        scenario_from(SMALL | change)
    assert said in str(raised.value)


def stands(change: dict[str, Any]) -> bool:
    try:
        scenario_from(SMALL | change)
    except ScenarioError:
        return False
    return True


@given(NEAR)
def test_pasts_lie_before_the_start_and_what_is_to_come_after_it(day: dt.date) -> None:
    contact = {"at_start": {"contact": {"date": day, "level": "call"}}}
    failed = {"mediators": {"oslo": OSLO | {"failed_on": day}}}
    assert stands(contact) == (day < START)
    assert stands(failed) == stands(truce(since=day)) == (day <= START)
    assert stands(truce(until=day)) == (day > START)
    assert stands({"at_start": {"meeting_on": day}}) == (day > START)


@given(st.floats(0, 1000), st.floats(0, 100), st.floats(1, 1000))
def test_points_in_force_and_suspended_fit_below_the_ceiling(suspended: float, points: float, ceiling: float) -> None:
    if points > ceiling:
        return
    us = {"name": "One", "pressure": {"points": points, "ceiling": ceiling, "rung": 0.5}}
    leaders = {"leaders": {"us": us, "china": {"name": "Two"}}}
    assert stands(leaders | truce(suspended={"us": suspended, "china": 0})) == (points + suspended <= ceiling)


def test_a_fault_is_told_at_its_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("extends: two-leaders\nname: mine\nat_start:\n  meeting_on: 2023-01-01\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"mine.yaml:4:15: at_start.meeting_on is 2023-01-01"):
        load_scenario(file)


def test_null_takes_a_start_state_of_the_base_away(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("extends: us-china-2018\nname: mine\nat_start: {contact: null}\n", encoding="utf-8")
    assert load_scenario(file).at_start.contact is None


@given(st.floats(1, 900), st.floats(0, 1))
def test_points_may_fill_the_room_below_the_ceiling_to_the_last_bit(ceiling: float, share: float) -> None:
    """``points + (ceiling - points)`` may come out a bit above the ceiling: 0.1 + 0.2 is more than 0.3."""
    points = ceiling * share
    leaders = copy.deepcopy(SMALL["leaders"])
    leaders["us"]["pressure"] = {"points": points, "ceiling": ceiling, "rung": 1}
    room = ceiling - points
    assert stands({"leaders": leaders} | truce(suspended={"us": room, "china": 0}))
    assert not stands({"leaders": leaders} | truce(suspended={"us": room + 1e-6, "china": 0}))

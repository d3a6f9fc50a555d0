"""A note says of a file what the rules would find: no deal is possible, or a meeting is never reached."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.files import load_scenario, vary
from sim.files.plain_nodes import node_of
from sim.files.problems import Findings, Spot
from sim.files.scenario_reading import scenario_of
from sim.rules.meet.stakes import lines_cross
from tests.sim.rules.meet.pies import table
from tests.sim.scenario.test_scenario import SMALL

LINES = st.sampled_from([0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0])


def notes_of(content: dict[str, Any]) -> list[str]:
    findings = Findings()
    scenario_of(node_of(content, Spot("small"), findings), findings)
    return [note.message for note in findings.notes]


@given(LINES, LINES, st.booleans())
def test_a_note_stands_just_where_the_rules_find_that_lines_cross(us: float, china: float, divisible: bool) -> None:
    issue = {"weight": {"us": 1, "china": 1}, "divisible": divisible, "red_line": {"us": us, "china": china}}
    told = notes_of(SMALL | {"issues": {"fish": issue}})
    world = table([(1, 1)], indivisible=() if divisible else (0,), lines={0: (us, china)})
    assert bool(told) == lines_cross(world)
    assert all("issues.fish.red_line" in note and "no deal" in note for note in told)


@given(st.integers(1, 120), st.integers(1, 100))
def test_a_meeting_after_the_last_day_is_noted(day: int, horizon: int) -> None:
    date = dt.date.fromisoformat(str(SMALL["start"])) + dt.timedelta(days=day)
    told = notes_of(SMALL | {"horizon_days": horizon, "at_start": {"meeting_on": date}})
    assert bool(told) == (day > horizon)


def test_notes_of_a_variant_are_those_of_what_it_makes() -> None:
    notes: list[Any] = []
    vary(load_scenario("two-leaders", notes), {"issues.fish.red_line": {"aldmark": 0.8, "verenia": 0.8}}, notes)
    (note,) = notes
    assert note.message.startswith("both sides have a red line in issues.fish.red_line, and they add up to 1.6")


@pytest.mark.parametrize("name", ["two-leaders", "us-dprk-2019"])
def test_shipped_scenarios_need_no_note(name: str) -> None:
    notes: list[Any] = []
    load_scenario(name, notes)
    assert notes == []

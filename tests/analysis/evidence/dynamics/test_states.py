"""Can every state be set in every case, and is one that moves nothing found out?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analysis.evidence.dynamics.states import ROWS, STATES
from sim import list_scenarios, load_scenario, vary
from tests.analysis.evidence.dynamics.acted import LUCKS, Acted, value

D18, D19 = ROWS


@pytest.mark.parametrize("case", list_scenarios())
def test_every_state_can_be_set_in_every_case(case: str) -> None:
    scenario = load_scenario(case)
    for change in STATES.values():
        assert vary(scenario, change(scenario)) != scenario


ROOT = Path(__file__).parents[4]


def world(*moving: str) -> Acted:
    """In these states every fifth run has an ask that it would not have had."""

    def play(case: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
        moved = any(changes.get(path) is not None for path in moving)
        return {"first_ask_day": np.where(np.arange(LUCKS) < LUCKS * (0.2 + 0.2 * moved), 9, -1)}

    return Acted(play)


def test_the_property_test_that_is_named_is_there() -> None:
    finding = D18.measure(world())
    (named,) = [word.strip(",") for word in finding.told.split() if word.startswith("tests/")]
    assert (ROOT / named).is_file()


PATHS = ("at_start.truce", "at_start.contact", "at_start.meeting_on", "mediators.sorrel.failed_on")


def test_states_that_move_the_month() -> None:
    found = D19.measure(world(*PATHS))
    assert found.reached
    assert value(found, "a truce in force: asked") == pytest.approx(0.2)


@pytest.mark.parametrize("left_out", PATHS)
def test_each_state_must_move_it(left_out: str) -> None:
    assert not D19.measure(world(*(path for path in PATHS if path != left_out))).reached

"""Is the course under standing pressure one in which nothing but pressure happens, and is a fall found out?"""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from analysis.evidence.dynamics import pressing
from analysis.evidence.dynamics.pressing import LEVELS, Course, course, held_still, hold, is_pressed, waiting_hurts
from sim import list_scenarios, load_scenario, vary
from tests.analysis.evidence.dynamics.acted import Acted, nothing, value, verdict


@pytest.mark.parametrize("case", list_scenarios())
@pytest.mark.parametrize("pressure", LEVELS)
def test_every_case_can_be_held_still(case: str, pressure: str) -> None:
    scenario = load_scenario(case)
    still = vary(scenario, held_still(scenario, LEVELS[pressure]))
    assert is_pressed(still)
    assert (still.mediators, still.at_start.meeting_on, still.scheduled) == ({}, None, ())
    part = LEVELS[pressure]
    for side, leader in still.leaders.items():
        usual = scenario.leaders[side].pressure
        assert float(leader.pressure.points) == (
            float(usual.points) if part is None else pytest.approx(part * float(usual.ceiling))
        )


def test_holding_is_holding() -> None:
    assert hold(SimpleNamespace(kind="turn")) == "hold"
    assert hold(SimpleNamespace(kind="answer")) == "decline"


def test_a_course_is_a_year_of_standing_pressure() -> None:
    found = course("two-leaders", "half of them")
    assert (found.days[0], found.days[-1]) == (0, 365)
    assert set(found.columns["verenia.pressure"]) == {50}
    assert "date" not in found.columns


def line(values: tuple[float, float, float], pain: float) -> dict[str, np.ndarray]:
    """Columns of a course of three days with this tension and one day of falling pain of Aldmark."""
    pains = np.array([0.3, 0.3 - pain, 0.4])
    columns = {f"{side}.{name}": pains for side in ("aldmark", "verenia") for name in ("pain",)}
    return columns | {
        "tension": np.array(values),
        "aldmark.pressure": np.full(3, 50.0),
        "verenia.pressure": np.full(3, 50.0),
    }


@pytest.mark.parametrize(
    ("ends", "pain", "reached"),
    [
        ((0.8, 0.6, 0.4), 0, True),
        ((0.8, 0.6, 0.4), 0.1, False),
        ((0.6, 0.5, 0.4), 0, False),
        ((0.8, 0.4, 0.6), 0, False),
    ],
)
def test_relief_and_a_tension_out_of_range(
    ends: tuple[float, float, float], pain: float, reached: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    tension = dict(zip(LEVELS, (*ends, 0.1), strict=True))

    def acted(case: str, pressure: str) -> Course:
        return Course(case, pressure, np.arange(3), line((0.0, 0.0, tension[pressure]), pain))

    monkeypatch.setattr(pressing, "course", acted)
    found = waiting_hurts(Acted(nothing))
    assert found.reached is reached
    assert value(found, "tension after a year") == ends[0]
    assert verdict(found, "largest fall" if pain else "nothing falls") is (pain == 0)


def test_a_side_that_suffers_no_pressure_may_feel_better(monkeypatch: pytest.MonkeyPatch) -> None:
    def acted(case: str, pressure: str) -> Course:
        columns = line((0.8, 0.8, 0.8), 0.1) | {f"{side}.pressure": np.zeros(3) for side in ("aldmark", "verenia")}
        return Course(case, pressure, np.arange(3), columns)

    monkeypatch.setattr(pressing, "course", acted)
    assert verdict(waiting_hurts(Acted(nothing)), "nothing falls") is True

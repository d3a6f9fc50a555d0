"""Is an ensemble told within 80 columns, whatever it holds and whatever letters the terminal knows?"""

from __future__ import annotations

import pytest
from hypothesis import given

from analysis.documents.ensemble_lines import at, heading, horizontal, percent, told
from sim.files import list_scenarios, load_scenario
from sim.scenario import Scenario
from tests.analysis.estimates.examples import found_in
from tests.generate import few, scenarios


@pytest.mark.parametrize("name", list_scenarios())
def test_shipped_scenarios_fit(name: str) -> None:
    scenario = load_scenario(name)
    found = found_in(scenario)
    lines = [*heading(found, scenario), *told(found, scenario)]
    assert not [line for line in lines if len(line) > 80]
    assert "stopped early: 60 of 120 runs" in " ".join(lines[:3])
    for part in ("How it ends", "Who asks first", "Which mediator", "Worst market fall", "by day (Kaplan-Meier)"):
        assert any(part in line for line in lines), part


@few
@given(scenario=scenarios(8))
def test_any_scenario_is_told(scenario: Scenario) -> None:
    lines = list(told(found_in(scenario, 4), scenario, ascii_only=True))
    names = [
        scenario.title,
        *(m.name for m in scenario.mediators.values()),
        *(i.name for i in scenario.issues.values()),
    ]
    plain = all(name.isascii() and name.isprintable() for name in names)
    assert not plain or not [line for line in lines if len(line) > 80 and line.isascii()]


def test_bars_are_as_long_as_their_share() -> None:
    assert horizontal(0.5, 10, ascii_only=True) == "#####"
    assert horizontal(0.5, 10, ascii_only=False) == "█████"
    assert horizontal(1.0, 10, ascii_only=False) == "█" * 10
    assert horizontal(0.0, 10, ascii_only=False) == ""
    assert horizontal(1 / 80, 10, ascii_only=False) == "▏"
    assert horizontal(float("nan"), 10, ascii_only=True) == ""


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.0, "0.0%"), (1.0, "100.0%"), (0.5, "50.0%"), (0.0004, "0.04%"), (0.9996, "99.96%"), (float("nan"), "-")],
)
def test_shares_near_the_ends_have_more_digits(share: float, said: str) -> None:
    assert percent(share) == said


def test_the_curve_is_read_as_steps() -> None:
    curve = {"day": [0.0, 2.0, 5.0], "reached": [0.0, 0.4, 0.9]}
    assert [at(curve, "reached", day) for day in (0, 1.9, 2, 4.9, 5, 99)] == [0.0, 0.0, 0.4, 0.4, 0.9, 0.9]

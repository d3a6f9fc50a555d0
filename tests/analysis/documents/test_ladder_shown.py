"""The ladders of a run are its record: every level from the day on which it is reached; the title says what came."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.documents.ladder_shown import TURNS, ladder_figure, ladder_finding, level_changes
from analysis.documents.reaching_marks import TOGETHER
from analysis.documents.run_figures import side_names
from analysis.figures.figure import Reach, selected
from sim import run_one
from sim.files.shipped import list_scenarios
from sim.narrative.cast import Cast
from sim.results.record_rows import events
from sim.results.trajectory import Trajectory
from sim.scenario import Scenario
from tests.generate import few, scenarios
from tests.sim.sample import sample_scenario, sample_steps, sample_trajectory


def level_on(run: Trajectory, name: str, day: float) -> float:
    """What the figure says of a side on a day."""
    table = level_changes(run)
    rows = zip(*(selected(table, column, {"side": name}) for column in ("day", "level")), strict=True)
    return [level for since, level in rows if since <= day][-1]


@few
@given(scenarios(20), st.integers(0, 2**32 - 1))
def test_levels_are_those_of_the_record(scenario: Scenario, number: int) -> None:
    run = run_one(scenario, 3, number)
    steps = run.columns["steps"]
    for side, name in side_names(Cast(scenario)).items():
        for day, level in zip(steps["day"], steps[f"{side}.pressure"], strict=True):
            assert level_on(run, name, day) == level
    figure = ladder_figure(run)
    assert figure.last == steps["day"][-1]
    assert list(figure.rungs) == list(side_names(Cast(scenario)).values())


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(list_scenarios()), st.integers(0, 40))
@example("us-china-2025", 3)
def test_the_title_says_how_high_both_stood_and_what_came(case: str, number: int) -> None:
    run = run_one(case, run=number)
    steps, said = run.columns["steps"], ladder_finding(run)
    turn = next((event for event in events(run) if event.kind in TURNS), None)
    until = turn.day if turn else steps["day"][-1]
    for side in run.scenario.leaders:
        highest = max(level for day, level in zip(steps["day"], steps[f"{side}.pressure"], strict=True) if day < until)
        assert f"{highest:.0f}" in said
    assert f"{int(until)} days" in said
    assert ("days before the" in said) == (turn is not None), "no reader takes these for the highest of the whole run"
    assert ("no truce and no deal" in said) == (turn is None)
    marks = ladder_figure(run).marks
    assert set(marks["form"]) <= {Reach.asks, Reach.met, Reach.agreed, Reach.breaks}
    assert set(marks["lane"]) <= {*ladder_figure(run).lanes, TOGETHER}


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ((20.0, 20.0), "stood at 145 (China) and 20 points (United States) for 40 days; no truce and no deal"),
        ((20.0, 30.0), "reached 145 (China) and 30 points (United States); 40 days brought no truce and no deal"),
        ((145.0, 145.0), "stood at 145 points on both sides for 40 days; no truce and no deal"),
    ],
)
def test_what_never_moved_stood(levels: tuple[float, float], said: str) -> None:
    steps = sample_steps(sample_scenario(), 41)
    steps["cn.pressure"] = [145.0] * 41
    steps["us.pressure"] = [levels[0]] * 20 + [levels[1]] * 21
    found = ladder_finding(
        sample_trajectory(steps=steps, events={name: [] for name in sample_trajectory().columns["events"]})
    )
    assert found == f"Tariffs {said}"

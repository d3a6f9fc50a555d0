"""The course of a run is its record: every step of it, or evenly thinned; truces from their first day to their last."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from analysis.documents.run_figures import (
    MOST_STEPS,
    kept_steps,
    report_course,
    run_course,
    side_names,
    truce_spans,
)
from analysis.figures.figure import distinct, selected
from sim.narrative.cast import Cast
from sim.results.trajectory import Trajectory
from tests.sim.sample import sample_scenario, sample_steps, sample_trajectory


def course_of(days: int, truce: Sequence[int] = ()) -> Trajectory:
    steps = sample_steps(sample_scenario(), days)
    steps["truce"] = list(truce) or [0] * days
    return sample_trajectory(steps=steps)


def test_both_sides_are_shown_step_by_step() -> None:
    record = sample_trajectory()
    figure = run_course(record)
    assert figure.start == record.scenario.start.isoformat()
    assert distinct(figure.series["panel"]) == ["Tariffs in points", "Fall of the market from its peak"]
    china = selected(figure.series, "value", {"side": "China", "panel": "Fall of the market from its peak"})
    assert china == list(record.columns["steps"]["cn.drawdown"])


def test_a_report_shows_at_most_so_many_steps() -> None:
    assert kept_steps(sample_trajectory()) == list(range(41))
    kept = kept_steps(course_of(3651))
    assert len(kept) == MOST_STEPS
    assert (kept[0], kept[-1]) == (0, 3650)
    figure = report_course(sample_trajectory(), ["drawdown", "approval"], "How?")
    (falls,) = figure.falls
    worst = max(selected(figure.series, "value", {"panel": falls, "side": "United States"}))
    assert worst == max(sample_trajectory().columns["steps"]["us.drawdown"])
    assert [*figure.falls, *figure.parts] == distinct(figure.series["panel"])
    assert figure.start == sample_trajectory().scenario.start.isoformat()


@given(st.lists(st.integers(0, 1), min_size=1, max_size=40))
def test_truces_are_the_days_in_which_one_held(truce: list[int]) -> None:
    record = course_of(len(truce), truce)
    spans = list(zip(*truce_spans(record).values(), strict=True))
    held = [int(any(start <= day <= end for start, end in spans)) for day in record.columns["steps"]["day"]]
    assert held == truce
    assert spans == sorted(spans)


def test_two_countries_of_one_name_are_told_apart() -> None:
    leaders = {s: leader.model_copy(update={"country": "Utopia"}) for s, leader in sample_scenario().leaders.items()}
    scenario = sample_scenario().model_copy(update={"leaders": leaders})
    assert side_names(Cast(scenario)) == {"cn": "Utopia (cn)", "us": "Utopia (us)"}
    figure = run_course(sample_trajectory(scenario=scenario))
    assert len(distinct(figure.series["side"])) == 2

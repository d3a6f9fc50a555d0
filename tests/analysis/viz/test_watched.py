"""The watched model: sliders shift traits within bounds, the rest stays, and a run that is over stays over."""

from __future__ import annotations

import inspect

import pytest

from analysis.viz.watched import FIRST_CASE, Watched, latest, parameters, seats, shifted, standing
from sim import load_scenario, run_one
from sim.narrative.case_words import PLAIN
from sim.vocabulary.outcomes import HEADING


def test_without_shifts_it_is_the_run_of_the_command_line() -> None:
    model = Watched("us-ukraine-2025", run=2)
    model.run_model()
    assert model.trajectory().equals(run_one("us-ukraine-2025", run=2))


def test_sliders_shift_and_stay_within_bounds() -> None:
    base = load_scenario(FIRST_CASE)
    first, second = sorted(base.leaders)
    found = shifted(base, {"first_ego": 0.2, "second_caution": -1.0, "second_ego": 0.0})
    assert found.leaders[first].ego == pytest.approx(min(1.0, base.leaders[first].ego + 0.2))
    assert found.leaders[second].caution == 0.0
    assert found.leaders[second].ego == base.leaders[second].ego
    assert shifted(base, {}) is base


def test_an_unknown_slider_is_refused() -> None:
    with pytest.raises(ValueError, match="no slider 'third_ego'"):
        Watched(third_ego=0.1)


def test_steps_after_the_end_change_nothing() -> None:
    model = Watched("us-ukraine-2025")
    while not model.finished:
        model.step()
    before = model.trajectory()
    model.step()
    assert model.trajectory().equals(before)
    stands = model.trajectory().outcome.outcome_class
    assert f"over. {HEADING}: {PLAIN.fill(stands.ending)}." in standing(model)


def test_what_happened_is_told_newest_first() -> None:
    model = Watched()
    assert latest(model) == []
    assert "not been in contact" in standing(model)
    for _ in range(40):
        model.step()
    told = latest(model, 5)
    assert len(told) == 5
    assert told == sorted(told, key=lambda line: line[:10], reverse=True)


def test_every_control_is_a_parameter_that_the_model_takes() -> None:
    offered = parameters()
    assert len(offered) == 10
    model = Watched(**{name: control["value"] for name, control in offered.items()})
    assert model.scenario == load_scenario(FIRST_CASE)
    assert "kwargs" in inspect.signature(Watched.__init__).parameters  # the only name that SolaraViz lets pass


def test_the_page_says_whom_the_sliders_call_first_and_second() -> None:
    told = seats(Watched())
    assert told == "First leader: Marta Oslin (Aldmark); second leader: Teodor Vask (Verenia)."

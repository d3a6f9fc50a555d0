"""A decision against its rival: the parts add up to the difference in utility, on paper and on a terminal alike."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.documents.rivals import MOST_PARTS, REST, contest, difference_parts, waterfall_figure
from sim import run_one
from sim.narrative.cast import Cast
from sim.narrative.reasons import motive
from sim.results.record_rows import decisions
from sim.scenario import Scenario
from tests.generate import few, scenarios
from tests.sim.sample import sample_trajectory


@few
@given(scenarios(20), st.integers(0, 2**32 - 1))
def test_parts_add_up_to_the_difference_in_utility(scenario: Scenario, number: int) -> None:
    run = run_one(scenario, 3, number)
    for decision in decisions(run)[::5]:
        found, figure = contest(run, decision), waterfall_figure(run, decision, "Why?")
        if found is None or figure is None:
            assert figure is None and len(decision.options) == 1
            continue
        lead = found.chosen.utility - found.rival.utility
        table = figure.parts
        assert abs(table["end"][-1] - lead) < 1e-9
        assert abs(math.fsum(table["difference"]) - lead) < 1e-9
        assert table["start"] == [0.0, *table["end"][:-1]]
        assert len(table["part"]) <= MOST_PARTS
        assert found.chosen.name == decision.chosen.name


@few
@given(scenarios(20), st.integers(0, 2**32 - 1), st.integers(2, 14))
def test_what_is_left_over_is_one_part(scenario: Scenario, number: int, most: int) -> None:
    run = run_one(scenario, 3, number)
    for decision in decisions(run)[::9]:
        found = contest(run, decision)
        if found is None:
            continue
        parts = difference_parts(found.chosen, found.rival, Cast(scenario), most)
        assert len(parts) <= most
        names = [part.name for part in parts]
        assert len(names) == len({*names})
        assert REST not in names[:-1]
        shown = [part.difference for part in parts if part.name != REST]
        assert shown == sorted(shown, key=lambda value: (value < 0, -abs(value)))


@pytest.mark.parametrize("place", [1, 2])
def test_the_rival_is_the_one_that_the_story_tells_of(place: int) -> None:
    run = sample_trajectory()
    decision = decisions(run)[place]
    found = contest(run, decision)
    assert found is not None
    assert found.rival.name == motive(decision, Cast(run.scenario)).rival

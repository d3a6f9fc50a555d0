"""May an act that the case forbids never be done, while all else goes on under the same luck, in both engines?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim import load_scenario, run_many, run_one, vary
from sim.engines.plain.confrontation import Confrontation
from sim.results.trajectory import Trajectory
from sim.scenario import Scenario
from sim.vocabulary.actions import WORDS
from tests.generate import scenarios

ACTS = WORDS[1:]
"""What may be forbidden: waiting may not."""


def without(scenario: Scenario, acts: set[str]) -> Scenario:
    return vary(scenario, {"actions": dict.fromkeys(acts, "off")})


def taken(record: Trajectory) -> set[str]:
    """Every option that was weighed in a move."""
    columns = record.columns["decisions"]
    return {name for name, kind in zip(columns["option"], columns["kind"], strict=True) if kind == "turn"}


@settings(max_examples=15, deadline=None)
@given(scenario=scenarios(30), acts=st.sets(st.sampled_from(ACTS)), run=st.integers(0, 5))
def test_a_forbidden_act_is_no_option_of_anybody(scenario: Scenario, acts: set[str], run: int) -> None:
    assert not taken(run_one(without(scenario, acts), seed=1, run=run)) & acts


@settings(max_examples=10, deadline=None)
@given(scenario=scenarios(30), run=st.integers(0, 5))
def test_forbidding_nothing_is_saying_nothing(scenario: Scenario, run: int) -> None:
    silent = run_one(without(scenario, set()), seed=1, run=run)
    spoken = run_one(vary(scenario, {"actions": dict.fromkeys(WORDS, "on")}), seed=1, run=run)
    assert str(spoken.columns) == str(silent.columns), "nan is no equal of itself, its text is"


def test_the_run_is_the_same_until_the_act_would_have_been_weighed() -> None:
    """Same luck: what comes before the first decision at which the act was possible is equal to the bit."""
    scenario = load_scenario("two-leaders")
    free, bound = (run_one(case, seed=3) for case in (scenario, without(scenario, {"court_partners"})))
    first = next(iter(free.columns["decisions"]["day"]))
    assert bound.columns["steps"]["day"][0] == 0.0 <= first
    one, other = (record.columns["steps"] for record in (free, bound))
    before = [row for row, day in enumerate(one["day"]) if day < first]
    assert all([one[name][row] for row in before] == [other[name][row] for row in before] for name in one)
    assert "court_partners" in taken(free)


def test_with_everything_forbidden_both_wait() -> None:
    record = run_one(without(load_scenario("two-leaders"), set(ACTS)), seed=3)
    assert taken(record) == {"hold"}


@pytest.mark.parametrize("acts", [{"court_partners"}, {"escalate", "ease", "rally"}, set(ACTS)])
def test_both_engines_agree_to_the_bit(acts: set[str]) -> None:
    scenario = without(load_scenario("two-leaders"), acts)
    table = run_many(scenario, runs=4, seed=3, parameters="central").table()
    for run in range(4):
        one = run_one(scenario, seed=3, run=run).outcome
        assert str(one.outcome_class) == table["outcome"][run]
        for side in scenario.leaders:
            assert one.trough[side] == table[f"trough_{side}"][run]


def test_nobody_is_offered_what_is_forbidden() -> None:
    confrontation = Confrontation(without(load_scenario("two-leaders"), {"signal", "send_envoy"}), seed=1)
    assert not {"signal", "send_envoy"} & set(confrontation.legal_actions("verenia"))
    assert {"hold", "rally"} <= set(confrontation.legal_actions("verenia"))

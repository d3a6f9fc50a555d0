"""Are exactly the uncertain numbers drawn, each under the key of its own path?"""

from __future__ import annotations

from hypothesis import given, settings

from sim.files import vary
from sim.luck import actor_key
from sim.scenario import Scenario
from sim.state.drawn import drawn_numbers
from sim.state.opening import Place, open_scenario
from tests.generate import scenarios
from tests.sim.rules.worlds import PLAIN


@settings(max_examples=30)
@given(scenarios(30))
def test_every_uncertain_number_that_a_run_reads_is_listed_once(scenario: Scenario) -> None:
    opening = open_scenario(scenario)
    listed = drawn_numbers(scenario, opening)
    paths = sorted(path for path in scenario.distributions if path in opening.places)
    assert [drawn.key for drawn in listed] == [actor_key(path) for path in paths]
    assert [drawn.place for drawn in listed] == [opening.places[path] for path in paths]


def test_an_uncertain_trait_worked_example() -> None:
    scenario = vary(PLAIN, {"leaders.west.ego": {"distribution": "uniform", "low": 0.2, "high": 0.6}})
    (drawn,) = drawn_numbers(scenario, open_scenario(scenario))
    assert drawn.place == Place("leaders", 1, "ego", 0)
    assert drawn.numbers[:2] == (0.2, 0.6)
    assert drawn.choices == (0.0, 1.0)


def test_a_choice_carries_its_values_and_cumulative_chances() -> None:
    spread = {"distribution": "choice", "values": [0.1, 0.5], "weights": [1, 3]}
    scenario = vary(PLAIN, {"leaders.west.ego": spread})
    (drawn,) = drawn_numbers(scenario, open_scenario(scenario))
    assert drawn.choices == (0.1, 0.5, 0.25, 1.0)

"""Are all numbers of a scenario listed once, with value, bounds and meaning?"""

from __future__ import annotations

from hypothesis import given

from sim.files import load_scenario
from sim.files.numeric import numeric_fields
from sim.scenario import Scenario
from tests.generate import few, scenarios


@few
@given(scenarios())
def test_values_lie_within_bounds_and_paths_are_unique(scenario: Scenario) -> None:
    fields = numeric_fields(scenario)
    assert len({field.path for field in fields}) == len(fields)
    for field in fields:
        assert field.low <= field.value <= field.high
        assert field.unit
        assert field.meaning
    assert set(scenario.distributions) <= {field.path for field in fields}


def test_what_is_listed() -> None:
    fields = {field.path: field for field in numeric_fields(load_scenario("two-leaders"))}
    assert fields["leaders.verenia.ego"].value == 0.85
    assert fields["leaders.verenia.ego"].given
    assert not fields["leaders.verenia.beliefs.bias.ego"].given
    assert {"weights.stakes", "mediators.sorrel.acceptability.verenia", "truce.cut"} <= set(fields)
    assert not {"horizon_days", "clock.step_days", "climbdown"} & set(fields)

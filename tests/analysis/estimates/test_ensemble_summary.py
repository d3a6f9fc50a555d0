"""Is everything that is promised to programs there, as plain numbers?"""

from __future__ import annotations

import json

from hypothesis import given

from analysis.cli.printing import nulled
from analysis.estimates import OUTCOMES
from sim.files import load_scenario
from sim.scenario import Scenario
from tests.analysis.estimates.examples import found_in
from tests.generate import few, scenarios


def test_what_is_promised_is_there() -> None:
    found = found_in(load_scenario("us-china-2025"))
    assert set(found["outcomes"]) == set(OUTCOMES)
    assert all({"share", "low", "high"} <= set(share) for share in found["outcomes"].values())
    assert sum(share["runs"] for share in found["outcomes"].values()) == found["runs"]
    assert {"share", "low", "high", "median_day", "curve", "asked_by", "levels"} <= set(found["first_contact"])
    assert "nobody" in found["mediators"]
    assert found["settlements_go_to"] == "china"


@few
@given(scenario=scenarios(8))
def test_any_scenario_can_be_summed_up_as_json(scenario: Scenario) -> None:
    text = json.dumps(nulled(found_in(scenario, 5)), allow_nan=False)
    found = json.loads(text)
    assert found["first_contact"]["curve"]["day"][0] == 0.0
    for name in ("outcomes", "mediators", "ever"):
        for share in found[name].values():
            assert 0 <= share["low"] <= share["share"] <= share["high"] <= 1

"""Does every complaint name the place, what is wrong, what is allowed, and the word that was meant?"""

from __future__ import annotations

from typing import Any

import pytest

from sim.files import ScenarioError, scenario_from
from tests.sim.scenario.test_scenario import SMALL


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"dyad": {"raport": 1}},
            "unknown key 'raport' in dyad; allowed: groundwork, rapport, tension; did you mean 'rapport'?",
        ),
        ({"dyad": {"cut": 1}}, "unknown key 'cut' in dyad"),
        ({"rapport": 1}, "did you mean 'dyad.rapport'?"),
        ({"dyad": {"rapport": 2}}, "dyad.rapport is 2; allowed: 0 (none or sour) to 1 (close)"),
        ({"dyad": {"rapport": "30 %"}}, "did you mean 0.3?"),
        ({"dyad": {"rapport": "0,3"}}, "did you mean 0.3?"),
        ({"dyad": {"rapport": "warm"}}, "must be a number, not the text 'warm'"),
        ({"dyad": []}, "dyad must be a block of fields, not a list"),
        ({"title": 3}, "title must be a text, not 3; put it in quotes"),
        ({"start": "soon"}, "write year-month-day"),
        ({"domain": "Trade"}, "did you mean 'trade'?"),
        ({"climbdown": 2}, "climbdown is 2; allowed: 1"),
        ({"issues": {}}, "issues has 0 entries; allowed: 1 to 10"),
        ({"sources": {"A Book": "x"}}, "'A Book' cannot be a name in sources"),
        ({"summit": {"signing_announced": 1}}, "must be true or false, not 1"),
    ],
)
def test_complaints(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        scenario_from(SMALL | change)
    assert said in str(raised.value)

"""Do switches take away what they say, in every shipped case?"""

from __future__ import annotations

import datetime as dt

import pytest

from analysis.evidence.dynamics.switches import alone, both, no_hosts, of_one, sides_of
from sim import list_scenarios, load_scenario, vary


@pytest.mark.parametrize("case", list_scenarios())
def test_two_leaders_alone_have_neither_hosts_nor_a_date(case: str) -> None:
    scenario = load_scenario(case)
    bare = vary(scenario, alone(scenario))
    assert not bare.mediators
    assert bare.at_start.meeting_on is None
    assert bare.leaders == scenario.leaders


def test_offers_of_hosts_go_with_them_and_other_news_stays() -> None:
    scenario = load_scenario("two-leaders")
    day = scenario.start + dt.timedelta(days=3)
    news = [{"date": day, "kind": "mediator_offer", "mediator": "sorrel"}, {"date": day, "kind": "goodwill",
             "side": "verenia", "size": 0.5}]  # fmt: skip
    changed = vary(scenario, {"scheduled": news})
    assert [item.kind for item in vary(changed, no_hosts(changed)).scheduled] == ["goodwill"]


def test_a_trait_is_set_in_both_or_in_one() -> None:
    scenario = load_scenario("two-leaders")
    assert sides_of(scenario) == ["aldmark", "verenia"]
    vain = vary(scenario, both(scenario, "ego", 0.25))
    assert [float(leader.ego) for leader in vain.leaders.values()] == [0.25, 0.25]
    one = vary(scenario, of_one("aldmark", {"ego": 0.25, "market.exposure": 0.5}))
    assert float(one.leaders["aldmark"].market.exposure) == 0.5
    assert one.leaders["verenia"] == scenario.leaders["verenia"]

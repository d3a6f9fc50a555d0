"""Does each agent own its state, under a stable path and a name on which nothing depends?"""

from __future__ import annotations

import gc
import weakref
from collections import Counter

from sim.engines.mesa import AdviserAgent, LeaderAgent, MarketAgent, MediatorAgent, NegotiationModel, PublicAgent
from sim.state.layout import COLLECTIONS
from tests.sim.rules.worlds import PLAIN


def test_every_actor_of_the_scenario_is_an_agent() -> None:
    model = NegotiationModel(PLAIN)
    kinds = Counter(type(agent) for agent in model.agents)
    assert kinds == {LeaderAgent: 2, PublicAgent: 2, MarketAgent: 2, AdviserAgent: 4, MediatorAgent: 2}
    paths = [agent.path for agent in model.agents]
    assert len(set(paths)) == len(paths)
    assert {"east", "east/public", "west/market", "west/advisers/dove", "mediators/oslo"} <= set(paths)


def test_agents_are_the_records_that_rules_work_on() -> None:
    model = NegotiationModel(PLAIN)
    leaders = list(model.agents_by_type[LeaderAgent])
    assert leaders == list(model.world.leaders)
    assert list(model.agents_by_type[MediatorAgent]) == list(model.world.mediators)
    assert [leader.name for leader in leaders] == ["Leader of east", "Leader of west"]


def test_a_state_is_a_copy_of_every_field() -> None:
    model = NegotiationModel(PLAIN)
    leader = model.world.leaders[0]
    state = leader.state()
    assert set(state) == {field.name for field in COLLECTIONS["leaders"]}
    state["recent"][1] = 0.9
    assert leader.recent[1] == 0


def test_a_leader_knows_what_is_possible() -> None:
    model = NegotiationModel(PLAIN)
    assert model.world.leaders[1].legal_actions() == model.legal_actions("west")


def test_a_model_that_nobody_holds_is_gone() -> None:
    model = NegotiationModel(PLAIN)
    assert sorted(agent.unique_id for agent in model.agents) == list(range(1, len(model.agents) + 1))
    held = weakref.ref(model)
    del model
    gc.collect()
    assert held() is None

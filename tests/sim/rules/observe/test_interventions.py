"""Do dated interventions enter on their day, once, and do what their kind says?"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sim.rules.observe.interventions import enter_scheduled
from sim.rules.step import observe
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary.codes import BY_SCHEDULE, NOBODY
from tests.sim.rules.worlds import PLAIN, kinds, put, world_of

DAY = PLAIN.start + dt.timedelta(days=3)


def scheduled(**entry: Any) -> World:
    world = world_of({"scheduled": [{"date": DAY, **entry}]})
    put(world, "dyad.0.now", 3.0)
    return world


def test_nothing_enters_before_its_day_and_nothing_twice() -> None:
    world = scheduled(kind="insult", side="east", size=0.5)
    put(world, "dyad.0.now", 2.0)
    enter_scheduled(world)
    assert kinds(world) == []
    for _ in range(2):
        put(world, "dyad.0.now", 3.0)
        enter_scheduled(world)
    assert kinds(world) == ["insult"]
    assert world.events[0].origin == BY_SCHEDULE


def test_a_market_shock_is_a_fall_of_its_size() -> None:
    world = scheduled(kind="market_shock", side="west", size=0.25)
    enter_scheduled(world)
    assert (world.markets[0].index, world.markets[1].index) == (0, -0.25)
    assert world.events[0].amount == 0.25
    assert (world.events[0].actor, world.events[0].target) == (1, NOBODY)


def test_an_insult_angers_and_goodwill_soothes_the_other() -> None:
    world = scheduled(kind="insult", side="east", size=1.0)
    enter_scheduled(world)
    assert world.leaders[1].provocation > 0 == world.leaders[0].provocation
    world = scheduled(kind="goodwill", side="east", size=1.0)
    enter_scheduled(world)
    assert world.leaders[1].easing > 0 == world.leaders[0].easing


@pytest.mark.parametrize("side", ["east", "west"])
@pytest.mark.parametrize("kind", ["insult", "goodwill"])
def test_a_word_is_written_down_with_who_said_it_to_whom_and_how_loud(kind: str, side: str) -> None:
    world = scheduled(kind=kind, side=side, size=0.75)
    enter_scheduled(world)
    event, by = world.events[0], ("east", "west").index(side)
    assert (event.actor, event.target, event.amount) == (by, 1 - by, 0.75)


def test_a_mediator_steps_forward_unless_at_work() -> None:
    world = scheduled(kind="mediator_offer", mediator="oslo")
    enter_scheduled(world)
    assert [mediator.stage for mediator in world.mediators] == [slots.IDLE, slots.OFFERED]
    world = scheduled(kind="mediator_offer", mediator="oslo")
    put(world, "mediators.1.stage", slots.OFFERED)
    enter_scheduled(world)
    assert kinds(world) == []


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("leaders.west.ego", "leaders.1.ego"),
        ("leaders.east.market.exposure", "markets.0.exposure"),
        ("mediators.oslo.acceptability.west", "mediators.1.acceptability.1"),
        ("dyad.tension", "dyad.0.tension"),
        ("weights.visit", "weights.0.visit"),
        ("leaders.west.advisers.dove.influence", "advisers.3.influence"),
        ("latencies.answer_days", "setting.0.answer_days"),
    ],
)
def test_a_value_takes_effect_where_its_path_says(path: str, place: str) -> None:
    from tests.sim.rules.worlds import look_up

    value = 0.375
    world = scheduled(kind="set", path=path, value=value)
    assert look_up(world, place) != value
    enter_scheduled(world)
    assert look_up(world, place) == value
    assert kinds(world) == ["value_set"]
    assert world.events[0].amount == value


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("leaders.west.decisiveness", 1.0, "leaders.1.precision"),
        ("issues.fish.weight.east", 9.0, "issues.1.share.0"),
        ("weights.mood_half_life", 100.0, "setting.0.mood_kept"),
        ("leaders.west.public.half_life_days", 500.0, "publics.1.kept"),
    ],
)
def test_what_follows_from_a_value_follows_at_once(path: str, value: float, place: str) -> None:
    from tests.sim.rules.worlds import look_up

    world = scheduled(kind="set", path=path, value=value)
    before = look_up(world, place)
    enter_scheduled(world)
    assert look_up(world, place) != before


def test_an_issue_that_alone_mattered_may_stop_mattering() -> None:
    """The weights of a side then sum to 0, and what was at stake stays at stake."""
    issues = {"pie": {"weight": {"east": 1.0, "west": 1.0}}}
    change = {"date": DAY, "kind": "set", "path": "issues.pie.weight.east", "value": 0.0}
    world = world_of({"issues": issues, "scheduled": [change]})
    put(world, "dyad.0.now", 3.0)
    enter_scheduled(world)
    assert list(world.issues[0].share) == [1.0, 1.0]


def test_interventions_enter_before_anybody_looks() -> None:
    world = scheduled(kind="market_shock", side="east", size=0.3)
    world.dyad[0].step = 3
    put(world, "dyad.0.now", 3.0)
    observe(world)
    assert kinds(world)[0] == "market_shock"

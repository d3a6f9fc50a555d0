"""Do reasons for pressing, easing, waiting and backing out point the way the design says?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from sim.rules.decide.appraisal import (
    repetition,
    weigh_court,
    weigh_ease,
    weigh_escalate,
    weigh_hold,
    weigh_rally,
    weigh_withdraw,
)
from sim.rules.decide.reasons import clear
from sim.state.world import World
from sim.vocabulary import actions as acts
from sim.vocabulary import components as c
from tests.sim.rules.worlds import SLACK, ends, falls, few, put, put_all, rises, world_of, worlds

Weigher = Callable[[Any, int, Any], None]


def reason(world: World, weigh: Weigher, name: str) -> Callable[[], float]:
    """A component of an action of side 0 as it stands."""

    def measure() -> float:
        row = [0.0] * c.COUNT
        clear(row)
        weigh(world, 0, row)
        return row[c.WORDS.index(name)]

    return measure


@few
@given(worlds(), ends())
def test_escalation(world: World, two: tuple[float, float]) -> None:
    rises(world, "leaders.0.resolve", two, reason(world, weigh_escalate, "stakes"))
    rises(world, "leaders.0.coercion_works", two, reason(world, weigh_escalate, "coercion"))
    falls(world, "markets.0.drawdown", two, reason(world, weigh_escalate, "markets"))
    falls(world, "leaders.0.ripeness", two, reason(world, weigh_escalate, "ripeness"))
    rises(world, "leaders.0.provocation", two, reason(world, weigh_escalate, "face"))
    rises(world, "leaders.0.provocation", two, reason(world, weigh_escalate, "ego"))
    rises(world, "publics.0.hostility", two, reason(world, weigh_escalate, "audience"))
    rises(world, "leaders.0.stance", two, reason(world, weigh_escalate, "advisers"))
    falls(world, "leaders.0.easing", two, reason(world, weigh_escalate, "reciprocity"))
    rises(world, "leaders.0.outside_option", two, reason(world, weigh_escalate, "coalition"))


@few
@given(worlds(), ends())
def test_easing(world: World, two: tuple[float, float]) -> None:
    falls(world, "leaders.0.resolve", two, reason(world, weigh_ease, "stakes"))
    falls(world, "leaders.0.coercion_works", two, reason(world, weigh_ease, "coercion"))
    rises(world, "leaders.0.pain", two, reason(world, weigh_ease, "markets"))
    falls(world, "leaders.0.face_exposure", two, reason(world, weigh_ease, "face"))
    rises(world, "leaders.0.cover", two, reason(world, weigh_ease, "ego"))
    falls(world, "publics.0.hostility", two, reason(world, weigh_ease, "audience"))
    falls(world, "leaders.0.stance", two, reason(world, weigh_ease, "advisers"))
    rises(world, "leaders.0.easing", two, reason(world, weigh_ease, "reciprocity"))


@few
@given(worlds(), ends())
def test_waiting(world: World, two: tuple[float, float]) -> None:
    rises(world, "leaders.0.patience", two, reason(world, weigh_hold, "stakes"))
    falls(world, "leaders.0.pain", two, reason(world, weigh_hold, "markets"))
    rises(world, "leaders.0.ask_belief", two, reason(world, weigh_hold, "ego"))


@few
@given(worlds(), ends())
def test_withdrawing(world: World, two: tuple[float, float]) -> None:
    falls(world, "leaders.0.pain", two, reason(world, weigh_withdraw, "markets"))
    rises(world, "leaders.0.provocation", two, reason(world, weigh_withdraw, "face"))
    falls(world, "leaders.0.summit_appetite", two, reason(world, weigh_withdraw, "glory"))
    rises(world, "leaders.0.caution", two, reason(world, weigh_withdraw, "groundwork"))
    falls(world, "dyad.0.groundwork", two, reason(world, weigh_withdraw, "precedent"))
    falls(world, "weights.0.commitment", two, reason(world, weigh_withdraw, "reciprocity"))


@few
@given(worlds(), ends())
def test_courting_and_rallying(world: World, two: tuple[float, float]) -> None:
    falls(world, "leaders.0.outside_option", two, reason(world, weigh_court, "coalition"))
    rises(world, "leaders.1.points", (100 * two[0], 100 * two[1]), reason(world, weigh_court, "coalition"))
    rises(world, "leaders.0.provocation", two, reason(world, weigh_rally, "audience"))
    falls(world, "leaders.0.summit_appetite", two, reason(world, weigh_rally, "glory"))


@few
@given(worlds())
def test_escalating_and_easing_mirror_each_other_in_belief_and_reciprocity(world: World) -> None:
    for name in ("coercion", "advisers"):
        assert reason(world, weigh_escalate, name)() == pytest.approx(-reason(world, weigh_ease, name)())


@few
@given(worlds())
def test_a_truce_binds(world: World) -> None:
    """Breaking it costs a commitment."""
    free = reason(world, weigh_escalate, "reciprocity")()
    put(world, "dyad.0.truce", 1)
    bound = reason(world, weigh_escalate, "reciprocity")()
    assert bound == pytest.approx(max(free - world.weights[0].commitment, -2.0))


def test_a_repeated_act_is_worth_less_and_only_that_act() -> None:
    world = put_all(world_of(), {"weights.0.repetition": 1.0})
    world.leaders[0].recent[acts.ESCALATE] = 0.5
    assert repetition(world, 0, acts.ESCALATE) == 0.5
    assert [repetition(world, 0, a) for a in range(acts.COUNT) if a != acts.ESCALATE] == [0.0] * (acts.COUNT - 1)
    assert repetition(world, 1, acts.ESCALATE) == repetition(world, 0, acts.EASE) == 0


def test_a_truce_near_its_term_makes_waiting_worth_less() -> None:
    world = put_all(world_of(), {"dyad.0.truce": 1, "dyad.0.truce_started": 0.0, "dyad.0.truce_until": 90.0})
    measure = reason(world, weigh_hold, "stakes")
    put(world, "dyad.0.now", 1.0)
    early = measure()
    put(world, "dyad.0.now", 89.0)
    assert measure() < early


@few
@given(worlds())
def test_an_escalation_is_never_worth_more_for_markets_than_nothing(world: World) -> None:
    assert reason(world, weigh_escalate, "markets")() <= SLACK


@few
@given(worlds(), ends())
def test_the_hope_that_the_other_asks_speaks_for_waiting_unless_that_is_turned_off(
    world: World, two: tuple[float, float]
) -> None:
    for name in ("face", "ego"):
        rises(world, "leaders.0.ask_belief", two, reason(world, weigh_hold, name))
        rises(world, "weights.0.hope", two, reason(world, weigh_hold, name))
    put_all(world, {"weights.0.hope": 0.0, "weights.0.hold_ego": 0.0})
    assert [reason(world, weigh_hold, name)() for name in ("face", "ego")] == [0, 0]


@few
@given(worlds(), ends(0, 2))
def test_pain_speaks_against_waiting_unless_that_is_turned_off(world: World, pains: tuple[float, float]) -> None:
    falls(world, "leaders.0.pain", pains, reason(world, weigh_hold, "markets"))
    put(world, "weights.0.hold_markets", 0.0)
    assert reason(world, weigh_hold, "markets")() == 0

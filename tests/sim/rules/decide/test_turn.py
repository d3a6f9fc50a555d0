"""Does a turn weigh every possible action, choose, write the decision's number on what follows, and act?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.decide.turn import appraise, decide, take_turn
from sim.state.world import World
from sim.vocabulary import actions as acts
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import components as c
from sim.vocabulary.codes import NONE
from tests.sim.rules.worlds import few, model_of, world_of, worlds


@few
@given(worlds(), st.integers(0, 1))
def test_every_component_of_every_possible_action_stays_within_two_at_weights_one(world: World, side: int) -> None:
    """Design section 5: penalties included, over any state within bounds."""
    world.leaders[side].recent[:] = [1.0] * acts.COUNT
    world.dyad[0].truce = 1
    world.dyad[0].truce_started, world.dyad[0].truce_until, world.dyad[0].now = 0.0, 90.0, 60.0
    appraise(world, side)
    for a in range(acts.COUNT):
        assert all(-2 <= value <= 2 for value in world.sheet[a]), dict(zip(c.WORDS, world.sheet[a], strict=True))
        if world.allowed[a]:
            assert world.utilities[a] == pytest.approx(sum(world.sheet[a]))


def test_decisions_are_numbered_and_on_the_events_they_cause() -> None:
    model = model_of(policies={"east": lambda turn: "escalate" if turn.kind == "turn" else None})
    world = model.world
    take_turn(world, slots.RING)
    assert world.dyad[0].decision_count == 1
    assert world.leaders[0].decision == 0
    assert world.leaders[0].counts[acts.ESCALATE] == 1
    assert world.leaders[0].recent[acts.ESCALATE] == 1
    assert world.events[0].decision == 0
    assert world.events[0].actor == 0


def test_a_ring_sets_the_next_one() -> None:
    world = world_of()
    due = world.agenda[slots.RING].due
    world.dyad[0].now = due
    take_turn(world, slots.RING)
    assert world.agenda[slots.RING].due > due


def test_simultaneous_movers_decide_on_the_same_state() -> None:
    """East escalates; west, who decides in the same round, sees pressure and provocation as they were before."""
    seen = {}

    def watch(turn: object) -> str:
        world = model.world
        seen[turn.leader] = (world.leaders[0].points, world.leaders[1].provocation)  # type: ignore[attr-defined]
        return "escalate"

    changes = {"clock": {"kind": "fixed", "order": "simultaneous", "every_days": 7}}
    model = model_of(changes=changes, policies={"east": watch, "west": watch})
    take_turn(model.world, slots.RING)
    assert seen["east"] == seen["west"] == (50.0, 0.0)
    assert model.world.leaders[0].points == model.world.leaders[1].points == 60.0


@few
@given(worlds(), st.integers(0, 1))
def test_an_empty_seat_leaves_the_choice_to_the_logit(world: World, side: int) -> None:
    chosen = decide(world, side)
    assert chosen == world.dyad[0].choice
    assert world.allowed[chosen] == 1
    assert world.dyad[0].topic == NONE


def test_argmax_without_patience_or_pressure_worked_example() -> None:
    """With all weights but `coercion` off and a firm belief in pressure, escalating is worth 1/2 and easing -1/2."""
    world = world_of({f"weights.{name}": 0 for name in c.WORDS if name != "coercion"} | {"choice": "argmax"})
    world.leaders[0].coercion_works = 1.0
    assert decide(world, 0) == acts.ESCALATE
    assert (world.utilities[acts.ESCALATE], world.utilities[acts.EASE]) == (0.5, -0.5)
    assert world.allowed[acts.WITHDRAW] == 0

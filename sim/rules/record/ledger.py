"""What is written down: every event with its actor, its cause, the request it answers and the decision behind it."""

from __future__ import annotations

from sim.rule import rule
from sim.rules.record.tally import count, count_at_level
from sim.state.world import World
from sim.vocabulary import levels
from sim.vocabulary.codes import NOBODY


@rule
def set_context(world: World, origin: int, cause: int, request: int) -> None:
    """Say why the events that follow happen.

    Where they come from, which event caused them, which request they answer.
    """
    dyad = world.dyad[0]
    dyad.origin = origin
    dyad.cause = cause
    dyad.request = request
    dyad.decision = NOBODY


@rule
def note(world: World, kind: int, actor: int, target: int) -> int:
    """Write an event down and return its number; what follows in the same breath has it as its cause."""
    dyad = world.dyad[0]
    number = dyad.event_count
    event = world.events[number % len(world.events)]
    event.day = dyad.now
    event.amount = 0.0
    event.step = dyad.step
    event.kind = kind
    event.actor = actor
    event.target = target
    event.level = levels.NONE
    event.mediator = NOBODY
    event.envoy = NOBODY
    event.origin = dyad.origin
    event.cause = dyad.cause
    event.request = dyad.request
    event.decision = dyad.decision
    count(world, kind, actor)
    dyad.event_count = number + 1
    dyad.cause = number
    return number


@rule
def note_level(world: World, kind: int, actor: int, target: int, level: int) -> int:
    """Write an event of a level (letter, envoy, talks, call, summit, truce) down."""
    number = note(world, kind, actor, target)
    count_at_level(world, kind, level)
    world.events[number % len(world.events)].level = level
    return number


@rule
def note_amount(world: World, kind: int, actor: int, target: int, amount: float) -> int:
    """Write an event with a size (points, log points, share) down."""
    number = note(world, kind, actor, target)
    world.events[number % len(world.events)].amount = amount
    return number


@rule
def tag_mediator(world: World, number: int, mediator: int) -> None:
    """Add the mediator concerned to an event just written."""
    world.events[number % len(world.events)].mediator = mediator


@rule
def tag_envoy(world: World, number: int, envoy: int) -> None:
    """Add the envoy concerned to an event just written."""
    world.events[number % len(world.events)].envoy = envoy


@rule
def tag_level(world: World, number: int, level: int) -> None:
    """Add a level to an event just written."""
    world.events[number % len(world.events)].level = level


@rule
def tag_amount(world: World, number: int, amount: float) -> None:
    """Add a size to an event just written."""
    world.events[number % len(world.events)].amount = amount

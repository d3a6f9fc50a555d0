"""Does pressure work? A leader learns it from what the other does after each own escalation.

Coercive bargaining (Morgan, Bapat & Kobayashi 2014). An escalation opens a lesson that fades; the other's next move
closes it: towards 1 when it eases or reaches out, towards 0 when it hits back or refuses.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import share
from sim.state.world import World


@rule
def open_lesson(world: World, side: int) -> None:
    """An escalation of ``side`` waits for its effect."""
    world.leaders[side].lesson = 1.0


@rule
def close_lesson(world: World, side: int, effect: float) -> None:
    """What followed the escalation: ``effect`` 1 (it worked) or 0 (it backfired)."""
    leader = world.leaders[side]
    step = leader.learning_rate * leader.lesson
    leader.coercion_works = share(leader.coercion_works + step * (effect - leader.coercion_works))
    leader.lesson = leader.lesson * (1 - world.weights[0].lesson_spent)

"""How the other side takes what a leader does: provocation, easing, a snub; what they do to hearts and to the bond.

Reciprocity (tit for tat: Axelrod 1984) and provocation (Dafoe, Hatz & Zhang 2021); spillover of a conflict into other
fields is the tension index.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import grown, share
from sim.rules.meet.groundwork import cool_rapport
from sim.rules.observe.beliefs import remember_answer
from sim.rules.react.audience import inflame
from sim.rules.react.coercion import close_lesson
from sim.state.world import World


@rule
def provoke(world: World, by: int, strength: float) -> None:
    """A hostile act of side ``by`` (0..1) reaches the other.

    Anger, hostility, tension, a lesson that pressure backfires.
    """
    weights = world.weights[0]
    other = 1 - by
    leader = world.leaders[other]
    leader.provocation = grown(leader.provocation, share(weights.provocation * strength))
    inflame(world, other, world.publics[other].reactivity * strength)
    cool_rapport(world, weights.rapport_wear * strength)
    dyad = world.dyad[0]
    dyad.tension = grown(dyad.tension, share(weights.tension_jump * strength))
    close_lesson(world, other, 0.0)


@rule
def soothe(world: World, by: int, strength: float) -> None:
    """A friendly act of side ``by`` (0..1) reaches the other.

    Its anger falls, it may answer in kind, a lesson closes.
    """
    weights = world.weights[0]
    other = 1 - by
    leader = world.leaders[other]
    leader.easing = grown(leader.easing, share(weights.soothing * strength))
    leader.provocation = leader.provocation * (1 - share(weights.soothing * strength))
    dyad = world.dyad[0]
    dyad.tension = dyad.tension * (1 - share(weights.tension_relief * strength))
    close_lesson(world, other, 1.0)


@rule
def snub(world: World, by: int) -> None:
    """A request lies unanswered: the bond wears and the asker is stung."""
    weights = world.weights[0]
    cool_rapport(world, weights.snub_wear)
    leader = world.leaders[1 - by]
    leader.provocation = grown(leader.provocation, weights.snub_sting)


@rule
def refuse(world: World, by: int) -> None:
    """A request is turned down: the asker remembers, and any lesson of coercion closes badly."""
    asker = 1 - by
    remember_answer(world, asker, 0.0, 1.0)
    close_lesson(world, asker, 0.0)
    cool_rapport(world, world.weights[0].refusal_wear)

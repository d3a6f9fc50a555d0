"""What asking and being turned down do to the one who asks: face, standing at home, and the wish to ask again.

What happens must match what is feared. Whoever asks is seen to need it, and the one who is asked takes it as a point
won and as a sign that pressure works. A refusal costs face and approval, more in public (a summit's proposal is known,
a letter is not), and a snub more than a refusal; the sting shows in the price of the next ask (``chill``).
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import grown, share
from sim.rules.observe.face import gain_face, lose_face
from sim.rules.react.audience import applaud
from sim.rules.react.coercion import close_lesson
from sim.state.world import World
from sim.vocabulary import levels

HALF = 0.5


@rule
def openness_of(world: World, level: int) -> float:
    """How much a request of a level is known and binds, against a request for a call (1)."""
    weights = world.weights[0]
    if level == levels.LETTER:
        return weights.letter_size
    return weights.summit_size + 0.0 if level == levels.SUMMIT else 1.0


@rule
def show_need(world: World, side: int, level: int) -> None:
    """``side`` has asked: it loses face as far as nothing covers it, the other gains half of it and learns from it."""
    bare = world.weights[0].asking_shame * openness_of(world, level) * (1 - world.leaders[side].cover)
    lose_face(world, side, bare)
    gain_face(world, 1 - side, share(HALF * bare))
    close_lesson(world, 1 - side, 1.0)


@rule
def rebuff(world: World, side: int, level: int, snubbed: bool) -> None:
    """``side`` asked and was refused, or left without an answer."""
    weights = world.weights[0]
    size = openness_of(world, level) * (1 + weights.snub_extra if snubbed else 1.0)
    lose_face(world, side, weights.refusal_face * size)
    applaud(world, side, -share(weights.refusal_approval * size))
    chill(world, side, weights.refusal_chill * size)


@rule
def chill(world: World, side: int, part: float) -> None:
    """Close ``part`` of the distance to full reluctance to ask again."""
    leader = world.leaders[side]
    leader.chill = grown(leader.chill, share(part))


@rule
def disappoint(world: World, part: float) -> None:
    """A meeting ends with nothing: face and approval suffer on both sides by ``part``; asking again comes dearer."""
    for side in range(2):
        lose_face(world, side, part)
        applaud(world, side, -share(part))
        chill(world, side, world.weights[0].failure_chill)

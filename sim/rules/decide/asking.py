"""What it costs to be the one who asks: a gamble on the answer, and a price that is certain.

With Q the believed chance of a yes, what contact brings counts in full only as far as a yes is believed in
(``1 - gamble * (1 - Q)``), and a refusal is feared by ``refusal_fear * (1 - Q)``. Whoever asks also shows weakness,
whatever the answer (Mastro 2019): the price rises with one's own pain against the pain that the other is seen to have,
with the contest of egos and after a rebuff, and falls with cover. Pride pays it by ``ego``, honour by ``face``.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.decide.reasons import LEAST, MOST
from sim.rules.limits import clamp
from sim.rules.react.audience import hostility_felt
from sim.rules.react.pressure import truce_urgency
from sim.state.fields import Row
from sim.state.world import World
from sim.vocabulary import components as c

CONTEST_ALONE = 0.5
CONTEST_OTHER = 0.5
EVEN = 0.5


@rule
def weakness(world: World, side: int) -> float:
    """How weak asking makes ``side`` look (0..1): one half when both are seen to hurt alike, more the more it hurts."""
    gap = world.leaders[side].pain - world.images[side].pain
    return clamp(EVEN + world.weights[0].weakness_gap * gap, 0.0, 1.0)


@rule
def asking_price(world: World, side: int) -> float:
    """The certain price of asking first, 0..4, before ego or need for face pays it.

    Weakness shown, uncovered, before another's ego; dearer after a rebuff. ``weights.asking`` at 0 turns it off.
    """
    weights = world.weights[0]
    leader = world.leaders[side]
    contest = CONTEST_ALONE + CONTEST_OTHER * world.images[side].ego
    sore = 1 + weights.chill_price * leader.chill
    return weights.asking * weakness(world, side) * (1 - leader.cover) * contest * sore


@rule
def honour_price(world: World, side: int, price: float) -> float:
    """The certain price of asking (:func:`asking_price`) as need for face pays it, 0..2."""
    return clamp(world.weights[0].asking_face * world.leaders[side].face_need * price, 0.0, MOST)


@rule
def counted_part(world: World, yes: float) -> float:
    """How much of what contact brings counts before the answer is known (0..1), given the believed chance of a yes."""
    return 1 - world.weights[0].gamble * (1 - yes)


@rule
def fill_ask(world: World, side: int, row: Row, yes: float, moment: float) -> None:
    """What asking for a call and for a summit have in common.

    ``yes`` is the believed chance of a yes, ``moment`` how much of the moment for such a meeting is left (0..1).
    """
    weights = world.weights[0]
    leader = world.leaders[side]
    part = counted_part(world, yes)
    feared = weights.refusal_fear * (1 - yes)
    price = asking_price(world, side)
    row[c.STAKES] = weights.contact_urgency * leader.resolve * truce_urgency(world) * part
    row[c.MARKETS] = leader.pain * part * moment
    row[c.RIPENESS] = leader.ripeness * part * moment
    honour = honour_price(world, side, price) + leader.face_need * feared
    row[c.FACE] = clamp(-leader.face_exposure - honour, LEAST, MOST)
    row[c.EGO] = clamp(-leader.ego * (price + feared), LEAST, MOST)
    row[c.AUDIENCE] = -weights.call_audience * hostility_felt(world, side)
    row[c.ADVISERS] = weights.call_gate * leader.gate - weights.call_advisers * leader.stance


@rule
def charge_quiet(world: World, side: int, row: Row, share_of_price: float) -> None:
    """Add the price of a more deniable way of asking: ``share_of_price`` (0..1) of what asking for a call costs."""
    price = asking_price(world, side)
    row[c.EGO] = clamp(row[c.EGO] - world.leaders[side].ego * (share_of_price * price), LEAST, MOST)
    row[c.FACE] = clamp(row[c.FACE] - share_of_price * honour_price(world, side, price), LEAST, MOST)

"""Would this leader say yes? The answer to a letter, a call, a summit, a mediator's offer, a truce.

The same considerations as in asking, seen from the asked side: being asked flatters instead of costing, and the asker
has already lent some cover. Accept stands against refuse, a nest of declining and letting the request lapse.
"""

from __future__ import annotations

import math

from sim.rule import rule
from sim.rules.decide.reasons import LEAST, MOST, clear, finish
from sim.rules.limits import clamp, logistic
from sim.rules.observe.face import pressure_share
from sim.rules.react.audience import hostility_felt
from sim.rules.react.pressure import truce_urgency
from sim.state.between import Mediator
from sim.state.fields import Row
from sim.state.sides import Leader
from sim.state.world import World
from sim.vocabulary import answers, levels
from sim.vocabulary import components as c
from sim.vocabulary.codes import NONE

ACCEPT_ROW = 0
LAPSE_ROW = 1
FARTHEST = 700.0


@rule
def fill_letter(world: World, mind: Leader, side: int, row: Row) -> None:
    """Reasons to answer a private letter."""
    weights = world.weights[0]
    row[c.MARKETS] = weights.letter_markets * mind.pain
    row[c.RIPENESS] = weights.letter_ripeness * mind.ripeness
    row[c.FACE] = -weights.letter_face * mind.face_exposure
    row[c.EGO] = weights.letter_ego * weights.asked_ego * mind.ego
    row[c.GLORY] = weights.letter_glory * mind.summit_appetite
    row[c.ADVISERS] = -weights.letter_advisers * mind.stance
    row[c.GROUNDWORK] = weights.letter_caution * mind.caution * (1 - world.dyad[0].groundwork)
    row[c.RECIPROCITY] = weights.letter_reciprocity * world.leaders[side].easing


@rule
def fill_contact(world: World, mind: Leader, side: int, row: Row) -> None:
    """Reasons to take a call; what a summit adds is in :func:`fill_summit`."""
    weights = world.weights[0]
    unprepared = 1 - world.dyad[0].groundwork
    moment = 1 - world.dyad[0].spent[levels.CALL]
    row[c.STAKES] = weights.contact_urgency * mind.resolve * truce_urgency(world)
    row[c.MARKETS] = mind.pain * moment
    row[c.RIPENESS] = mind.ripeness * moment
    row[c.FACE] = -mind.face_exposure * (1 - weights.asked_cover)
    row[c.EGO] = weights.asked_ego * mind.ego
    row[c.GLORY] = weights.call_glory * mind.summit_appetite * moment
    row[c.AUDIENCE] = -weights.call_audience * hostility_felt(world, side)
    row[c.ADVISERS] = weights.call_gate * mind.gate - weights.call_advisers * mind.stance
    row[c.GROUNDWORK] = -mind.caution * (unprepared + mind.spread)
    row[c.PRECEDENT] = (mind.hope - mind.fear) * unprepared
    row[c.RECIPROCITY] = weights.signal_reciprocity * world.leaders[side].easing


@rule
def fill_summit(world: World, mind: Leader, side: int, row: Row) -> None:
    """Reasons to agree to a summit: as for a call, with more glory and more to fear unprepared."""
    weights = world.weights[0]
    fill_contact(world, mind, side, row)
    unprepared = 1 - world.dyad[0].groundwork
    moment = 1 - world.dyad[0].spent[levels.SUMMIT]
    row[c.MARKETS] = mind.pain * moment
    row[c.RIPENESS] = mind.ripeness * moment
    row[c.GLORY] = weights.summit_glory * mind.summit_appetite * moment
    row[c.GROUNDWORK] = -mind.caution * (weights.summit_caution * unprepared + mind.spread)
    row[c.PRECEDENT] = (mind.hope - weights.summit_fear * mind.fear) * unprepared


@rule
def fill_mediation(world: World, mind: Leader, side: int, mediator: Mediator) -> None:
    """Reasons to let a third party in: its formula hides who yields, as far as the side accepts it."""
    weights = world.weights[0]
    row = world.reply[ACCEPT_ROW]
    accepted = mediator.acceptability[side]
    unprepared = 1 - world.dyad[0].groundwork
    saved = mind.face_need * pressure_share(world, 1 - side) * mediator.face_formula * accepted
    moment = 1 - world.dyad[0].spent[levels.TALKS]
    row[c.MARKETS] = weights.mediation_markets * mind.pain * moment
    row[c.RIPENESS] = mind.ripeness * accepted * moment
    row[c.FACE] = saved * moment - weights.mediation_face * mind.face_exposure
    row[c.EGO] = weights.asked_ego * mind.ego * accepted
    row[c.ADVISERS] = -weights.mediation_advisers * mind.stance
    row[c.GROUNDWORK] = weights.mediation_caution * mind.caution * unprepared
    row[c.PRECEDENT] = -weights.mediation_fear * mind.fear * unprepared
    row[c.RECIPROCITY] = weights.signal_reciprocity * world.leaders[side].easing


@rule
def fill_truce(world: World, mind: Leader, side: int, row: Row) -> None:
    """Reasons to cut together: as for easing, but nobody is seen to yield first; keeping an old promise counts."""
    weights = world.weights[0]
    mutual = 1 - weights.mutual_cover
    disarmed = weights.leverage * mind.resolve * pressure_share(world, side)
    given_up = truce_gives_up(world, side)
    row[c.STAKES] = clamp(inducement(world) - disarmed, LEAST, MOST)
    row[c.COERCION] = weights.coercion_neutral - mind.coercion_works
    row[c.MARKETS] = mind.pain * world.setting[0].cut
    row[c.RIPENESS] = weights.truce_ripeness * mind.ripeness
    row[c.FACE] = -mind.face_exposure * mutual
    row[c.EGO] = -weights.ease_ego * mind.ego * mutual
    row[c.AUDIENCE] = -weights.home_audience * hostility_felt(world, side) * given_up
    row[c.ADVISERS] = -weights.home_advisers * mind.stance * given_up
    row[c.RECIPROCITY] = clamp(world.leaders[side].easing - world.leaders[side].provocation, -1.0, 1.0)
    if world.dyad[0].truce == 1:
        row[c.RECIPROCITY] = clamp(row[c.RECIPROCITY] + weights.commitment, LEAST, MOST)


@rule
def truce_gives_up(world: World, side: int) -> float:
    """What a truce gives up in the eyes of those at home (0..1): the share of the ceiling that is suspended."""
    return world.setting[0].cut * pressure_share(world, side)


@rule
def inducement(world: World) -> float:
    """What the host of the talks now under way adds to an agreement (manipulation: Beardsley et al. 2006), 0..1."""
    host = world.dyad[0].host
    if host == NONE:
        return 0.0
    return world.weights[0].inducement * world.mediators[host].standing


@rule
def fill_reply(world: World, mind: Leader, side: int, topic: int, mediator: int) -> float:
    """Fill the components of saying yes to a topic and return their sum, the utility of accepting."""
    row = world.reply[ACCEPT_ROW]
    clear(row)
    if topic == answers.LETTER:
        fill_letter(world, mind, side, row)
    elif topic == answers.CALL:
        fill_contact(world, mind, side, row)
    elif topic == answers.SUMMIT:
        fill_summit(world, mind, side, row)
    elif topic == answers.MEDIATION:
        fill_mediation(world, mind, side, world.mediators[mediator])
    else:
        fill_truce(world, mind, side, row)
    return finish(world, row)


@rule
def fill_lapse(world: World) -> float:
    """Fill the components of letting a request lapse and return their sum: the snub costs the bond."""
    row = world.reply[LAPSE_ROW]
    clear(row)
    row[c.RECIPROCITY] = -world.weights[0].snub_cost * world.dyad[0].rapport
    return finish(world, row)


@rule
def refusal_value(world: World, precision: float, lapse: float) -> float:
    """Inclusive value of the nest {decline at 0, lapse}, each of half the mass."""
    mu = world.weights[0].dissimilarity
    return mu * math.log((1 + math.exp(clamp(precision * lapse / mu, -FARTHEST, 0.0))) / 2)


@rule
def accept_chance(world: World, mind: Leader, side: int, topic: int, mediator: int) -> float:
    """The chance (0..1) that the leader of ``side``, or another's image of that leader, says yes."""
    return chance_over(world, mind, side, topic, mediator, refusal_value(world, mind.precision, fill_lapse(world)))


@rule
def chance_over(world: World, mind: Leader, side: int, topic: int, mediator: int, refusal: float) -> float:
    """The chance (0..1) of a yes over not saying yes, whose inclusive value is ``refusal`` (:func:`refusal_value`)."""
    return logistic(mind.precision * fill_reply(world, mind, side, topic, mediator) - refusal)

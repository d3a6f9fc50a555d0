"""Would this leader say yes? The answer to a letter, a call, a summit, a mediator's offer, a truce.

The same considerations as in asking, seen from the asked side: being asked flatters instead of costing, and the asker
has already lent some cover. Accept stands against refuse, a nest of declining and letting the request lapse.
"""

from __future__ import annotations

import math
from typing import Any

from sim.rule import rule
from sim.rules.decide import loadings as by
from sim.rules.decide.reasons import clear, finish
from sim.rules.limits import clamp, logistic
from sim.rules.observe.face import pressure_share
from sim.rules.react.audience import hostility_felt
from sim.rules.react.pressure import truce_urgency
from sim.vocabulary.names import (
    ADVISERS,
    AUDIENCE,
    CALL,
    COERCION,
    EGO,
    FACE,
    GLORY,
    GROUNDWORK,
    LETTER,
    MARKETS,
    MEDIATION,
    NONE,
    PRECEDENT,
    RECIPROCITY,
    RIPENESS,
    STAKES,
    SUMMIT,
)

ACCEPT_ROW = 0
LAPSE_ROW = 1
FARTHEST = 700.0
LEAST = -2.0
MOST = 2.0


@rule
def fill_letter(world: Any, mind: Any, side: int, row: Any) -> None:
    """Reasons to answer a private letter."""
    row[MARKETS] = by.LETTER_MARKETS * mind.pain
    row[RIPENESS] = by.LETTER_RIPENESS * mind.ripeness
    row[FACE] = -by.LETTER_FACE * mind.face_exposure
    row[EGO] = by.LETTER_EGO * world.weights[0].asked_ego * mind.ego
    row[GLORY] = by.LETTER_GLORY * mind.summit_appetite
    row[ADVISERS] = -by.LETTER_ADVISERS * mind.stance
    row[GROUNDWORK] = by.LETTER_CAUTION * mind.caution * (1 - world.dyad[0].groundwork)
    row[RECIPROCITY] = by.LETTER_RECIPROCITY * world.leaders[side].easing


@rule
def fill_contact(world: Any, mind: Any, side: int, row: Any) -> None:
    """Reasons to take a call; what a summit adds is in :func:`fill_summit`."""
    unprepared = 1 - world.dyad[0].groundwork
    row[STAKES] = by.CONTACT_URGENCY * mind.resolve * truce_urgency(world)
    row[MARKETS] = mind.pain
    row[RIPENESS] = mind.ripeness
    row[FACE] = -mind.face_exposure * (1 - world.weights[0].asked_cover)
    row[EGO] = world.weights[0].asked_ego * mind.ego
    row[GLORY] = mind.summit_appetite
    row[AUDIENCE] = -by.CALL_AUDIENCE * hostility_felt(world, side)
    row[ADVISERS] = by.CALL_GATE * mind.gate - by.CALL_ADVISERS * mind.stance
    row[GROUNDWORK] = -mind.caution * (unprepared + mind.spread)
    row[PRECEDENT] = (mind.hope - mind.fear) * unprepared
    row[RECIPROCITY] = by.SIGNAL_RECIPROCITY * world.leaders[side].easing


@rule
def fill_summit(world: Any, mind: Any, side: int, row: Any) -> None:
    """Reasons to agree to a summit: as for a call, with more glory and more to fear unprepared."""
    fill_contact(world, mind, side, row)
    unprepared = 1 - world.dyad[0].groundwork
    row[GLORY] = by.SUMMIT_GLORY * mind.summit_appetite
    row[GROUNDWORK] = -mind.caution * (by.SUMMIT_CAUTION * unprepared + mind.spread)
    row[PRECEDENT] = (mind.hope - by.SUMMIT_FEAR * mind.fear) * unprepared


@rule
def fill_mediation(world: Any, mind: Any, side: int, mediator: Any) -> None:
    """Reasons to let a third party in: its formula hides who yields, as far as the side accepts it."""
    row = world.reply[ACCEPT_ROW]
    accepted = mediator.acceptability[side]
    unprepared = 1 - world.dyad[0].groundwork
    saved = mind.face_need * pressure_share(world, 1 - side) * mediator.face_formula * accepted
    row[MARKETS] = by.MEDIATION_MARKETS * mind.pain
    row[RIPENESS] = mind.ripeness * accepted
    row[FACE] = saved - by.MEDIATION_FACE * mind.face_exposure
    row[EGO] = world.weights[0].asked_ego * mind.ego * accepted
    row[ADVISERS] = -by.MEDIATION_ADVISERS * mind.stance
    row[GROUNDWORK] = by.MEDIATION_CAUTION * mind.caution * unprepared
    row[PRECEDENT] = -by.MEDIATION_FEAR * mind.fear * unprepared
    row[RECIPROCITY] = by.SIGNAL_RECIPROCITY * world.leaders[side].easing


@rule
def fill_truce(world: Any, mind: Any, side: int, row: Any) -> None:
    """Reasons to cut together: as for easing, but nobody is seen to yield first; keeping an old promise counts."""
    weights = world.weights[0]
    mutual = 1 - weights.mutual_cover
    given_up = weights.leverage * mind.resolve * pressure_share(world, side)
    row[STAKES] = clamp(inducement(world) - given_up, LEAST, MOST)
    row[COERCION] = by.COERCION_NEUTRAL - mind.coercion_works
    row[MARKETS] = mind.pain * world.setting[0].cut
    row[RIPENESS] = by.TRUCE_RIPENESS * mind.ripeness
    row[FACE] = -mind.face_exposure * mutual
    row[EGO] = -by.EASE_EGO * mind.ego * mutual
    row[AUDIENCE] = -hostility_felt(world, side) * mutual
    row[ADVISERS] = -mind.stance
    row[RECIPROCITY] = clamp(world.leaders[side].easing - world.leaders[side].provocation, -1.0, 1.0)
    if world.dyad[0].truce == 1:
        row[RECIPROCITY] = clamp(row[RECIPROCITY] + weights.commitment, LEAST, MOST)


@rule
def inducement(world: Any) -> float:
    """What the host of the talks now under way adds to an agreement (manipulation: Beardsley et al. 2006), 0..1."""
    host = world.dyad[0].host
    if host == NONE:
        return 0.0
    return world.weights[0].inducement * world.mediators[host].standing


@rule
def fill_reply(world: Any, mind: Any, side: int, topic: int, mediator: int) -> float:
    """Fill the components of saying yes to a topic and return their sum, the utility of accepting."""
    row = world.reply[ACCEPT_ROW]
    clear(row)
    if topic == LETTER:
        fill_letter(world, mind, side, row)
    elif topic == CALL:
        fill_contact(world, mind, side, row)
    elif topic == SUMMIT:
        fill_summit(world, mind, side, row)
    elif topic == MEDIATION:
        fill_mediation(world, mind, side, world.mediators[mediator])
    else:
        fill_truce(world, mind, side, row)
    return finish(world, row)


@rule
def fill_lapse(world: Any) -> float:
    """Fill the components of letting a request lapse and return their sum: the snub costs the bond."""
    row = world.reply[LAPSE_ROW]
    clear(row)
    row[RECIPROCITY] = -world.weights[0].snub_cost * world.dyad[0].rapport
    return finish(world, row)


@rule
def refusal_value(world: Any, precision: float, lapse: float) -> float:
    """Inclusive value of the nest {decline at 0, lapse}, each of half the mass."""
    mu = world.weights[0].dissimilarity
    return mu * math.log((1 + math.exp(clamp(precision * lapse / mu, -FARTHEST, 0.0))) / 2)


@rule
def accept_chance(world: Any, mind: Any, side: int, topic: int, mediator: int) -> float:
    """The chance (0..1) that the leader of ``side``, or another's image of that leader, says yes."""
    yes = mind.precision * fill_reply(world, mind, side, topic, mediator)
    no = refusal_value(world, mind.precision, fill_lapse(world))
    return logistic(yes - no)

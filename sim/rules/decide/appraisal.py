"""What speaks for and against each action: the loading table at work, for the actions that need no partner.

Every row is filled with signed, dimensionless reasons within -2..2; weights come last
(:func:`sim.rules.decide.reasons.finish`). Actions that reach out are in :mod:`sim.rules.decide.overtures`.
"""

from __future__ import annotations

from typing import Any

from sim.rule import rule
from sim.rules.decide import loadings as by
from sim.rules.limits import clamp
from sim.rules.observe.face import pressure_share
from sim.rules.observe.markets import drawdown_units
from sim.rules.react.audience import hostility_felt
from sim.rules.react.pressure import truce_urgency
from sim.vocabulary.names import (
    ADVISERS,
    AUDIENCE,
    COALITION,
    COERCION,
    COURT_PARTNERS,
    EASE,
    EGO,
    ESCALATE,
    FACE,
    GLORY,
    GROUNDWORK,
    MARKETS,
    PRECEDENT,
    RALLY,
    RECIPROCITY,
    RIPENESS,
    STAKES,
    WITHDRAW,
)

LEAST = -2.0
MOST = 2.0


@rule
def weigh_hold(world: Any, side: int, row: Any) -> None:
    """Wait: patience and the hope that the other asks first, against pain and a truce running out."""
    leader = world.leaders[side]
    row[STAKES] = leader.patience * (1 - by.HOLD_URGENCY * truce_urgency(world))
    row[MARKETS] = -by.HOLD_MARKETS * leader.pain
    row[EGO] = by.HOLD_EGO * leader.ego * leader.ask_belief


@rule
def weigh_escalate(world: Any, side: int, row: Any) -> None:
    """One rung up: stakes, belief in pressure, honour and audience, against markets; a truce binds."""
    weights = world.weights[0]
    leader = world.leaders[side]
    other_angry = leader.provocation
    sensitivity = leader.market_sensitivity * world.markets[side].exposure
    row[STAKES] = leader.resolve * (1 - pressure_share(world, side))
    row[COERCION] = leader.coercion_works - by.COERCION_NEUTRAL
    row[MARKETS] = -sensitivity * (1 + by.ESCALATE_DRAWDOWN * drawdown_units(world, side))
    row[RIPENESS] = -by.ESCALATE_RIPENESS * leader.ripeness
    row[FACE] = leader.face_need * other_angry
    row[EGO] = by.ESCALATE_EGO * leader.ego * other_angry
    row[AUDIENCE] = hostility_felt(world, side) * world.publics[side].defiance_pays
    row[ADVISERS] = leader.stance
    bound = weights.commitment * world.dyad[0].truce + repetition(world, side, ESCALATE)
    row[RECIPROCITY] = clamp(other_angry - leader.easing - bound, LEAST, MOST)
    row[COALITION] = by.ESCALATE_COALITION * leader.outside_option


@rule
def weigh_ease(world: Any, side: int, row: Any) -> None:
    """One rung down: relief and reciprocity, against stakes, face, ego and the audience."""
    leader = world.leaders[side]
    row[STAKES] = -leader.resolve * pressure_share(world, side)
    row[COERCION] = by.COERCION_NEUTRAL - leader.coercion_works
    row[MARKETS] = leader.pain
    row[RIPENESS] = by.EASE_RIPENESS * leader.ripeness
    row[FACE] = -leader.face_exposure
    row[EGO] = -by.EASE_EGO * leader.ego * (1 - leader.cover)
    row[AUDIENCE] = -hostility_felt(world, side)
    row[ADVISERS] = -leader.stance
    row[RECIPROCITY] = clamp(leader.easing - leader.provocation - repetition(world, side, EASE), LEAST, MOST)


@rule
def weigh_withdraw(world: Any, side: int, row: Any) -> None:
    """Call a meeting off: stakes, honour and fear, against markets, glory and the promise given."""
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    row[STAKES] = by.WITHDRAW_STAKES * leader.resolve
    row[MARKETS] = -leader.pain
    row[RIPENESS] = -leader.ripeness
    row[FACE] = leader.face_need * leader.provocation
    row[EGO] = leader.ego * leader.provocation
    row[GLORY] = -leader.summit_appetite
    row[AUDIENCE] = hostility_felt(world, side) * world.publics[side].defiance_pays
    row[ADVISERS] = leader.stance
    row[GROUNDWORK] = leader.caution * unprepared
    row[PRECEDENT] = leader.fear * unprepared
    bound = world.weights[0].commitment + repetition(world, side, WITHDRAW)
    row[RECIPROCITY] = clamp(leader.provocation - bound, LEAST, MOST)


@rule
def weigh_court(world: Any, side: int, row: Any) -> None:
    """Win third countries over: worth more the fewer are won and the more one suffers."""
    leader = world.leaders[side]
    open_field = 1 - leader.outside_option
    suffered = pressure_share(world, 1 - side)
    row[FACE] = by.COURT_FACE * leader.face_need * suffered * open_field
    row[RECIPROCITY] = -repetition(world, side, COURT_PARTNERS)
    row[COALITION] = open_field * suffered


@rule
def weigh_rally(world: Any, side: int, row: Any) -> None:
    """Rally one's own public: honour and cheers after provocation, at the price of the summit one may want."""
    leader = world.leaders[side]
    row[FACE] = by.RALLY_FACE * leader.face_need * leader.provocation
    row[GLORY] = -by.RALLY_GLORY * leader.summit_appetite
    row[AUDIENCE] = hostility_felt(world, side) * leader.provocation * world.publics[side].defiance_pays
    row[ADVISERS] = by.RALLY_ADVISERS * leader.stance
    row[RECIPROCITY] = by.RALLY_RECIPROCITY * leader.provocation - repetition(world, side, RALLY)


@rule
def repetition(world: Any, side: int, action: int) -> float:
    """What an act is worth less for having been done just now; the cost fades over about three weeks."""
    return world.weights[0].repetition * world.leaders[side].recent[action]

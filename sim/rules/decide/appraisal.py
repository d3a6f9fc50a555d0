"""What speaks for and against each action: the loading table at work, for the actions that need no partner.

Every row is filled with signed, dimensionless reasons, within -2..2 at the default loadings; weights come last
(:func:`sim.rules.decide.reasons.finish`). Actions that reach out are in :mod:`sim.rules.decide.overtures`.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.decide.asking import asking_price, honour_price
from sim.rules.decide.reasons import LEAST, MOST
from sim.rules.limits import clamp
from sim.rules.observe.face import pressure_share
from sim.rules.observe.markets import drawdown_units
from sim.rules.react.audience import hostility_felt
from sim.rules.react.pressure import truce_urgency
from sim.state.fields import Row
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import components as c


@rule
def weigh_hold(world: World, side: int, row: Row) -> None:
    """Wait: patience and the hope that the other asks first, against pain and a truce running out.

    The hope is the believed chance that the other asks soon times what being asked spares: the price of asking, and
    the part of face exposure that is not at risk for who is asked.
    """
    weights = world.weights[0]
    leader = world.leaders[side]
    hope = weights.hope * leader.ask_belief
    price = asking_price(world, side)
    spared = weights.asked_cover * leader.face_exposure + honour_price(world, side, price)
    row[c.STAKES] = leader.patience * (1 - weights.hold_urgency * truce_urgency(world))
    row[c.MARKETS] = -weights.hold_markets * leader.pain
    row[c.FACE] = clamp(hope * spared, LEAST, MOST)
    pride = weights.hold_ego * leader.ask_belief + hope * price
    row[c.EGO] = clamp(leader.ego * pride, LEAST, MOST)


@rule
def weigh_escalate(world: World, side: int, row: Row) -> None:
    """One rung up: stakes, belief in pressure, honour and audience, against markets; a truce binds."""
    weights = world.weights[0]
    leader = world.leaders[side]
    other_angry = leader.provocation
    sensitivity = leader.market_sensitivity * world.markets[side].exposure
    row[c.STAKES] = leader.resolve * (1 - pressure_share(world, side))
    row[c.COERCION] = leader.coercion_works - weights.coercion_neutral
    row[c.MARKETS] = -sensitivity * (1 + weights.escalate_drawdown * drawdown_units(world, side))
    row[c.RIPENESS] = -weights.escalate_ripeness * leader.ripeness
    row[c.FACE] = leader.face_need * other_angry
    row[c.EGO] = weights.escalate_ego * leader.ego * other_angry
    row[c.AUDIENCE] = hostility_felt(world, side) * world.publics[side].defiance_pays
    row[c.ADVISERS] = leader.stance
    bound = weights.commitment * world.dyad[0].truce + repetition(world, side, a.ESCALATE)
    row[c.RECIPROCITY] = clamp(other_angry - leader.easing - bound, LEAST, MOST)
    row[c.COALITION] = weights.escalate_coalition * leader.outside_option


@rule
def weigh_ease(world: World, side: int, row: Row) -> None:
    """One rung down: relief and reciprocity, against stakes, face, ego and the audience."""
    weights = world.weights[0]
    leader = world.leaders[side]
    row[c.STAKES] = -leader.resolve * pressure_share(world, side)
    row[c.COERCION] = weights.coercion_neutral - leader.coercion_works
    row[c.MARKETS] = leader.pain
    row[c.RIPENESS] = weights.ease_ripeness * leader.ripeness
    row[c.FACE] = -leader.face_exposure
    row[c.EGO] = -weights.ease_ego * leader.ego * (1 - leader.cover)
    row[c.AUDIENCE] = -hostility_felt(world, side)
    row[c.ADVISERS] = -leader.stance
    row[c.RECIPROCITY] = clamp(leader.easing - leader.provocation - repetition(world, side, a.EASE), LEAST, MOST)


@rule
def weigh_withdraw(world: World, side: int, row: Row) -> None:
    """Call a meeting off: stakes, honour and fear, against markets, glory and the promise given."""
    weights = world.weights[0]
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    row[c.STAKES] = weights.withdraw_stakes * leader.resolve
    row[c.MARKETS] = -leader.pain
    row[c.RIPENESS] = -leader.ripeness
    row[c.FACE] = leader.face_need * leader.provocation
    row[c.EGO] = leader.ego * leader.provocation
    row[c.GLORY] = -leader.summit_appetite
    row[c.AUDIENCE] = hostility_felt(world, side) * world.publics[side].defiance_pays
    row[c.ADVISERS] = leader.stance
    row[c.GROUNDWORK] = leader.caution * unprepared
    row[c.PRECEDENT] = leader.fear * unprepared
    bound = weights.appointment + repetition(world, side, a.WITHDRAW)
    row[c.RECIPROCITY] = clamp(leader.provocation - bound, LEAST, MOST)


@rule
def weigh_court(world: World, side: int, row: Row) -> None:
    """Win third countries over: worth more the fewer are won and the more one suffers."""
    weights = world.weights[0]
    leader = world.leaders[side]
    open_field = 1 - leader.outside_option
    suffered = pressure_share(world, 1 - side)
    row[c.FACE] = weights.court_face * leader.face_need * suffered * open_field
    row[c.RECIPROCITY] = -repetition(world, side, a.COURT_PARTNERS)
    row[c.COALITION] = open_field * suffered


@rule
def weigh_rally(world: World, side: int, row: Row) -> None:
    """Rally one's own public: honour and cheers after provocation, at the price of the summit one may want."""
    weights = world.weights[0]
    leader = world.leaders[side]
    row[c.FACE] = weights.rally_face * leader.face_need * leader.provocation
    row[c.GLORY] = -weights.rally_glory * leader.summit_appetite
    row[c.AUDIENCE] = hostility_felt(world, side) * leader.provocation * world.publics[side].defiance_pays
    row[c.ADVISERS] = weights.rally_advisers * leader.stance
    row[c.RECIPROCITY] = weights.rally_reciprocity * leader.provocation - repetition(world, side, a.RALLY)


@rule
def repetition(world: World, side: int, action: int) -> float:
    """What an act is worth less for having been done just now; the cost fades over about three weeks."""
    return world.weights[0].repetition * world.leaders[side].recent[action]

"""What happens when the two meet: a blow-up first, else bargaining, and what it leaves behind.

Walking out without a deal and a public rupture are different things (Hanoi 2019 and the Oval Office 2025). The hazard
of a rupture falls with groundwork but never to nothing. Claims rest on one's own true reservation value and on an
estimate of the other's, whose error shrinks with groundwork; with private information real zones of agreement are
missed (Myerson & Satterthwaite 1983). A deal outside a win-set can fail at home (Putnam 1988; Iida 1996).
"""

from __future__ import annotations

from sim.luck import normal, uniform
from sim.rule import rule
from sim.rules.agenda import strike
from sim.rules.answer.answering import inducement
from sim.rules.limits import clamp, larger, logistic, smaller
from sim.rules.meet.bargaining import nash_claim, other_best, settle_at, settle_between, settled_value
from sim.rules.meet.groundwork import cool_rapport, tear_ground, warm_rapport
from sim.rules.meet.meetings import disappoint
from sim.rules.observe.sight import look
from sim.rules.order import tossed
from sim.rules.react.audience import applaud
from sim.rules.react.memories import burn, warm
from sim.rules.react.pressure import agree_truce, end_truce, renew_truce, set_points
from sim.rules.react.reactions import provoke
from sim.rules.record.decisive import record_break, record_contact, record_deal, record_failed_deal
from sim.rules.record.ledger import note, note_level, set_context, tag_mediator
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import events as e
from sim.vocabulary import levels
from sim.vocabulary.codes import BOTH, BY_DUE, FIRST_MEDIATOR, NONE
from sim.vocabulary.purposes import BREAKDOWN, ESTIMATE, RATIFICATION, WHOSE_OFFER

HIGHEST_FLOOR = 0.95


@rule
def blow_up_chance(world: World) -> float:
    """The chance (0..1) that a summit ends in a rupture.

    Ego clash, tension, open press against groundwork and rapport.
    """
    weights = world.weights[0]
    dyad = world.dyad[0]
    clash = world.leaders[0].ego * world.leaders[1].ego
    x = weights.rupture_base + weights.rupture_ego * clash + weights.rupture_tension * dyad.tension
    x = x + weights.rupture_press * world.setting[0].open_press
    return logistic(x - weights.rupture_groundwork * dyad.groundwork - weights.rupture_rapport * dyad.rapport)


@rule
def reservation_value(world: World, side: int) -> float:
    """The least share of the stakes that beats going on, 0..0.95.

    Conflict after market pain, outside option, win-set.
    """
    weights = world.weights[0]
    leader = world.leaders[side]
    conflict = (
        weights.floor_base + weights.floor_resolve * leader.resolve + weights.floor_outside * leader.outside_option
    )
    conflict = conflict - weights.floor_pain * leader.pain - inducement(world)
    return clamp(larger(conflict, world.publics[side].win_set), 0.0, HIGHEST_FLOOR)


@rule
def estimated_floor(world: World, side: int, truth: float) -> float:
    """What ``side`` takes the other's reservation value to be: the truth with an error that groundwork shrinks."""
    setting = world.setting[0]
    error = world.weights[0].estimate_error * (1 - world.dyad[0].groundwork)
    u = uniform(setting.seed, setting.run, world.dyad[0].tick, world.leaders[side].key, ESTIMATE)
    return clamp(truth + error * normal(u), 0.0, HIGHEST_FLOOR)


@rule
def bargaining_power(world: World, side: int) -> float:
    """The power (0..1) of a side in Nash's product: the more patient has more (Rubinstein 1982)."""
    base = world.weights[0].equal_power
    own = base + world.leaders[side].patience
    return own / (own + base + world.leaders[1 - side].patience)


@rule
def claim_of(world: World, side: int, own: float, other: float) -> float:
    """What ``side`` claims, given both true reservation values (the other's is only estimated)."""
    floors = (own, estimated_floor(world, side, other))
    return nash_claim(world, side, floors, bargaining_power(world, side))


@rule
def hold_summit(world: World) -> None:
    """The two leaders meet in person."""
    item = world.agenda[slots.SUMMIT]
    dyad = world.dyad[0]
    strike(world, slots.SUMMIT)
    set_context(world, BY_DUE, item.event, item.event)
    number = note_level(world, e.SUMMIT_HELD, BOTH, BOTH, levels.SUMMIT)
    dyad.host = item.asker - FIRST_MEDIATOR if item.asker >= FIRST_MEDIATOR else NONE
    tag_mediator(world, number, dyad.host)
    dyad.ever_summit = 1
    record_contact(world, levels.SUMMIT, item.asker)
    look(world, 0)
    look(world, 1)
    if breaks_down(world):
        rupture(world)
    else:
        bargain(world)
    dyad.host = NONE


@rule
def breaks_down(world: World) -> bool:
    """Whether this summit ends in a rupture, by the dyad's luck of this quarter-day."""
    setting = world.setting[0]
    u = uniform(setting.seed, setting.run, world.dyad[0].tick, setting.dyad_key, BREAKDOWN)
    return bool(u < blow_up_chance(world))


@rule
def rupture(world: World) -> None:
    """A public rupture: rapport and ground are lost, both are provoked and remember a humiliation."""
    weights = world.weights[0]
    note_level(world, e.BLOW_UP, BOTH, BOTH, levels.SUMMIT)
    world.dyad[0].ever_rupture = 1
    record_break(world)
    cool_rapport(world, weights.rupture_cost)
    tear_ground(world, weights.rupture_cost)
    for side in range(2):
        provoke(world, side, 1.0)
        burn(world, side, weights.sting_humiliation)
    disappoint(world, weights.failure_cost)


@rule
def bargain(world: World) -> None:
    """Claims and offers: a deal if either offer meets the other's true floor, a truce on a near miss, else nothing."""
    first = reservation_value(world, 0)
    second = reservation_value(world, 1)
    mine = claim_of(world, 0, first, second)
    theirs = claim_of(world, 1, second, first)
    to_second = other_best(world, 0, mine) - second
    to_first = other_best(world, 1, theirs) - first
    if to_second >= 0 and to_first >= 0:
        settle_between(world, (mine, theirs), whose_offer(world))
        close_deal(world)
    elif to_second >= 0:
        settle_at(world, 0, mine)
        close_deal(world)
    elif to_first >= 0:
        settle_at(world, 1, theirs)
        close_deal(world)
    elif larger(to_first, to_second) >= -world.weights[0].near_miss:
        settle_partly(world)
    else:
        leave_empty_handed(world)


@rule
def whose_offer(world: World) -> int:
    """The side whose offer stands where two good offers have no mean, by the dyad's luck of this quarter-day."""
    setting = world.setting[0]
    return tossed(world, uniform(setting.seed, setting.run, world.dyad[0].tick, setting.dyad_key, WHOSE_OFFER))


@rule
def close_deal(world: World) -> None:
    """The two agree on what is written down; it must pass at home on both sides."""
    if ratified(world, 0) and ratified(world, 1):
        conclude_deal(world)
    else:
        note(world, e.RATIFICATION_FAILED, BOTH, BOTH)
        record_failed_deal(world)
        disappoint(world, world.weights[0].failure_cost)


@rule
def ratified(world: World, side: int) -> bool:
    """Whether the settlement passes at home: a logistic in its distance from the win-set."""
    setting = world.setting[0]
    slack = settled_value(world, side) - world.publics[side].win_set
    chance = logistic(world.weights[0].ratification_base + world.weights[0].ratification_slope * slack)
    u = uniform(setting.seed, setting.run, world.dyad[0].tick, world.leaders[side].key, RATIFICATION)
    return bool(u < chance)


@rule
def conclude_deal(world: World) -> None:
    """A deal: pressure ends, the bond grows, approval rises; the run is over."""
    number = note_level(world, e.DEAL, BOTH, BOTH, levels.SUMMIT)
    tag_mediator(world, number, world.dyad[0].host)
    end_truce(world)
    record_deal(world)
    warm_rapport(world, world.weights[0].result_gain)
    for side in range(2):
        set_points(world, side, 0.0)
        warm(world, side, world.weights[0].result_gain)
        applaud(world, side, world.weights[0].result_gain)


@rule
def settle_partly(world: World) -> None:
    """A near miss: what can be divided is settled for now, as a truce."""
    if world.dyad[0].truce == 1:
        renew_truce(world)
    else:
        agree_truce(world, world.dyad[0].host)


@rule
def leave_empty_handed(world: World) -> None:
    """No agreement: a disappointment, and worse where a signing had been announced."""
    weights = world.weights[0]
    note_level(world, e.NO_DEAL, BOTH, BOTH, levels.SUMMIT)
    cost = weights.failure_cost
    if world.setting[0].signing == 1:
        cost = smaller(cost + weights.signing_cost, 1.0)
        cool_rapport(world, weights.signing_cost)
    disappoint(world, cost)
    for side in range(2):
        burn(world, side, weights.sting_no_deal * cost)

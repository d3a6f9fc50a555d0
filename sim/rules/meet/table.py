"""What happens at a table where the two could settle: claims and offers, and an agreement that must pass at home.

Claims rest on one's own true reservation value and on an estimate of the other's, whose error shrinks with groundwork;
with private information real zones of agreement are missed (Myerson & Satterthwaite 1983). What was sunk in the fight
makes a leader hold out for more (entrenchment); so do hawks, a hostile public and the belief that pressure works.
"""

from __future__ import annotations

from sim.luck import normal, uniform
from sim.rule import rule
from sim.rules.answer.answering import inducement, truce_gives_up
from sim.rules.limits import clamp, larger
from sim.rules.meet.bargaining import make_offer
from sim.rules.meet.groundwork import warm_rapport
from sim.rules.meet.home import objection, passes_at_home
from sim.rules.meet.settlement import gives_up, settle_between, settle_on, settled_value
from sim.rules.meet.stakes import worth_of_share
from sim.rules.order import tossed
from sim.rules.react.audience import applaud
from sim.rules.react.memories import warm
from sim.rules.react.pressure import agree_truce, end_truce, renew_truce, set_points
from sim.rules.react.rebuff import disappoint
from sim.rules.record.decisive import record_deal, record_failure_at_home
from sim.rules.record.ledger import note_level, tag_mediator
from sim.state.offer import Offer
from sim.state.world import World
from sim.vocabulary import events as e
from sim.vocabulary.codes import BOTH
from sim.vocabulary.purposes import ESTIMATE, WHOSE_OFFER

HIGHEST_FLOOR = 0.95
NOTHING = 0
PARTLY = 1
ALL = 2


@rule
def reservation_value(world: World, side: int) -> float:
    """The least share of the stakes that beats going on, 0..0.95.

    Resolve and outside option after market pain; entrenchment, belief in pressure and those at home add to it; never
    below the win-set.
    """
    weights = world.weights[0]
    leader = world.leaders[side]
    conflict = (
        weights.floor_base + weights.floor_resolve * leader.resolve + weights.floor_outside * leader.outside_option
    )
    conflict = conflict - weights.floor_pain * leader.pain - inducement(world)
    conflict = conflict + weights.floor_tension * world.dyad[0].tension + weights.floor_sunk * leader.sunk
    conflict = conflict + weights.floor_coercion * (leader.coercion_works - weights.coercion_neutral)
    conflict = conflict + weights.floor_home * objection(world, side, 1.0)
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
def offer_of(world: World, side: int, own: float, other: float) -> Offer:
    """What ``side`` offers, given both true reservation values (the other's is only estimated)."""
    guess = estimated_floor(world, side, other)
    floors = (worth_of_share(world, side, own), worth_of_share(world, 1 - side, guess))
    return make_offer(world, side, floors, bargaining_power(world, side))


@rule
def bargain(world: World, level: int) -> int:
    """Claims and offers at a table of a level.

    A deal if either offer meets the other's true floor, what is divisible as a truce on a near miss, else nothing.

    Returns
    -------
    int
        ``ALL``, ``PARTLY`` or ``NOTHING``: how far the two agree, whatever those at home say to it.
    """
    first = reservation_value(world, 0)
    second = reservation_value(world, 1)
    mine = offer_of(world, 0, first, second)
    theirs = offer_of(world, 1, second, first)
    to_second = mine.left - worth_of_share(world, 1, second)
    to_first = theirs.left - worth_of_share(world, 0, first)
    if to_second < 0 and to_first < 0:
        return PARTLY if larger(to_first, to_second) >= -world.weights[0].near_miss else NOTHING
    if to_second >= 0 and to_first >= 0:
        settle_between(world, (mine, theirs), whose_offer(world))
    elif to_second >= 0:
        settle_on(world, 0, mine)
    else:
        settle_on(world, 1, theirs)
    close_deal(world, level)
    return ALL


@rule
def whose_offer(world: World) -> int:
    """The side whose offer stands where two good offers have no mean, by the dyad's luck of this quarter-day."""
    setting = world.setting[0]
    return tossed(world, uniform(setting.seed, setting.run, world.dyad[0].tick, setting.dyad_key, WHOSE_OFFER))


@rule
def close_deal(world: World, level: int) -> None:
    """The two agree on what is written down; it must pass at home on both sides."""
    if deal_passes(world, 0) and deal_passes(world, 1):
        conclude_deal(world, level)
    else:
        fail_at_home(world, level)


@rule
def deal_passes(world: World, side: int) -> bool:
    """Whether the settlement passes at home."""
    got = settled_value(world, side)
    needed = worth_of_share(world, side, world.publics[side].win_set)
    return passes_at_home(world, side, got, needed, gives_up(world, side))


@rule
def fail_at_home(world: World, level: int) -> None:
    """What the leaders or their envoys agreed fails at home."""
    note_level(world, e.RATIFICATION_FAILED, BOTH, BOTH, level)
    record_failure_at_home(world)
    disappoint(world, world.weights[0].failure_cost)


@rule
def conclude_deal(world: World, level: int) -> None:
    """A deal, at a summit or by another door: pressure ends, the bond grows, approval rises; the run is over."""
    number = note_level(world, e.DEAL, BOTH, BOTH, level)
    tag_mediator(world, number, world.dyad[0].host)
    end_truce(world)
    record_deal(world)
    warm_rapport(world, world.weights[0].result_gain)
    for side in range(2):
        set_points(world, side, 0.0)
        warm(world, side, world.weights[0].result_gain)
        applaud(world, side, world.weights[0].result_gain)


@rule
def truce_passes(world: World, side: int) -> bool:
    """Whether a truce passes at home: what is not suspended is kept."""
    given_up = truce_gives_up(world, side)
    return passes_at_home(world, side, 1 - given_up, world.publics[side].win_set, given_up)


@rule
def close_truce(world: World, level: int) -> bool:
    """The two agree to cut at once, or to keep a truce; true when it passes at home on both sides."""
    if not (truce_passes(world, 0) and truce_passes(world, 1)):
        fail_at_home(world, level)
        return False
    if world.dyad[0].truce == 1:
        renew_truce(world)
    else:
        agree_truce(world, world.dyad[0].host)
    return True

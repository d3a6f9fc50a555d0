"""What speaks for and against reaching out: signals, letters, envoys, mediators, calls and summits.

Asking first costs what weakness it reveals times the other's capacity to exploit it (Mastro 2019), in ``ego``; cover, a
deniable channel or a host lowers it. ``weights.asking`` at 0 turns it off; it is symmetric by default.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.decide.appraisal import repetition
from sim.rules.limits import larger
from sim.rules.observe.face import pressure_share
from sim.rules.react.audience import hostility_felt
from sim.rules.react.pressure import truce_urgency
from sim.state.fields import Row
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import components as c
from sim.vocabulary.codes import NONE

CONTEST_ALONE = 0.5
CONTEST_OTHER = 0.5


@rule
def weigh_signal(world: World, side: int, row: Row) -> None:
    """A public overture: cheap, visible, and watched at home."""
    weights = world.weights[0]
    leader = world.leaders[side]
    row[c.MARKETS] = weights.signal_markets * leader.pain
    row[c.RIPENESS] = weights.signal_ripeness * leader.ripeness
    row[c.FACE] = -weights.signal_face * leader.face_exposure
    row[c.GLORY] = weights.signal_glory * leader.summit_appetite
    row[c.AUDIENCE] = -weights.signal_audience * hostility_felt(world, side)
    row[c.ADVISERS] = -weights.signal_advisers * leader.stance
    row[c.RECIPROCITY] = weights.signal_reciprocity * leader.easing - repetition(world, side, a.SIGNAL)


@rule
def weigh_letter(world: World, side: int, row: Row) -> None:
    """A private letter: little face at risk, little gained."""
    weights = world.weights[0]
    leader = world.leaders[side]
    row[c.MARKETS] = weights.letter_markets * leader.pain
    row[c.RIPENESS] = weights.letter_ripeness * leader.ripeness
    row[c.FACE] = -weights.letter_face * leader.face_exposure
    row[c.GLORY] = weights.letter_glory * leader.summit_appetite
    row[c.ADVISERS] = -weights.letter_advisers * leader.stance
    row[c.GROUNDWORK] = weights.letter_caution * leader.caution * (1 - world.dyad[0].groundwork)
    row[c.RECIPROCITY] = weights.letter_reciprocity * leader.easing - repetition(world, side, a.SEND_LETTER)


@rule
def weigh_envoy(world: World, side: int, row: Row) -> None:
    """An envoy: the cautious leader's way, as far as advisers at home are open to it."""
    weights = world.weights[0]
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    row[c.MARKETS] = weights.envoy_markets * leader.pain
    row[c.RIPENESS] = weights.envoy_ripeness * leader.ripeness
    row[c.FACE] = -weights.envoy_face * leader.face_exposure
    row[c.ADVISERS] = leader.openness * (1 - leader.gate) - weights.envoy_advisers * leader.stance
    row[c.GROUNDWORK] = leader.caution * unprepared
    row[c.PRECEDENT] = -weights.envoy_fear * leader.fear * unprepared
    row[c.RECIPROCITY] = -repetition(world, side, a.SEND_ENVOY)


@rule
def weigh_appoint(world: World, side: int, row: Row) -> None:
    """A new envoy: preparation, and more so after the last one was blocked."""
    weights = world.weights[0]
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    row[c.MARKETS] = weights.appoint_markets * leader.pain
    row[c.ADVISERS] = weights.appoint_openness * leader.openness * (1 - leader.gate)
    row[c.GROUNDWORK] = weights.appoint_caution * leader.caution * unprepared * (1 + leader.blocked)
    row[c.RECIPROCITY] = -repetition(world, side, a.APPOINT_ENVOY)


@rule
def weigh_invite(world: World, side: int, row: Row) -> None:
    """Invite a third party: a deniable ask, and a formula that hides who yields."""
    weights = world.weights[0]
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    host = leader.best_host
    if host == NONE:
        return
    mediator = world.mediators[host]
    saved = leader.face_need * pressure_share(world, 1 - side) * mediator.face_formula * mediator.acceptability[side]
    row[c.STAKES] = weights.contact_urgency * leader.resolve * truce_urgency(world)
    row[c.MARKETS] = weights.mediation_markets * leader.pain
    row[c.RIPENESS] = leader.ripeness
    row[c.FACE] = saved - weights.mediation_face * leader.face_exposure
    row[c.EGO] = weights.mediation_ego * leader.ego * asking_cost(world, side)
    row[c.ADVISERS] = -weights.mediation_advisers * leader.stance
    row[c.GROUNDWORK] = weights.mediation_caution * leader.caution * unprepared
    row[c.PRECEDENT] = weights.mediation_record * mediator.record - weights.mediation_fear * leader.fear * unprepared
    row[c.RECIPROCITY] = -repetition(world, side, a.INVITE_MEDIATOR)


@rule
def weigh_call(world: World, side: int, row: Row) -> None:
    """Ask for a call: relief and a moment of glory, against face, the cost of asking first, and going in unprepared."""
    weights = world.weights[0]
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    fill_ask(world, side, row)
    row[c.GLORY] = leader.summit_appetite * leader.call_belief
    row[c.GROUNDWORK] = -leader.caution * (unprepared + leader.spread)
    row[c.PRECEDENT] = (leader.hope - leader.fear) * unprepared
    row[c.RECIPROCITY] = weights.signal_reciprocity * leader.easing - repetition(world, side, a.REQUEST_CALL)


@rule
def weigh_summit(world: World, side: int, row: Row) -> None:
    """Propose a summit: as a call, with twice the glory and half as much again to fear unprepared."""
    weights = world.weights[0]
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    fill_ask(world, side, row)
    row[c.GLORY] = weights.summit_glory * leader.summit_appetite * leader.summit_belief
    row[c.GROUNDWORK] = -leader.caution * (weights.summit_caution * unprepared + leader.spread)
    row[c.PRECEDENT] = (leader.hope - weights.summit_fear * leader.fear) * unprepared
    row[c.RECIPROCITY] = weights.signal_reciprocity * leader.easing - repetition(world, side, a.PROPOSE_SUMMIT)


@rule
def fill_ask(world: World, side: int, row: Row) -> None:
    """What asking for a call and for a summit have in common."""
    weights = world.weights[0]
    leader = world.leaders[side]
    row[c.STAKES] = weights.contact_urgency * leader.resolve * truce_urgency(world)
    row[c.MARKETS] = leader.pain
    row[c.RIPENESS] = leader.ripeness
    row[c.FACE] = -leader.face_exposure
    row[c.EGO] = -leader.ego * asking_cost(world, side)
    row[c.AUDIENCE] = -weights.call_audience * hostility_felt(world, side)
    row[c.ADVISERS] = weights.call_gate * leader.gate - weights.call_advisers * leader.stance


@rule
def asking_cost(world: World, side: int) -> float:
    """The cost of asking first (0..1 times ``weights.asking``).

    Weakness shown, times room left to exploit it, uncovered; a contest of egos, so dearer before another who has one.
    """
    suffered = pressure_share(world, 1 - side)
    exploitable = larger(suffered, 1 - suffered)
    bare = 1 - world.leaders[side].cover
    contest = CONTEST_ALONE + CONTEST_OTHER * world.images[side].ego
    return world.weights[0].asking * world.markets[side].exposure * exploitable * bare * contest

"""What speaks for and against reaching out: signals, letters, envoys, mediators, calls and summits.

Asking first costs what weakness it reveals times the other's capacity to exploit it (Mastro 2019), in ``ego``; cover, a
deniable channel or a host lowers it. ``weights.asking`` at 0 turns it off; it is symmetric by default.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.decide import loadings as by
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
    leader = world.leaders[side]
    row[c.MARKETS] = by.SIGNAL_MARKETS * leader.pain
    row[c.RIPENESS] = by.SIGNAL_RIPENESS * leader.ripeness
    row[c.FACE] = -by.SIGNAL_FACE * leader.face_exposure
    row[c.GLORY] = by.SIGNAL_GLORY * leader.summit_appetite
    row[c.AUDIENCE] = -by.SIGNAL_AUDIENCE * hostility_felt(world, side)
    row[c.ADVISERS] = -by.SIGNAL_ADVISERS * leader.stance
    row[c.RECIPROCITY] = by.SIGNAL_RECIPROCITY * leader.easing - repetition(world, side, a.SIGNAL)


@rule
def weigh_letter(world: World, side: int, row: Row) -> None:
    """A private letter: little face at risk, little gained."""
    leader = world.leaders[side]
    row[c.MARKETS] = by.LETTER_MARKETS * leader.pain
    row[c.RIPENESS] = by.LETTER_RIPENESS * leader.ripeness
    row[c.FACE] = -by.LETTER_FACE * leader.face_exposure
    row[c.GLORY] = by.LETTER_GLORY * leader.summit_appetite
    row[c.ADVISERS] = -by.LETTER_ADVISERS * leader.stance
    row[c.GROUNDWORK] = by.LETTER_CAUTION * leader.caution * (1 - world.dyad[0].groundwork)
    row[c.RECIPROCITY] = by.LETTER_RECIPROCITY * leader.easing - repetition(world, side, a.SEND_LETTER)


@rule
def weigh_envoy(world: World, side: int, row: Row) -> None:
    """An envoy: the cautious leader's way, as far as advisers at home are open to it."""
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    row[c.MARKETS] = by.ENVOY_MARKETS * leader.pain
    row[c.RIPENESS] = by.ENVOY_RIPENESS * leader.ripeness
    row[c.FACE] = -by.ENVOY_FACE * leader.face_exposure
    row[c.ADVISERS] = leader.openness * (1 - leader.gate) - by.ENVOY_ADVISERS * leader.stance
    row[c.GROUNDWORK] = leader.caution * unprepared
    row[c.PRECEDENT] = -by.ENVOY_FEAR * leader.fear * unprepared
    row[c.RECIPROCITY] = -repetition(world, side, a.SEND_ENVOY)


@rule
def weigh_appoint(world: World, side: int, row: Row) -> None:
    """A new envoy: preparation, and more so after the last one was blocked."""
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    row[c.MARKETS] = by.APPOINT_MARKETS * leader.pain
    row[c.ADVISERS] = by.APPOINT_OPENNESS * leader.openness * (1 - leader.gate)
    row[c.GROUNDWORK] = by.APPOINT_CAUTION * leader.caution * unprepared * (1 + leader.blocked)
    row[c.RECIPROCITY] = -repetition(world, side, a.APPOINT_ENVOY)


@rule
def weigh_invite(world: World, side: int, row: Row) -> None:
    """Invite a third party: a deniable ask, and a formula that hides who yields."""
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    host = leader.best_host
    if host == NONE:
        return
    mediator = world.mediators[host]
    saved = leader.face_need * pressure_share(world, 1 - side) * mediator.face_formula * mediator.acceptability[side]
    row[c.STAKES] = by.CONTACT_URGENCY * leader.resolve * truce_urgency(world)
    row[c.MARKETS] = by.MEDIATION_MARKETS * leader.pain
    row[c.RIPENESS] = leader.ripeness
    row[c.FACE] = saved - by.MEDIATION_FACE * leader.face_exposure
    row[c.EGO] = by.MEDIATION_EGO * leader.ego * asking_cost(world, side)
    row[c.ADVISERS] = -by.MEDIATION_ADVISERS * leader.stance
    row[c.GROUNDWORK] = by.MEDIATION_CAUTION * leader.caution * unprepared
    row[c.PRECEDENT] = by.MEDIATION_RECORD * mediator.record - by.MEDIATION_FEAR * leader.fear * unprepared
    row[c.RECIPROCITY] = -repetition(world, side, a.INVITE_MEDIATOR)


@rule
def weigh_call(world: World, side: int, row: Row) -> None:
    """Ask for a call: relief and a moment of glory, against face, the cost of asking first, and going in unprepared."""
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    fill_ask(world, side, row)
    row[c.GLORY] = leader.summit_appetite * leader.call_belief
    row[c.GROUNDWORK] = -leader.caution * (unprepared + leader.spread)
    row[c.PRECEDENT] = (leader.hope - leader.fear) * unprepared
    row[c.RECIPROCITY] = by.SIGNAL_RECIPROCITY * leader.easing - repetition(world, side, a.REQUEST_CALL)


@rule
def weigh_summit(world: World, side: int, row: Row) -> None:
    """Propose a summit: as a call, with twice the glory and half as much again to fear unprepared."""
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    fill_ask(world, side, row)
    row[c.GLORY] = by.SUMMIT_GLORY * leader.summit_appetite * leader.summit_belief
    row[c.GROUNDWORK] = -leader.caution * (by.SUMMIT_CAUTION * unprepared + leader.spread)
    row[c.PRECEDENT] = (leader.hope - by.SUMMIT_FEAR * leader.fear) * unprepared
    row[c.RECIPROCITY] = by.SIGNAL_RECIPROCITY * leader.easing - repetition(world, side, a.PROPOSE_SUMMIT)


@rule
def fill_ask(world: World, side: int, row: Row) -> None:
    """What asking for a call and for a summit have in common."""
    leader = world.leaders[side]
    row[c.STAKES] = by.CONTACT_URGENCY * leader.resolve * truce_urgency(world)
    row[c.MARKETS] = leader.pain
    row[c.RIPENESS] = leader.ripeness
    row[c.FACE] = -leader.face_exposure
    row[c.EGO] = -leader.ego * asking_cost(world, side)
    row[c.AUDIENCE] = -by.CALL_AUDIENCE * hostility_felt(world, side)
    row[c.ADVISERS] = by.CALL_GATE * leader.gate - by.CALL_ADVISERS * leader.stance


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

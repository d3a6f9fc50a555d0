"""What speaks for and against reaching out: signals, letters, envoys, mediators, calls and summits.

Asking first costs what weakness it reveals times the other's capacity to exploit it (Mastro 2019), in ``ego``; cover, a
deniable channel or a host lowers it. ``weights.asking`` at 0 turns it off; it is symmetric by default.
"""

from __future__ import annotations

from typing import Any

from sim.rule import rule
from sim.rules.decide import loadings as by
from sim.rules.decide.appraisal import repetition
from sim.rules.limits import larger
from sim.rules.observe.face import pressure_share
from sim.rules.react.audience import hostility_felt
from sim.rules.react.pressure import truce_urgency
from sim.vocabulary.names import (
    ADVISERS,
    APPOINT_ENVOY,
    AUDIENCE,
    EGO,
    FACE,
    GLORY,
    GROUNDWORK,
    INVITE_MEDIATOR,
    MARKETS,
    NONE,
    PRECEDENT,
    PROPOSE_SUMMIT,
    RECIPROCITY,
    REQUEST_CALL,
    RIPENESS,
    SEND_ENVOY,
    SEND_LETTER,
    SIGNAL,
    STAKES,
)

CONTEST_ALONE = 0.5
CONTEST_OTHER = 0.5


@rule
def weigh_signal(world: Any, side: int, row: Any) -> None:
    """A public overture: cheap, visible, and watched at home."""
    leader = world.leaders[side]
    row[MARKETS] = by.SIGNAL_MARKETS * leader.pain
    row[RIPENESS] = by.SIGNAL_RIPENESS * leader.ripeness
    row[FACE] = -by.SIGNAL_FACE * leader.face_exposure
    row[GLORY] = by.SIGNAL_GLORY * leader.summit_appetite
    row[AUDIENCE] = -by.SIGNAL_AUDIENCE * hostility_felt(world, side)
    row[ADVISERS] = -by.SIGNAL_ADVISERS * leader.stance
    row[RECIPROCITY] = by.SIGNAL_RECIPROCITY * leader.easing - repetition(world, side, SIGNAL)


@rule
def weigh_letter(world: Any, side: int, row: Any) -> None:
    """A private letter: little face at risk, little gained."""
    leader = world.leaders[side]
    row[MARKETS] = by.LETTER_MARKETS * leader.pain
    row[RIPENESS] = by.LETTER_RIPENESS * leader.ripeness
    row[FACE] = -by.LETTER_FACE * leader.face_exposure
    row[GLORY] = by.LETTER_GLORY * leader.summit_appetite
    row[ADVISERS] = -by.LETTER_ADVISERS * leader.stance
    row[GROUNDWORK] = by.LETTER_CAUTION * leader.caution * (1 - world.dyad[0].groundwork)
    row[RECIPROCITY] = by.LETTER_RECIPROCITY * leader.easing - repetition(world, side, SEND_LETTER)


@rule
def weigh_envoy(world: Any, side: int, row: Any) -> None:
    """An envoy: the cautious leader's way, as far as advisers at home are open to it."""
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    row[MARKETS] = by.ENVOY_MARKETS * leader.pain
    row[RIPENESS] = by.ENVOY_RIPENESS * leader.ripeness
    row[FACE] = -by.ENVOY_FACE * leader.face_exposure
    row[ADVISERS] = leader.openness * (1 - leader.gate) - by.ENVOY_ADVISERS * leader.stance
    row[GROUNDWORK] = leader.caution * unprepared
    row[PRECEDENT] = -by.ENVOY_FEAR * leader.fear * unprepared
    row[RECIPROCITY] = -repetition(world, side, SEND_ENVOY)


@rule
def weigh_appoint(world: Any, side: int, row: Any) -> None:
    """A new envoy: preparation, and more so after the last one was blocked."""
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    row[MARKETS] = by.APPOINT_MARKETS * leader.pain
    row[ADVISERS] = by.APPOINT_OPENNESS * leader.openness * (1 - leader.gate)
    row[GROUNDWORK] = by.APPOINT_CAUTION * leader.caution * unprepared * (1 + leader.blocked)
    row[RECIPROCITY] = -repetition(world, side, APPOINT_ENVOY)


@rule
def weigh_invite(world: Any, side: int, row: Any) -> None:
    """Invite a third party: a deniable ask, and a formula that hides who yields."""
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    host = leader.best_host
    if host == NONE:
        return
    mediator = world.mediators[host]
    saved = leader.face_need * pressure_share(world, 1 - side) * mediator.face_formula * mediator.acceptability[side]
    row[STAKES] = by.CONTACT_URGENCY * leader.resolve * truce_urgency(world)
    row[MARKETS] = by.MEDIATION_MARKETS * leader.pain
    row[RIPENESS] = leader.ripeness
    row[FACE] = saved - by.MEDIATION_FACE * leader.face_exposure
    row[EGO] = by.MEDIATION_EGO * leader.ego * asking_cost(world, side)
    row[ADVISERS] = -by.MEDIATION_ADVISERS * leader.stance
    row[GROUNDWORK] = by.MEDIATION_CAUTION * leader.caution * unprepared
    row[PRECEDENT] = by.MEDIATION_RECORD * mediator.record - by.MEDIATION_FEAR * leader.fear * unprepared
    row[RECIPROCITY] = -repetition(world, side, INVITE_MEDIATOR)


@rule
def weigh_call(world: Any, side: int, row: Any) -> None:
    """Ask for a call: relief and a moment of glory, against face, the cost of asking first, and going in unprepared."""
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    fill_ask(world, side, row)
    row[GLORY] = leader.summit_appetite * leader.call_belief
    row[GROUNDWORK] = -leader.caution * (unprepared + leader.spread)
    row[PRECEDENT] = (leader.hope - leader.fear) * unprepared
    row[RECIPROCITY] = by.SIGNAL_RECIPROCITY * leader.easing - repetition(world, side, REQUEST_CALL)


@rule
def weigh_summit(world: Any, side: int, row: Any) -> None:
    """Propose a summit: as a call, with twice the glory and half as much again to fear unprepared."""
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    fill_ask(world, side, row)
    row[GLORY] = by.SUMMIT_GLORY * leader.summit_appetite * leader.summit_belief
    row[GROUNDWORK] = -leader.caution * (by.SUMMIT_CAUTION * unprepared + leader.spread)
    row[PRECEDENT] = (leader.hope - by.SUMMIT_FEAR * leader.fear) * unprepared
    row[RECIPROCITY] = by.SIGNAL_RECIPROCITY * leader.easing - repetition(world, side, PROPOSE_SUMMIT)


@rule
def fill_ask(world: Any, side: int, row: Any) -> None:
    """What asking for a call and for a summit have in common."""
    leader = world.leaders[side]
    row[STAKES] = by.CONTACT_URGENCY * leader.resolve * truce_urgency(world)
    row[MARKETS] = leader.pain
    row[RIPENESS] = leader.ripeness
    row[FACE] = -leader.face_exposure
    row[EGO] = -leader.ego * asking_cost(world, side)
    row[AUDIENCE] = -by.CALL_AUDIENCE * hostility_felt(world, side)
    row[ADVISERS] = by.CALL_GATE * leader.gate - by.CALL_ADVISERS * leader.stance


@rule
def asking_cost(world: Any, side: int) -> float:
    """The cost of asking first (0..1 times ``weights.asking``).

    Weakness shown, times room left to exploit it, uncovered; a contest of egos, so dearer before another who has one.
    """
    suffered = pressure_share(world, 1 - side)
    exploitable = larger(suffered, 1 - suffered)
    bare = 1 - world.leaders[side].cover
    contest = CONTEST_ALONE + CONTEST_OTHER * world.images[side].ego
    return world.weights[0].asking * world.markets[side].exposure * exploitable * bare * contest

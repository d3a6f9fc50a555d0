"""What speaks for and against reaching out: signals, letters, envoys, mediators, calls and summits.

What it costs to ask is in :mod:`sim.rules.decide.asking`. Letters, envoys and hosts cost less of it than a call,
because they can be denied and bind less: that is the ladder of the climb-down.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.decide.appraisal import repetition
from sim.rules.decide.asking import charge_quiet, counted_part, fill_ask
from sim.rules.observe.face import pressure_share
from sim.rules.react.audience import hostility_felt
from sim.rules.react.pressure import truce_urgency
from sim.state.fields import Row
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import components as c
from sim.vocabulary import levels
from sim.vocabulary.codes import NONE


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
    charge_quiet(world, side, row, weights.signal_price)


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
    row[c.PRECEDENT] = weights.letter_memory * (leader.hope - leader.fear) * (1 - world.dyad[0].groundwork)
    row[c.RECIPROCITY] = weights.letter_reciprocity * leader.easing - repetition(world, side, a.SEND_LETTER)
    charge_quiet(world, side, row, weights.letter_price)


@rule
def weigh_envoy(world: World, side: int, row: Row) -> None:
    """An envoy: the cautious leader's way, as far as advisers are open to it and there is something to bring."""
    weights = world.weights[0]
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    moment = 1 - world.dyad[0].spent[levels.ENVOY]
    row[c.MARKETS] = weights.envoy_markets * leader.pain * moment
    row[c.RIPENESS] = weights.envoy_ripeness * leader.ripeness * moment
    row[c.FACE] = -weights.envoy_face * leader.face_exposure
    row[c.ADVISERS] = leader.openness * (1 - leader.gate) * moment - weights.envoy_advisers * leader.stance
    row[c.GROUNDWORK] = leader.caution * unprepared * moment
    row[c.PRECEDENT] = -weights.envoy_fear * leader.fear * unprepared
    row[c.RECIPROCITY] = -repetition(world, side, a.SEND_ENVOY)
    charge_quiet(world, side, row, weights.envoy_price)


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
    """Invite a third party: a deniable ask, and a formula that hides who yields, as far as the host may be had."""
    weights = world.weights[0]
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    host = leader.best_host
    if host == NONE:
        return
    mediator = world.mediators[host]
    saved = leader.face_need * pressure_share(world, 1 - side) * mediator.face_formula * mediator.acceptability[side]
    part = 1 - weights.invite_gamble * (1 - leader.host_belief)
    moment = part * (1 - world.dyad[0].spent[levels.TALKS])
    row[c.STAKES] = weights.contact_urgency * leader.resolve * truce_urgency(world) * part
    row[c.MARKETS] = weights.mediation_markets * leader.pain * moment
    row[c.RIPENESS] = leader.ripeness * moment
    row[c.FACE] = saved * moment - weights.mediation_face * leader.face_exposure
    row[c.ADVISERS] = -weights.mediation_advisers * leader.stance
    row[c.GROUNDWORK] = weights.mediation_caution * leader.caution * unprepared
    row[c.PRECEDENT] = weights.mediation_record * mediator.record - weights.mediation_fear * leader.fear * unprepared
    row[c.RECIPROCITY] = -repetition(world, side, a.INVITE_MEDIATOR)
    charge_quiet(world, side, row, weights.invite_price)


@rule
def weigh_call(world: World, side: int, row: Row) -> None:
    """Ask for a call: relief and a moment of glory, against face, the price of asking, and going in unprepared."""
    weights = world.weights[0]
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    part = counted_part(world, leader.call_belief)
    moment = 1 - world.dyad[0].spent[levels.CALL]
    fill_ask(world, side, row, leader.call_belief, moment)
    row[c.GLORY] = weights.call_glory * leader.summit_appetite * leader.call_belief * moment
    row[c.GROUNDWORK] = -leader.caution * (unprepared * part + leader.spread)
    row[c.PRECEDENT] = (leader.hope - leader.fear) * unprepared * part
    row[c.RECIPROCITY] = weights.signal_reciprocity * leader.easing - repetition(world, side, a.REQUEST_CALL)


@rule
def weigh_summit(world: World, side: int, row: Row) -> None:
    """Propose a summit: as a call, with more glory and more to fear unprepared."""
    weights = world.weights[0]
    leader = world.leaders[side]
    unprepared = 1 - world.dyad[0].groundwork
    part = counted_part(world, leader.summit_belief)
    moment = 1 - world.dyad[0].spent[levels.SUMMIT]
    fill_ask(world, side, row, leader.summit_belief, moment)
    row[c.GLORY] = weights.summit_glory * leader.summit_appetite * leader.summit_belief * moment
    row[c.GROUNDWORK] = -leader.caution * (weights.summit_caution * unprepared * part + leader.spread)
    row[c.PRECEDENT] = (leader.hope - weights.summit_fear * leader.fear) * unprepared * part
    row[c.RECIPROCITY] = weights.signal_reciprocity * leader.easing - repetition(world, side, a.PROPOSE_SUMMIT)

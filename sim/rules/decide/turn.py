"""A leader's turn: look, weigh every possible action, choose, act."""

from __future__ import annotations

from sim.luck import uniform
from sim.rule import rule
from sim.rules.agenda import movers, ring_again
from sim.rules.decide import appraisal, overtures
from sim.rules.decide.acts import act
from sim.rules.decide.choice import choose_action, mask_actions
from sim.rules.decide.orders import taken
from sim.rules.decide.reasons import clear, finish
from sim.rules.observe.sight import expect, look
from sim.rules.order import in_turn, tossed
from sim.rules.record.ledger import set_context
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary.codes import BOTH, BY_DECISION, NONE
from sim.vocabulary.purposes import FELT_FIRST


@rule
def fill_sheet(world: World, side: int) -> None:
    """Fill the reasons for and against every action, before weights."""
    sheet = world.sheet
    for k in range(a.COUNT):
        clear(sheet[k])
    appraisal.weigh_hold(world, side, sheet[a.HOLD])
    appraisal.weigh_escalate(world, side, sheet[a.ESCALATE])
    appraisal.weigh_ease(world, side, sheet[a.EASE])
    overtures.weigh_signal(world, side, sheet[a.SIGNAL])
    overtures.weigh_letter(world, side, sheet[a.SEND_LETTER])
    overtures.weigh_envoy(world, side, sheet[a.SEND_ENVOY])
    overtures.weigh_appoint(world, side, sheet[a.APPOINT_ENVOY])
    overtures.weigh_invite(world, side, sheet[a.INVITE_MEDIATOR])
    overtures.weigh_call(world, side, sheet[a.REQUEST_CALL])
    overtures.weigh_summit(world, side, sheet[a.PROPOSE_SUMMIT])
    appraisal.weigh_withdraw(world, side, sheet[a.WITHDRAW])
    appraisal.weigh_court(world, side, sheet[a.COURT_PARTNERS])
    appraisal.weigh_rally(world, side, sheet[a.RALLY])


@rule
def appraise(world: World, side: int) -> None:
    """Look at the situation and value every possible action."""
    look(world, side)
    expect(world, side)
    mask_actions(world, side)
    fill_sheet(world, side)
    for k in range(a.COUNT):
        if world.allowed[k] == 1:
            world.utilities[k] = finish(world, world.sheet[k])


@rule
def decide(world: World, side: int) -> int:
    """The action of a leader now: the logit's choice, unless there is an order or somebody else sits in the seat."""
    dyad = world.dyad[0]
    leader = world.leaders[side]
    leader.decision = dyad.decision_count
    dyad.decision_count = dyad.decision_count + 1
    set_context(world, BY_DECISION, NONE, NONE)
    dyad.decision = leader.decision
    dyad.topic = NONE
    appraise(world, side)
    dyad.choice = choose_action(world, side)
    return taken(world, side)


@rule
def take_turn(world: World, slot: int) -> None:
    """A ring: the leader whose turn it is decides and acts.

    With simultaneous moves both decide first, then both act.
    """
    who = movers(world, slot)
    ring_again(world, slot)
    if who == BOTH:
        first = decide(world, in_turn(world, 0))
        act_together(world, first, decide(world, in_turn(world, 1)))
    else:
        act(world, who, decide(world, who))


@rule
def act_together(world: World, first: int, second: int) -> None:
    """Carry out two acts of the same moment, given in the order of turns; which is felt first is a matter of luck."""
    setting = world.setting[0]
    u = uniform(setting.seed, setting.run, world.dyad[0].tick, setting.dyad_key, FELT_FIRST)
    felt = tossed(world, u)
    leading = in_turn(world, 0)
    act(world, felt, first if felt == leading else second)
    act(world, 1 - felt, second if felt == leading else first)

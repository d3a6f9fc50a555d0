"""How an answer falls: accept, decline or lapse, by luck at its own address, unless somebody else says so."""

from __future__ import annotations

from sim.luck import four, gumbel
from sim.rule import rule
from sim.rules.answer.answering import fill_lapse, fill_reply, refusal_value
from sim.rules.decide.orders import taken
from sim.rules.observe.sight import look
from sim.state.world import World
from sim.vocabulary import answers
from sim.vocabulary.purposes import GROUP_ANSWERS, GROUP_MEDIATION


@rule
def answer(world: World, side: int, topic: int, mediator: int) -> int:
    """What the leader of ``side`` answers.

    ``ACCEPT``, ``DECLINE`` or ``LAPSE``. A host never acceptable is declined.
    """
    if topic == answers.MEDIATION and world.mediators[mediator].acceptability[side] <= 0:
        return answers.DECLINE
    dyad = world.dyad[0]
    dyad.decision = dyad.decision_count
    dyad.decision_count = dyad.decision_count + 1
    dyad.topic = topic
    look(world, side)
    accept = fill_reply(world, world.leaders[side], side, topic, mediator)
    lapse = fill_lapse(world)
    dyad.choice = draw_answer(world, side, (accept, lapse), answer_luck(world, side, topic, mediator))
    return taken(world, side)


@rule
def answer_luck(world: World, side: int, topic: int, mediator: int) -> tuple[float, float, float, float]:
    """Four uniforms for an answer.

    Accept, refuse, decline, lapse; a mediator's offer draws under a key of that mediator and this side.
    """
    setting = world.setting[0]
    tick = world.dyad[0].tick
    if topic == answers.MEDIATION:
        return four(setting.seed, setting.run, tick, world.mediators[mediator].answer_key[side], GROUP_MEDIATION)
    return four(setting.seed, setting.run, tick, world.leaders[side].key, GROUP_ANSWERS + topic)


@rule
def draw_answer(world: World, side: int, values: tuple[float, float], luck: tuple[float, float, float, float]) -> int:
    """Choose between accepting and refusing, then between declining and letting the request lapse."""
    accept, lapse = values
    if world.setting[0].argmax == 1:
        if accept > 0 and accept > lapse:
            return answers.ACCEPT
        return answers.LAPSE if lapse > 0 else answers.DECLINE
    precision = world.leaders[side].precision
    no = refusal_value(world, precision, lapse)
    for_yes, for_no, for_decline, for_lapse = luck
    if precision * accept + gumbel(for_yes) > no + gumbel(for_no):
        return answers.ACCEPT
    scaled = precision * lapse / world.weights[0].dissimilarity
    return answers.DECLINE if gumbel(for_decline) > scaled + gumbel(for_lapse) else answers.LAPSE

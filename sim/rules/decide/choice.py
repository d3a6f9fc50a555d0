"""Which action a leader takes: the nested logit with action masses, and what is possible at all.

Quantal response (McKelvey & Palfrey 1995) over nests, so that the length of the menu is not a hidden parameter:
masses in a nest sum to 1, its inclusive value is ``mu * log(sum m exp(lambda u / mu))``. Each nest has a Gumbel number,
each action an exponential number, at its own address.
"""

from __future__ import annotations

import math

from sim.luck import four, gumbel, uniform
from sim.rule import rule
from sim.rules.agenda import DAYS_A_WEEK, pending
from sim.rules.limits import larger, smaller
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import scenario_words as words
from sim.vocabulary.codes import NONE
from sim.vocabulary.purposes import ATTENTION, FIRST_ACTION, GROUP_LAST_NEST, GROUP_NESTS

ABSENT = -1.0e18
BASE_PRECISION = 4.0
LANES = 4
EVEN = 0.5
NO_SPEED = -1.0
LEAST_MASS = 1.0e-9
USUAL_ACTS = 2.0


@rule
def precision_of(decisiveness: float) -> float:
    """Precision of choice, 1 to 16: ``4 * 4 ** (2 d - 1)``."""
    return BASE_PRECISION * math.exp((2 * decisiveness - 1) * math.log(BASE_PRECISION))


@rule
def mask_actions(world: World, side: int) -> None:
    """Say what is possible at all; the impossible, and what the case forbids, is masked, never merely disliked."""
    leader = world.leaders[side]
    other = 1 - side
    call_set = pending(world, slots.CALL)
    summit_set = pending(world, slots.SUMMIT)
    at_home = leader.envoy != NONE and not pending(world, slots.ENVOY + side)
    allowed = world.allowed
    allowed[a.HOLD] = 1
    allowed[a.SIGNAL] = 1
    allowed[a.RALLY] = 1
    allowed[a.ESCALATE] = int(leader.points < leader.ceiling)
    allowed[a.EASE] = int(leader.points > 0)
    allowed[a.SEND_LETTER] = int(not pending(world, slots.LETTER + other))
    allowed[a.SEND_ENVOY] = int(at_home)
    allowed[a.APPOINT_ENVOY] = int(at_home and leader.envoy + 1 < leader.envoy_end)
    allowed[a.INVITE_MEDIATOR] = int(leader.best_host != NONE)
    allowed[a.REQUEST_CALL] = int(not call_set and not pending(world, slots.CALL_REQUEST + other))
    allowed[a.PROPOSE_SUMMIT] = int(not summit_set and not pending(world, slots.SUMMIT_PROPOSAL + other))
    allowed[a.WITHDRAW] = int(call_set or summit_set)
    allowed[a.COURT_PARTNERS] = int(leader.outside_option < 1)
    for k in range(a.COUNT):
        if world.setting[0].forbidden[k] == 1:
            allowed[k] = 0


@rule
def nest_value(world: World, precision: float, nest: int) -> float:
    """Inclusive value of a nest over its possible actions, or ``ABSENT`` when it has none.

    Leaves the odds of its actions among themselves: the mass of the best one, and less for the others.
    """
    mu = world.weights[0].dissimilarity
    scale = precision / mu
    best = ABSENT
    mass = 0.0
    for k in range(a.NEST_FIRST[nest], a.NEST_END[nest]):
        if world.allowed[k] == 1:
            mass = mass + world.masses[k]
            best = larger(best, scale * world.utilities[k])
    if mass == 0:
        return ABSENT
    if a.NEST_END[nest] - a.NEST_FIRST[nest] == 1:
        world.odds[a.NEST_FIRST[nest]] = mass
        return mu * best
    return mu * (best + math.log(fill_odds(world, nest, scale, best) / mass))


@rule
def fill_odds(world: World, nest: int, scale: float, best: float) -> float:
    """Fill the odds of a nest's actions among themselves and return their sum; ``best`` is the best scaled utility."""
    total = 0.0
    for k in range(a.NEST_FIRST[nest], a.NEST_END[nest]):
        if world.allowed[k] == 1:
            world.odds[k] = world.masses[k] * math.exp(scale * world.utilities[k] - best)
            total = total + world.odds[k]
    return total


@rule
def value_nests(world: World, side: int) -> None:
    """Fill the inclusive value of every nest.

    Backing out of a meeting is a hazard per day that depends on news: its mass is small without provocation, and the
    smaller the more often the leader acts, so that many decisions are not many rolls of the same dice.
    """
    for nest in range(a.N_NESTS):
        world.nest_values[nest] = nest_value(world, world.leaders[side].precision, nest)
    world.nest_values[a.WAIT] = world.nest_values[a.WAIT] + world.weights[0].inertia
    if world.nest_values[a.BACK_OUT] > ABSENT:
        quiet = world.weights[0].withdraw_quiet
        news = quiet + (1 - quiet) * world.leaders[side].provocation
        mass = larger(news * USUAL_ACTS / smaller(world.setting[0].tempo, asked_per_week(world)), LEAST_MASS)
        world.nest_values[a.BACK_OUT] = world.nest_values[a.BACK_OUT] + math.log(mass)


@rule
def asked_per_week(world: World) -> float:
    """How often a week the clock asks a leader."""
    setting = world.setting[0]
    return DAYS_A_WEEK / setting.every_days if setting.clock == words.FIXED else setting.rate_per_week + 0.0


@rule
def attention(world: World) -> float:
    """The chance (0..1) that a leader whom the clock asks has time for this matter: ``tempo`` over the clock's rate.

    What a leader does per week does not depend on how often the model asks (thinning: Lewis & Shedler 1979).
    """
    return smaller(world.setting[0].tempo / asked_per_week(world), 1.0)


@rule
def attends(world: World, side: int) -> bool:
    """Whether the leader has time now, by luck at an address of its own."""
    setting = world.setting[0]
    part = attention(world)
    if part >= 1:
        return True
    return bool(uniform(setting.seed, setting.run, world.dyad[0].tick, world.leaders[side].key, ATTENTION) < part)


@rule
def choose_nest(world: World, side: int) -> int:
    """The nest with the largest inclusive value plus its own Gumbel number."""
    luck = block(world, side, GROUP_NESTS)
    last = block(world, side, GROUP_LAST_NEST)
    values = world.nest_values
    found = 0
    best = values[0] + gumbel(luck[0])
    for nest in range(1, a.N_NESTS):
        if values[nest] > ABSENT:
            score = values[nest] + gumbel(luck[nest] if nest < a.N_NESTS - 1 else last[0])
            if score > best:
                best = score
                found = nest
    return found


@rule
def block(world: World, side: int, group: int) -> tuple[float, float, float, float]:
    """Four uniforms of a leader at this quarter-day: purposes ``4 * group`` to ``4 * group + 3``."""
    setting = world.setting[0]
    return four(setting.seed, setting.run, world.dyad[0].tick, world.leaders[side].key, group)


@rule
def choose_within(world: World, side: int, nest: int) -> int:
    """The winner of a race of the actions of a nest, once it is valued.

    The time that an action takes is exponential with its odds as the rate, from its own uniform number: the chance to
    win is its share of all odds, as with Gumbel numbers, for half the logarithms. The fastest is found by speed.
    """
    group = NONE
    luck = (EVEN, EVEN, EVEN, EVEN)
    found = NONE
    best = NO_SPEED
    for k in range(a.NEST_FIRST[nest], a.NEST_END[nest]):
        if world.allowed[k] == 1:
            if (FIRST_ACTION + k) // LANES != group:
                group = (FIRST_ACTION + k) // LANES
                luck = block(world, side, group)
            speed = world.odds[k] / -math.log(luck[(FIRST_ACTION + k) % LANES])
            if speed > best:
                best = speed
                found = k
    return found


@rule
def best_action(world: World) -> int:
    """The possible action of the highest utility; of equals the first."""
    found = a.HOLD
    for k in range(a.COUNT):
        if world.allowed[k] == 1 and world.utilities[k] > world.utilities[found]:
            found = k
    return found


@rule
def choose_action(world: World, side: int) -> int:
    """What the leader does: by nested logit, or in ``argmax`` mode simply the best."""
    if world.setting[0].argmax == 1:
        return best_action(world)
    value_nests(world, side)
    if not attends(world, side):
        return a.HOLD
    nest = choose_nest(world, side)
    if a.NEST_END[nest] - a.NEST_FIRST[nest] == 1:
        return a.NEST_FIRST[nest]
    return choose_within(world, side, nest)


@rule
def action_chance(world: World, action: int) -> float:
    """The probability (0..1) of an action under the nested logit, once the nests are valued."""
    return chance_in_nest(world, action, nest_chance(world, a.NEST_OF[action]))


@rule
def chance_in_nest(world: World, action: int, of_nest: float) -> float:
    """The probability (0..1) of an action whose nest has the probability ``of_nest`` to be taken."""
    if world.allowed[action] == 0:
        return 0.0
    part = attention(world)
    alone = 1 - part if action == a.HOLD else 0.0
    nest = a.NEST_OF[action]
    total = 0.0
    for k in range(a.NEST_FIRST[nest], a.NEST_END[nest]):
        total = total + world.odds[k] * world.allowed[k]
    return alone + part * of_nest * world.odds[action] / total


@rule
def nest_chance(world: World, nest: int) -> float:
    """The probability (0..1) of a nest under the logit over inclusive values, however far apart they lie."""
    best = ABSENT
    for n in range(a.N_NESTS):
        best = larger(best, world.nest_values[n])
    total = 0.0
    for n in range(a.N_NESTS):
        if world.nest_values[n] > ABSENT:
            total = total + math.exp(world.nest_values[n] - best)
    return math.exp(world.nest_values[nest] - best) / total

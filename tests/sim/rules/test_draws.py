"""Is every draw made with the number of its own address, and does it fall on the right side of its chance?

Frequencies are tested elsewhere; here each single outcome is foretold from the random number itself, in worlds of
unlike numbers, for both sides.
"""

from __future__ import annotations

import math
from typing import Any

import pytest

from sim.luck import actor_key, four, gumbel, normal, uniform
from sim.rules.agenda import coin, movers, ring_again
from sim.rules.answer.requests import envoy_arrives
from sim.rules.answer.verdict import answer_luck
from sim.rules.decide.choice import choose_nest, choose_within, value_nests
from sim.rules.decide.turn import act_together
from sim.rules.meet.home import objection
from sim.rules.meet.mediation import consider_offering, harm, invite, urge_to_help, welcome
from sim.rules.meet.settlement import settled_value
from sim.rules.meet.stakes import worth_of_share
from sim.rules.meet.summit import blow_up_chance, breaks_down
from sim.rules.meet.table import deal_passes, estimated_floor, whose_offer
from sim.rules.observe.advisers import access_chance
from sim.rules.observe.hosts import eagerness, wait_again
from sim.rules.observe.markets import trade_on
from sim.rules.observe.news import draw_news
from sim.rules.parameters import CHOICE, TRIANGULAR, UNIFORM, draw
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import answers
from sim.vocabulary import events as e
from sim.vocabulary import scenario_words as words
from sim.vocabulary.codes import NONE
from sim.vocabulary.purposes import (
    BREAKDOWN,
    ENVOY_ACCESS,
    ESTIMATE,
    FELT_FIRST,
    FIRST_ACTION,
    GROUP_ANSWERS,
    GROUP_LAST_NEST,
    GROUP_MEDIATION,
    GROUP_NESTS,
    MARKET_NOISE,
    OFFER,
    PARAMETER,
    RATIFICATION,
    RING,
    TAKE_UP,
    TURN_ORDER,
    WHOSE_OFFER,
)
from tests.sim.rules.worlds import PLAIN, put_all, unlike

SIDES = pytest.mark.parametrize("side", range(2))
TICKS = range(40, 60)
SEED, RUN = 11, 3


def at(tick: int, changes: dict[str, Any] | None = None, seed: int = 0) -> World:
    """A world at a moment of a run."""
    return put_all(
        unlike(seed), {"setting.0.seed": SEED, "setting.0.run": RUN, "dyad.0.tick": tick} | dict(changes or {})
    )


def coming_first(world: World, side: int) -> World:
    """The same world, in which that side has the smaller key of luck and so comes first."""
    keys = sorted(leader.key for leader in world.leaders)
    world.leaders[side].key, world.leaders[1 - side].key = keys
    return world


def kinds(world: World) -> list[str]:
    """The kinds of events written down."""
    return [e.WORDS[world.events[number].kind] for number in range(world.dyad[0].event_count)]


@SIDES
def test_a_nest_is_taken_by_its_value_and_its_own_gumbel_number(side: int) -> None:
    taken = set()
    for tick in TICKS:
        world = at(tick, {"weights.0.inertia": 0.0})
        world.utilities[:] = [0.02 * number for number in range(a.COUNT)]
        world.allowed[:] = [1] * a.COUNT
        world.allowed[10] = tick % 2
        value_nests(world, side)
        key = world.leaders[side].key
        luck = (*four(SEED, RUN, tick, key, GROUP_NESTS), four(SEED, RUN, tick, key, GROUP_LAST_NEST)[0])
        scores = [world.nest_values[nest] + gumbel(luck[nest]) for nest in range(a.N_NESTS)]
        assert choose_nest(world, side) == scores.index(max(scores))
        taken.add(choose_nest(world, side))
    assert taken == set(range(a.N_NESTS))


@SIDES
@pytest.mark.parametrize("nest", range(a.N_NESTS))
def test_an_action_is_taken_by_its_odds_over_its_own_exponential_number(side: int, nest: int) -> None:
    """The race, against the sum of scaled utility, log of mass and Gumbel number that it stands for."""
    taken = set()
    for tick in TICKS:
        world = at(tick, {"weights.0.dissimilarity": 0.5})
        world.leaders[side].precision = 1.5
        world.utilities[:] = [0.1 * number for number in range(a.COUNT)]
        world.masses[:] = [math.exp(-0.2 * number) for number in range(a.COUNT)]
        world.allowed[:] = [1] * a.COUNT
        world.allowed[4] = tick % 2
        value_nests(world, side)
        key = world.leaders[side].key
        scores = {
            action: gumbel(uniform(SEED, RUN, tick, key, FIRST_ACTION + action)) + 0.1 * action * 3.0 - 0.2 * action
            for action in range(a.NEST_FIRST[nest], a.NEST_END[nest])
            if world.allowed[action]
        }
        assert choose_within(world, side, nest) == max(scores, key=scores.__getitem__)
        taken.add(choose_within(world, side, nest))
    assert len(taken) >= min(3, a.NEST_END[nest] - a.NEST_FIRST[nest])


@SIDES
def test_the_next_decision_comes_after_a_dead_time_and_an_exponential_wait(side: int) -> None:
    for rings in range(4):
        world = at(49, {"setting.0.rate_per_week": 3.0, f"leaders.{side}.rings": rings})
        ring_again(world, slots.RING + side)
        u = uniform(SEED, RUN, rings, world.leaders[side].key, RING)
        item = world.agenda[slots.RING + side]
        assert item.due == pytest.approx(12.25 + 0.25 - math.log(u) * (7 / 3 - 0.25))
        assert (item.event, item.asker, world.leaders[side].rings) == (NONE, NONE, rings + 1)


@SIDES
def test_a_coin_is_tossed_at_its_own_address_and_below_one_half_names_who_comes_first(side: int) -> None:
    world = coming_first(at(49), side)
    tossed = [coin(world, toss) for toss in range(20)]
    numbers = [uniform(SEED, RUN, toss, world.setting[0].dyad_key, TURN_ORDER) for toss in range(20)]
    assert tossed == [side if number < 0.5 else 1 - side for number in numbers]
    assert set(tossed) == {0, 1}


def test_who_moves_in_a_round_is_that_round_s_toss_or_the_turn_after_the_first() -> None:
    world = at(49, {"setting.0.clock": words.FIXED, "setting.0.order": words.RANDOM})
    alternating = at(49, {"setting.0.clock": words.FIXED, "setting.0.order": words.ALTERNATING})
    for rings in range(1, 20):
        world.leaders[0].rings = alternating.leaders[0].rings = rings
        assert movers(world, slots.RING) == coin(world, rings - 1)
        for leads in (0, 1):
            put_all(alternating, {"setting.0.leads": leads})
            assert movers(alternating, slots.RING) == (leads + rings - 1) % 2


@SIDES
def test_which_of_two_acts_is_felt_first_is_tossed(side: int) -> None:
    """Acts are given in the order of turns: the first is that of the side that comes first."""
    orders = set()
    for tick in TICKS:
        world = coming_first(at(tick), side)
        act_together(world, a.SIGNAL, a.HOLD) if tick % 2 else act_together(world, a.SIGNAL, a.SIGNAL)
        first = uniform(SEED, RUN, tick, world.setting[0].dyad_key, FELT_FIRST) < 0.5
        assert world.events[0].actor == (side if tick % 2 or first else 1 - side)
        assert [sum(leader.counts) for leader in world.leaders] == [1, 1]
        assert world.leaders[side].counts[a.SIGNAL] == 1
        assert world.leaders[1 - side].counts[a.SIGNAL] == 1 - tick % 2
        orders.add(first)
    assert orders == {True, False}


@SIDES
def test_whose_offer_stands_is_tossed_at_its_own_address(side: int) -> None:
    named = set()
    for tick in TICKS:
        world = coming_first(at(tick), side)
        below = uniform(SEED, RUN, tick, world.setting[0].dyad_key, WHOSE_OFFER) < 0.5
        assert whose_offer(world) == (side if below else 1 - side)
        named.add(below)
    assert named == {True, False}


@SIDES
def test_a_market_moves_by_its_volatility_and_the_root_of_the_step(side: int) -> None:
    world = at(0, {f"markets.{side}.volatility": 0.02, "setting.0.step_days": 0.25, "dyad.0.step": 0})
    draw_news(world)
    for tick in TICKS:
        world.dyad[0].step = tick
        before = [market.index for market in world.markets]
        trade_on(world, side)
        noise = normal(uniform(SEED, RUN, tick, world.markets[side].key, MARKET_NOISE))
        assert world.markets[side].index == pytest.approx(before[side] + 0.02 * 0.5 * noise)
        assert world.markets[1 - side].index == before[1 - side]


@pytest.mark.parametrize("m", range(2))
def test_a_host_offers_when_its_hazard_strikes(m: int) -> None:
    seen = set()
    for wait in TICKS:
        changes = {"weights.0.offer_rate": 20.0, "setting.0.step_days": 0.5, f"mediators.{m}.fatigue": 0.25}
        world = at(49, {**changes, f"mediators.{m}.waits": wait})
        mediator = world.mediators[m]
        rested = 1 - 0.25 * world.setting[0].fatigue_kept
        rate = 20.0 * eagerness(world, mediator) / 0.75 * rested * harm(world) * welcome(mediator)
        wait_again(world, mediator)
        consider_offering(world, m, urge_to_help(world))
        struck = 1 - uniform(SEED, RUN, wait, mediator.key, OFFER) < 1 - math.exp(-rate * 0.5)
        assert kinds(world) == ["mediation_offered"] * struck
        assert [host.stage != slots.IDLE for host in world.mediators] == [struck and m == host for host in range(2)]
        seen.add(struck)
    assert seen == {True, False}


@SIDES
@pytest.mark.parametrize("m", range(2))
def test_a_host_who_is_invited_comes_or_refuses(side: int, m: int) -> None:
    seen = set()
    for tick in TICKS:
        world = at(tick, {f"leaders.{side}.best_host": m, "weights.0.invited_gain": 0.4, "weights.0.fatigue": 0.3})
        mediator = world.mediators[m]
        fatigue = mediator.fatigue
        chance = 1 - (1 - eagerness(world, mediator)) * 0.6
        comes = uniform(SEED, RUN, tick, mediator.key, TAKE_UP) < chance
        invite(world, side)
        assert kinds(world) == ["mediator_invited", "mediation_offered" if comes else "mediator_refused"]
        assert (world.events[0].actor, world.events[0].target, world.events[0].mediator) == (side, 2 + m, m)
        assert mediator.fatigue == (fatigue if comes else pytest.approx(1 - (1 - fatigue) * 0.7))
        if comes:
            assert list(mediator.answer) == ([0, -1] if side == 0 else [-1, 0])
        else:
            assert (world.events[1].actor, world.events[1].target, world.events[1].mediator) == (2 + m, side, m)
        seen.add(comes)
    assert seen == {True, False}


@SIDES
def test_an_envoy_gets_through_when_the_door_is_open_wide_enough(side: int) -> None:
    seen = set()
    for tick in TICKS:
        doors = {"leaders.0.openness": 0.9, "leaders.1.openness": 0.9, "weights.0.door_envoy": 0.0}
        world = at(tick, {"leaders.0.envoy": 1, "leaders.1.envoy": 2, **doors})
        chance = access_chance(world, 1 - side, world.envoys[1 + side].standing)
        through = uniform(SEED, RUN, tick, world.leaders[side].key, ENVOY_ACCESS) < chance
        envoy_arrives(world, side)
        assert kinds(world) == ["envoy_received" if through else "envoy_blocked"]
        seen.add(through)
    assert seen == {True, False}


def test_a_summit_ruptures_when_the_number_falls_below_the_hazard() -> None:
    seen = set()
    for tick in TICKS:
        world = at(tick, {"weights.0.rupture_base": 0.5})
        below = uniform(SEED, RUN, tick, world.setting[0].dyad_key, BREAKDOWN) < blow_up_chance(world)
        assert breaks_down(world) == below
        seen.add(below)
    assert seen == {True, False}


@SIDES
def test_a_floor_is_taken_for_the_truth_with_an_error_that_ground_shrinks(side: int) -> None:
    for tick in TICKS:
        world = at(tick, {"dyad.0.groundwork": 0.25, "weights.0.estimate_error": 0.2})
        error = normal(uniform(SEED, RUN, tick, world.leaders[side].key, ESTIMATE))
        assert estimated_floor(world, side, 0.5) == pytest.approx(min(max(0.5 + 0.15 * error, 0.0), 0.95))


@SIDES
def test_a_settlement_passes_at_home_as_far_as_it_clears_the_win_set(side: int) -> None:
    seen = set()
    for tick in TICKS:
        world = at(tick, {"weights.0.ratification_base": -0.3, "weights.0.ratification_slope": 2.0})
        for number, issue in enumerate(world.issues):
            part = 0.3 + 0.2 * number
            issue.settled[:] = [part, 1 - part]
            issue.share[:] = [0.6 - 0.2 * number, 0.4 + 0.2 * number]
        slack = settled_value(world, side) - worth_of_share(world, side, world.publics[side].win_set)
        objected = world.weights[0].ratification_objection * objection(world, side, 1 - settled_value(world, side))
        chance = 1 / (1 + math.exp(0.3 - 2.0 * slack + objected))
        passes = uniform(SEED, RUN, tick, world.leaders[side].key, RATIFICATION) < chance
        assert deal_passes(world, side) == passes
        seen.add(passes)
    assert seen == {True, False}


@SIDES
def test_answers_draw_at_their_topic_and_those_to_a_host_at_a_key_of_host_and_side(side: int) -> None:
    world, hosts, sides = at(49), list(PLAIN.mediators), sorted(PLAIN.leaders)
    for topic in range(len(answers.TOPICS)):
        if topic != answers.MEDIATION:
            luck = four(SEED, RUN, 49, world.leaders[side].key, GROUP_ANSWERS + topic)
            assert answer_luck(world, side, topic, NONE) == luck
    for m in range(2):
        luck = four(SEED, RUN, 49, actor_key(f"mediators.{hosts[m]}/answers/{sides[side]}"), GROUP_MEDIATION)
        assert answer_luck(world, side, answers.MEDIATION, m) == luck


def test_drawn_numbers_are_the_inverse_of_their_distribution() -> None:
    for key in range(1, 30):
        address = (SEED, RUN, key)
        u = uniform(SEED, RUN, 0, key, PARAMETER)
        assert draw(address, UNIFORM, (2.0, 5.0, 0.0, 0.0), []) == pytest.approx(2 + 3 * u)
        wanted = 1 + math.sqrt(u * 4 * 1) if u < 0.25 else 5 - math.sqrt((1 - u) * 4 * 3)
        assert draw(address, TRIANGULAR, (1.0, 2.0, 5.0, 0.0), []) == pytest.approx(wanted)
        picked = 7.0 if u < 0.2 else 8.0 if u < 0.7 else 9.0
        assert draw(address, CHOICE, (0.0, 0.0, 0.0, 0.0), [7.0, 8.0, 9.0, 0.2, 0.7, 1.0]) == picked

"""Do things fall due in time order, and do clocks ring as their kind says?"""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.agenda import coin, movers, next_due, pending, put, ring_again, strike, tick_of
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import scenario_words as words
from sim.vocabulary.codes import BOTH, NEVER, NONE
from tests.sim.rules.worlds import put_all, world_of


@given(
    st.lists(st.sampled_from([3.0, 5.0, NEVER]) | st.floats(0, 100), min_size=1, max_size=15),
    st.floats(0, 120),
    st.permutations([1, 2]),
)
def test_what_is_due_first_comes_first_and_of_equals_the_lower_kind(
    dues: list[float], until: float, keys: list[int]
) -> None:
    world = world_of()
    world.leaders[0].key, world.leaders[1].key = keys
    for item in world.agenda:
        item.due = NEVER
    for slot, due in enumerate(dues[: len(world.agenda)]):
        world.agenda[slot].due = due
    waiting = [(item.due, *rank(world, slot), slot) for slot, item in enumerate(world.agenda) if item.due < until]
    assert next_due(world, until) == (min(waiting)[-1] if waiting else NONE)


def rank(world: World, slot: int) -> tuple[int, bool]:
    """Kinds in the order of their slots; of one kind the side with the smaller key of luck."""
    side = slot % 2
    paired = slot < slots.CALL
    return (slot - side, world.leaders[side].key > world.leaders[1 - side].key) if paired else (slot, False)


@pytest.mark.parametrize("keys", [(1, 2), (2, 1)])
def test_of_two_letters_at_one_moment_the_side_with_the_smaller_key_answers_first(keys: tuple[int, int]) -> None:
    world = world_of()
    world.leaders[0].key, world.leaders[1].key = keys
    for slot in range(len(world.agenda)):
        strike(world, slot)
    put(world, slots.LETTER, 4.0, 1, 1)
    put(world, slots.LETTER + 1, 4.0, 2, 0)
    assert next_due(world, 9.0) == slots.LETTER + keys.index(1)


def test_what_is_put_is_pending_until_struck() -> None:
    world = world_of()
    put(world, slots.CALL, 4.5, 3, BOTH)
    item = world.agenda[slots.CALL]
    assert (item.due, item.event, item.asker, pending(world, slots.CALL)) == (4.5, 3, BOTH, True)
    strike(world, slots.CALL)
    assert not pending(world, slots.CALL)


@given(st.floats(0, 4000))
def test_a_tick_is_a_quarter_day(day: float) -> None:
    assert tick_of(day) <= day * 4 < tick_of(day) + 1


def rings(rate: float, n: int) -> list[float]:
    world = put_all(world_of(), {"setting.0.rate_per_week": rate, "leaders.0.rings": 0, "dyad.0.now": 0.0})
    days = []
    for _ in range(n):
        ring_again(world, slots.RING)
        world.dyad[0].now = world.agenda[slots.RING].due
        days.append(world.dyad[0].now)
    return days


@pytest.mark.parametrize("rate", [0.1, 2.0, 14.0])
def test_the_poisson_clock_rings_at_its_rate_and_never_twice_in_a_quarter_day(rate: float) -> None:
    """5,000 gaps: mean 7 / rate within 4 standard errors (the sd of a gap is the mean less the dead time)."""
    n = 5000
    days = rings(rate, n)
    gaps = [later - earlier for earlier, later in zip([0.0, *days], days, strict=False)]
    mean = 7 / rate
    assert sum(gaps) / n == pytest.approx(mean, abs=4 * (mean - 0.25) / math.sqrt(n) + 1e-9)
    assert min(gaps) >= 0.25 - 1e-9
    ticks = [tick_of(day) for day in days]
    assert len(set(ticks)) == n


def test_the_fixed_clock_rings_every_so_many_days_from_the_first_on() -> None:
    world = world_of({"clock": {"kind": "fixed", "every_days": 7}})
    assert world.agenda[slots.RING].due == 0
    days = []
    for _ in range(4):
        days.append(world.agenda[slots.RING].due)
        ring_again(world, slots.RING)
    assert days == [0, 7, 14, 21]
    assert not pending(world, slots.RING + 1)


def order_of(order: int, rounds: int, seed: int = 0) -> list[int]:
    world = put_all(world_of(seed=seed), {"setting.0.clock": words.FIXED, "setting.0.order": order})
    found = []
    for number in range(rounds):
        world.leaders[0].rings = number + 1
        found.append(movers(world, slots.RING))
    return found


def test_simultaneous_moves_are_both_s() -> None:
    assert order_of(words.SIMULTANEOUS, 5) == [BOTH] * 5


def test_alternating_moves_alternate_from_a_tossed_start() -> None:
    starts = set()
    for seed in range(20):
        found = order_of(words.ALTERNATING, 6, seed)
        assert all(one != other for one, other in pairwise(found))
        starts.add(found[0])
        world = world_of(seed=seed)
        assert found[0] == world.setting[0].leads == coin(world, 0)
    assert starts == {0, 1}


def test_random_moves_are_fair() -> None:
    n = 4000
    found = order_of(words.RANDOM, n)
    assert set(found) == {0, 1}
    assert abs(sum(found) / n - 0.5) <= 4 * math.sqrt(0.25 / n)


def test_under_the_poisson_clock_whoever_rings_moves() -> None:
    world = world_of()
    assert [movers(world, slots.RING), movers(world, slots.RING + 1)] == [0, 1]


@given(st.integers(0, 10**6))
def test_a_coin_has_two_sides(toss: int) -> None:
    assert coin(world_of(), toss) in (0, 1)

"""Is the choice the nested logit it claims to be, and is the menu's length no hidden parameter?"""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.rules.decide.choice import (
    ABSENT,
    action_chance,
    best_action,
    choose_action,
    nest_chance,
    nest_value,
    precision_of,
    value_nests,
)
from sim.state.world import World
from sim.vocabulary import actions as acts
from tests.sim.rules.worlds import put, put_all, world_of

utilities = st.lists(st.floats(-26, 26), min_size=acts.COUNT, max_size=acts.COUNT)
masks = st.lists(st.booleans(), min_size=acts.COUNT, max_size=acts.COUNT).map(lambda on: [1, *map(int, on[1:])])
precisions = st.floats(1, 16)
dissimilarities = st.floats(0.05, 1)


def chooser(
    values: Sequence[float], allowed: Sequence[int], precision: float = 4.0, mu: float = 0.5, **masses: float
) -> World:
    """A world in which side 0 faces these utilities; masses by name of action."""
    world = put_all(world_of(), {"leaders.0.precision": precision, "weights.0.dissimilarity": mu})
    world.utilities[:] = values
    world.allowed[:] = allowed
    for name, mass in masses.items():
        world.masses[acts.WORDS.index(name)] = mass
    value_nests(world, 0)
    return world


def neutral(world: World) -> World:
    """The same world without inertia and with backing out at its full mass."""
    put_all(world, {"weights.0.inertia": 0.0, "weights.0.withdraw_quiet": 1.0})
    value_nests(world, 0)
    return world


def chances(world: World) -> list[float]:
    return [action_chance(world, a) for a in range(acts.COUNT)]


def only(*actions: int) -> list[int]:
    return [int(a in actions) for a in range(acts.COUNT)]


@given(utilities, masks, precisions, dissimilarities)
def test_chances_sum_to_one_and_the_masked_have_none(
    values: list[float], allowed: list[int], precision: float, mu: float
) -> None:
    world = chooser(values, allowed, precision, mu)
    found = chances(world)
    assert math.fsum(found) == pytest.approx(1, abs=1e-9)
    assert all(chance == 0 for chance, on in zip(found, allowed, strict=True) if not on)
    assert all(0 <= chance <= 1 + 1e-12 for chance in found)


@given(utilities, masks, precisions, dissimilarities, st.integers(0, 2**32 - 1), st.integers(0, 4000))
def test_what_is_masked_is_never_taken(
    values: list[float], allowed: list[int], precision: float, mu: float, seed: int, tick: int
) -> None:
    world = chooser(values, allowed, precision, mu)
    put_all(world, {"setting.0.seed": seed, "dyad.0.tick": tick})
    assert allowed[choose_action(world, 0)] == 1
    assert allowed[best_action(world)] == 1


@given(utilities, masks, precisions, dissimilarities, st.floats(-10, 10))
def test_a_constant_added_to_all_utilities_changes_nothing(
    values: list[float], allowed: list[int], precision: float, mu: float, constant: float
) -> None:
    """Metamorphic M1."""
    before = chances(chooser(values, allowed, precision, mu))
    after = chances(chooser([value + constant for value in values], allowed, precision, mu))
    assert after == pytest.approx(before, abs=1e-9)


@given(utilities, masks, precisions, dissimilarities, st.floats(0.1, 10))
def test_utilities_times_k_with_precision_over_k_change_nothing(
    values: list[float], allowed: list[int], precision: float, mu: float, k: float
) -> None:
    """Metamorphic M2."""
    before = chances(chooser(values, allowed, precision, mu))
    after = chances(chooser([value * k for value in values], allowed, precision / k, mu))
    assert after == pytest.approx(before, abs=1e-9)


@given(utilities, precisions, dissimilarities, st.sampled_from([1, 3, 4, 5, 6, 7, 8, 11]))
def test_an_action_split_into_two_of_half_its_mass_leaves_every_other_chance(
    values: list[float], precision: float, mu: float, whole: int
) -> None:
    """Metamorphic M4: ``whole`` and the action after it are one act under two names."""
    twin = whole + 1
    values[twin] = values[whole]
    together = [1] * acts.COUNT
    together[twin] = 0
    one = chances(chooser(values, together, precision, mu))
    half = {acts.WORDS[whole]: 0.5, acts.WORDS[twin]: 0.5}
    two = chances(chooser(values, [1] * acts.COUNT, precision, mu, **half))
    assert two[whole] + two[twin] == pytest.approx(one[whole], abs=1e-9)
    for a in range(acts.COUNT):
        if a not in (whole, twin):
            assert two[a] == pytest.approx(one[a], abs=1e-9)


@given(st.floats(-5, 5), precisions, dissimilarities, st.integers(2, 7))
def test_a_longer_menu_of_the_same_makes_a_nest_no_likelier(value: float, precision: float, mu: float, n: int) -> None:
    """Holding against n equal ways to reach out is holding against one of them (no red bus, blue bus)."""
    values = [0.0] * acts.COUNT
    for a in range(acts.NEST_FIRST[2], acts.NEST_END[2]):
        values[a] = value
    one = chances(chooser(values, only(acts.HOLD, acts.SIGNAL), precision, mu))[acts.HOLD]
    many = chances(chooser(values, only(acts.HOLD, *range(acts.SIGNAL, acts.SIGNAL + n)), precision, mu))[acts.HOLD]
    assert many == pytest.approx(one, abs=1e-9)


def test_softmax_of_two_one_zero() -> None:
    """Theory B20: a nest of three equal masses, precision 1 and mu 1, is the plain softmax."""
    values = [0.0] * acts.COUNT
    values[acts.SIGNAL], values[acts.SEND_LETTER], values[acts.SEND_ENVOY] = 2.0, 1.0, 0.0
    found = chances(chooser(values, only(acts.SIGNAL, acts.SEND_LETTER, acts.SEND_ENVOY), precision=1.0, mu=1.0))
    assert found[acts.SIGNAL : acts.SEND_ENVOY + 1] == pytest.approx([0.665241, 0.244728, 0.090031], abs=1e-6)


def test_within_a_nest_dissimilarity_sharpens_the_softmax() -> None:
    """By hand: precision 1 and mu 1/2 double the utilities within a nest, 1 / (1 + e^-2)."""
    values = [0.0] * acts.COUNT
    values[acts.ESCALATE] = 1.0
    found = chances(chooser(values, only(acts.ESCALATE, acts.EASE), precision=1.0, mu=0.5))
    assert found[acts.ESCALATE] == pytest.approx(1 / (1 + math.exp(-2)))


@given(utilities, precisions)
def test_with_mu_one_nests_of_one_are_the_plain_logit(values: list[float], precision: float) -> None:
    """No inertia, and backing out is no likelier after provocation than without."""
    taken = (acts.HOLD, acts.ESCALATE, acts.SIGNAL, acts.WITHDRAW, acts.RALLY)
    scaled = [precision * values[a] for a in taken]
    top = max(scaled)
    plain = [math.exp(value - top) for value in scaled]
    found = chances(neutral(chooser(values, only(*taken), precision, mu=1.0)))
    assert [found[a] for a in taken] == pytest.approx([p / math.fsum(plain) for p in plain], abs=1e-9)


def test_the_inclusive_value_of_equal_actions_is_their_scaled_utility() -> None:
    world = chooser([0.7] * acts.COUNT, [1] * acts.COUNT, precision=3.0, mu=0.4)
    for nest in range(len(acts.NESTS)):
        assert nest_value(world, 3.0, nest) == pytest.approx(2.1)


def test_an_empty_nest_is_absent() -> None:
    world = chooser([0.0] * acts.COUNT, only(acts.HOLD, acts.EASE))
    assert world.nest_values[2] == ABSENT
    assert math.fsum(nest_chance(world, nest) for nest in (0, 1)) == pytest.approx(1)


@pytest.mark.parametrize("gap", [10.0, 800.0, 1e5])
def test_utilities_far_apart_neither_overflow_nor_lose_the_sum(gap: float) -> None:
    """Weights go up to 4 and precision to 16, so that inclusive values may lie more than 709 apart."""
    values = [0.0] * acts.COUNT
    values[acts.ESCALATE], values[acts.RALLY] = gap, -gap
    found = chances(chooser(values, [1] * acts.COUNT, precision=16.0, mu=0.05))
    assert found[acts.ESCALATE] == pytest.approx(1)
    assert found[acts.RALLY] == pytest.approx(0)
    assert math.fsum(found) == pytest.approx(1)


@pytest.mark.slow
def test_gumbel_max_sampling_agrees_with_the_chances() -> None:
    """12,000 choices, each at the address of its own tick; every frequency within 4 standard errors of its chance."""
    n = 12_000
    values = [0.1, 0.3, -0.2, 0.25, 0.0, 0.05, -0.1, 0.2, -0.3, 0.15, 0.0, -0.05, 0.1]
    allowed = [1, 1, 1, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1]
    world = chooser(values, allowed, precision=4.0, mu=0.5)
    expected = chances(world)
    seen = [0] * acts.COUNT
    for tick in range(n):
        world.dyad[0].tick = tick
        seen[choose_action(world, 0)] += 1
    for a in range(acts.COUNT):
        error = math.sqrt(expected[a] * (1 - expected[a]) / n)
        assert abs(seen[a] / n - expected[a]) <= 4 * error, acts.WORDS[a]


@pytest.mark.slow
def test_sampling_respects_masses() -> None:
    n = 6_000
    world = chooser([0.0] * acts.COUNT, only(acts.ESCALATE, acts.EASE), 1.0, 1.0, escalate=0.8, ease=0.2)
    seen = 0
    for tick in range(n):
        world.dyad[0].tick = tick
        seen += choose_action(world, 0) == acts.ESCALATE
    assert action_chance(world, acts.ESCALATE) == pytest.approx(0.8)
    assert abs(seen / n - 0.8) <= 4 * math.sqrt(0.16 / n)


@given(utilities, masks)
def test_argmax_takes_the_best_without_luck(values: list[float], allowed: list[int]) -> None:
    world = chooser(values, allowed)
    put(world, "setting.0.argmax", 1)
    best = max(value for value, on in zip(values, allowed, strict=True) if on)
    first = next(a for a in range(acts.COUNT) if allowed[a] and values[a] == best)
    for seed in range(3):
        put(world, "setting.0.seed", seed)
        assert choose_action(world, 0) == first


@given(st.floats(0, 1))
def test_precision_goes_from_one_to_sixteen(decisiveness: float) -> None:
    assert precision_of(decisiveness) == pytest.approx(4 * 4 ** (2 * decisiveness - 1))


@given(utilities, masks, dissimilarities, precisions, precisions)
def test_a_more_precise_leader_errs_less(
    values: list[float], allowed: list[int], mu: float, one: float, other: float
) -> None:
    """The expected utility of the nested logit does not fall with precision, when each nest holds one action."""
    allowed = [
        int(on and a in (acts.HOLD, acts.ESCALATE, acts.SIGNAL, acts.WITHDRAW, acts.RALLY))
        for a, on in enumerate(allowed)
    ]
    low, high = sorted((one, other))
    assume(high > low)
    got = []
    for precision in (low, high):
        found = chances(chooser(values, allowed, precision, mu))
        got.append(math.fsum(chance * value for chance, value in zip(found, values, strict=True)))
    assert got[1] >= got[0] - 1e-9

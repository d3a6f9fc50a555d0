"""Is luck where its address says, the same everywhere, and of the right shape?"""

from __future__ import annotations

import math
import subprocess
import sys
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.luck import (
    LARGEST_RUN,
    LARGEST_SEED,
    actor_key,
    four,
    fresh_address,
    generator,
    gumbel,
    normal,
    philox,
    spread,
    uniform,
)

ALL = 0xFFFFFFFF
words = st.integers(0, ALL)
open_unit = st.floats(2.0**-33, 1 - 2.0**-33)

# Random123, tests/kat_vectors at commit 9545ff6: counter, key, output of philox4x32-10.
VECTORS = [
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((ALL, ALL, ALL, ALL), (ALL, ALL), (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
    ),
]


@pytest.mark.parametrize(("counter", "key", "output"), VECTORS)
def test_philox_gives_the_published_vectors(
    counter: tuple[int, ...], key: tuple[int, ...], output: tuple[int, ...]
) -> None:
    assert philox(*counter, *key) == output


@given(words, words, words, words, words, words)
def test_philox_stays_within_its_words(a: int, b: int, c: int, d: int, k: int, m: int) -> None:
    assert all(0 <= word <= ALL for word in philox(a, b, c, d, k, m))


def test_uniforms_are_strictly_between_their_ends() -> None:
    assert spread(0) == 2.0**-33
    assert spread(ALL) == 1 - 2.0**-33
    assert 0 < spread(0) < spread(ALL) < 1


@given(st.integers(0, LARGEST_SEED), st.integers(0, LARGEST_RUN), words, words, st.integers(0, 400))
def test_an_address_has_one_number_and_four_lanes(seed: int, run: int, tick: int, key: int, purpose: int) -> None:
    u = uniform(seed, run, tick, key, purpose)
    assert 0 < u < 1
    assert u == uniform(seed, run, tick, key, purpose)
    assert u == four(seed, run, tick, key, purpose // 4)[purpose % 4]


@pytest.mark.parametrize("place", range(5))
def test_every_part_of_the_address_matters_by_itself(place: int) -> None:
    """Streams that differ in one part of the address share no number; correlation within 4 standard errors of 0."""
    n = 4000
    moved = [1, 1, 1, 1, 1]
    moved[place] = 2
    vary = 2 if place != 2 else 1  # the part that runs, so that each stream is a sequence

    def stream(base: list[int]) -> list[float]:
        return [uniform(*[*base[:vary], 10 + t, *base[vary + 1 :]]) for t in range(n)]

    one, other = stream([1, 1, 1, 1, 1]), stream(moved)
    assert not set(one) & set(other)
    correlation = sum((x - 0.5) * (y - 0.5) for x, y in zip(one, other, strict=True)) / n * 12
    assert abs(correlation) < 4 / math.sqrt(n)


def test_uniforms_are_even_over_cells() -> None:
    """Chi-square over 20 cells of 20,000 numbers in the order in which a run asks for them: purposes within ticks."""
    cells = [0] * 20
    for tick in range(1000):
        for purpose in range(20):
            cells[int(uniform(7, 3, tick, actor_key("us"), purpose) * 20)] += 1
    chi = sum((seen - 1000) ** 2 / 1000 for seen in cells)
    assert chi < 52.6  # the 1 - 5e-5 quantile of chi-square with 19 degrees of freedom


@given(open_unit)
def test_normal_is_the_quantile_of_the_standard_library(u: float) -> None:
    assert normal(u) == pytest.approx(NormalDist().inv_cdf(u), rel=1e-9, abs=1e-12)
    assert NormalDist().cdf(normal(u)) == pytest.approx(u, rel=1e-9)


@given(open_unit, open_unit)
def test_normal_and_gumbel_rise(u: float, v: float) -> None:
    low, high = sorted((u, v))
    assert normal(low) <= normal(high)
    assert gumbel(low) <= gumbel(high)


def test_gumbel_worked_example() -> None:
    assert gumbel(math.exp(-1)) == pytest.approx(0)
    assert gumbel(0.5) == pytest.approx(-math.log(math.log(2)))


@given(open_unit)
def test_gumbel_inverts_its_distribution(u: float) -> None:
    assert math.exp(-math.exp(-gumbel(u))) == pytest.approx(u)


def test_actor_keys_are_stable() -> None:
    """BLAKE2s with four bytes of digest, big-endian; written down once, so that no change of it goes unseen."""
    assert actor_key("dyad") == 0xCB5CAF65
    assert actor_key("us/advisers/navarro") == 0x8190FADD


def test_actor_keys_do_not_depend_on_the_process() -> None:
    code = "from sim.luck import actor_key; print(actor_key('us'), actor_key('mediators/oslo'))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": salt, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for salt in ("0", "12345")
    }
    assert said == {f"{actor_key('us')} {actor_key('mediators/oslo')}\n"}


def test_actor_keys_of_everything_shipped_differ() -> None:
    paths = [
        f"{side}/{roster}/{n}" for side in ("us", "china") for roster in ("advisers", "envoys") for n in range(500)
    ]
    assert len({actor_key(path) for path in paths}) == len(paths)


def test_a_generator_is_fresh_each_time() -> None:
    first, second = generator(5, "bootstrap"), generator(5, "bootstrap")
    assert first is not second
    assert first.random(5).tolist() == second.random(5).tolist()
    assert generator(5, "bootstrap").random() != generator(5, "design").random()
    assert generator(6, "bootstrap").random() != generator(5, "bootstrap").random()


@given(words, words, words, words)
def test_a_fresh_address_is_an_address_of_its_own(seed: int, run: int, tick: int, which: int) -> None:
    fresh = fresh_address(seed, run, tick, which)
    assert all(0 <= word <= ALL for word in fresh)
    assert fresh == fresh_address(seed, run, tick, which)
    assert fresh != (seed, run)


@pytest.mark.parametrize("place", range(4))
def test_every_part_of_what_is_left_matters_for_the_fresh_address(place: int) -> None:
    addresses = [fresh_address(*(n if k == place else 3 for k in range(4))) for n in range(2000)]
    assert len(set(addresses)) == 2000

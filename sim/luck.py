"""Where luck lives: every random number is a pure function of (seed, run, tick, actor, purpose).

Nothing is drawn in sequence, so a change to one actor or one trait moves nobody else's luck. A run may leave its own
luck at a decision and go on under one drawn afresh, whose address is a function of where it left
(:func:`fresh_address`). The numbers come
from Philox4x32-10 (Salmon, Moraes, Dror & Shaw 2011): key = (seed, actor), counter = (tick, purpose // 4, run, tag),
and ``purpose % 4`` picks one of the four words.
"""

from __future__ import annotations

import hashlib
import math
from typing import TYPE_CHECKING

from sim.rule import inlined_rule, rule

if TYPE_CHECKING:
    import numpy as np

MASK = 0xFFFFFFFF
LARGEST_SEED = MASK
LARGEST_RUN = MASK
_MULTIPLY_0 = 0xD2511F53
_MULTIPLY_1 = 0xCD9E8D57
_WEYL_0 = 0x9E3779B9
_WEYL_1 = 0xBB67AE85
_ROUNDS = 10
_WORD = 32
_TAG = 0x636C6D62
_FRESH_TAG = 0x66726573
_LANES = 4
_HALF = 0.5
_SPREAD = 1.0 / 4294967296.0


@inlined_rule
def philox(c0: int, c1: int, c2: int, c3: int, k0: int, k1: int) -> tuple[int, int, int, int]:
    """One block of Philox4x32-10: four words of 32 bits from a counter and a key (all 0..2**32-1)."""
    for _ in range(_ROUNDS):
        p0 = _MULTIPLY_0 * c0
        p1 = _MULTIPLY_1 * c2
        c0 = ((p1 >> _WORD) & MASK) ^ c1 ^ k0
        c1 = p1 & MASK
        c2 = ((p0 >> _WORD) & MASK) ^ c3 ^ k1
        c3 = p0 & MASK
        k0 = (k0 + _WEYL_0) & MASK
        k1 = (k1 + _WEYL_1) & MASK
    return c0, c1, c2, c3


@inlined_rule
def spread(word: int) -> float:
    """A 32-bit word as a number strictly between 0 and 1."""
    return (word + _HALF) * _SPREAD


@inlined_rule
def four(seed: int, run: int, tick: int, key: int, group: int) -> tuple[float, float, float, float]:
    """The four uniforms of one block, purposes ``4*group`` to ``4*group + 3``."""
    w0, w1, w2, w3 = philox(tick, group, run, _TAG, seed, key)
    return spread(w0), spread(w1), spread(w2), spread(w3)


@rule
def uniform(seed: int, run: int, tick: int, key: int, purpose: int) -> float:
    """A number strictly between 0 and 1 at an address.

    Parameters
    ----------
    seed, run : int
        0 to 2**32 - 1.
    tick : int
        Quarter-day since the start (or an ordinal, for draws outside time).
    key : int
        Actor, from :func:`actor_key`.
    purpose : int
        What it is for, from :mod:`sim.vocabulary.purposes`.
    """
    u0, u1, u2, u3 = four(seed, run, tick, key, purpose // _LANES)
    lane = purpose % _LANES
    if lane == 0:
        return u0
    if lane == 1:
        return u1
    return u2 if lane == 2 else u3


@rule
def fresh_address(seed: int, run: int, tick: int, which: int) -> tuple[int, int]:
    """Seed and run of luck that is drawn afresh from a moment on: a pure function of (seed, run, from tick, which).

    Whatever is drawn there keeps its own address otherwise (tick, actor, purpose). The two words come from a block of
    their own tag, so that no ordinary draw shares it.

    Parameters
    ----------
    seed, run : int
        Address of the run whose luck ends there, each 0 to 2**32 - 1.
    tick : int
        Quarter-day since the start from which luck is drawn afresh.
    which : int
        Which of many such lucks, 0 to 2**32 - 1.
    """
    w0, w1, _, _ = philox(tick, which, run, _FRESH_TAG, seed, 0)
    return w0, w1


@rule
def gumbel(u: float) -> float:
    """A standard Gumbel number from a uniform one."""
    return -math.log(-math.log(u))


@inlined_rule
def is_central(u: float) -> bool:
    """Whether a uniform number is so near the median (0.075 to 0.925) that :func:`normal_centre` does for it."""
    return bool(-_CENTRE <= u - _HALF <= _CENTRE)


@inlined_rule
def normal_centre(u: float) -> float:
    """The standard normal number of a central uniform number; without a branch, for loops over many."""
    q = u - _HALF
    return q * _ratio_centre(_CENTRE_SQUARED - q * q)


@rule
def normal(u: float) -> float:
    """A standard normal number from a uniform one (Wichura 1988, algorithm AS 241, relative accuracy 1e-16)."""
    if is_central(u):
        return normal_centre(u)
    q = u - _HALF
    tail = u if q < 0 else 1 - u
    r = math.sqrt(-math.log(tail))
    size = _ratio_near(r - _NEAR_SHIFT) if r <= _FAR else _ratio_far(r - _FAR)
    return -size if q < 0 else size


_CENTRE = 0.425
_CENTRE_SQUARED = 0.180625
_NEAR_SHIFT = 1.6
_FAR = 5.0
_A = (
    3.3871328727963666080e0,
    1.3314166789178437745e2,
    1.9715909503065514427e3,
    1.3731693765509461125e4,
    4.5921953931549871457e4,
    6.7265770927008700853e4,
    3.3430575583588128105e4,
    2.5090809287301226727e3,
)
_B = (
    1.0,
    4.2313330701600911252e1,
    6.8718700749205790830e2,
    5.3941960214247511077e3,
    2.1213794301586595867e4,
    3.9307895800092710610e4,
    2.8729085735721942674e4,
    5.2264952788528545610e3,
)
_C = (
    1.42343711074968357734e0,
    4.63033784615654529590e0,
    5.76949722146069140550e0,
    3.64784832476320460504e0,
    1.27045825245236838258e0,
    2.41780725177450611770e-1,
    2.27238449892691845833e-2,
    7.74545014278341407640e-4,
)
_D = (
    1.0,
    2.05319162663775882187e0,
    1.67638483018380384940e0,
    6.89767334985100004550e-1,
    1.48103976427480074590e-1,
    1.51986665636164571966e-2,
    5.47593808499534494600e-4,
    1.05075007164441684324e-9,
)
_E = (
    6.65790464350110377720e0,
    5.46378491116411436990e0,
    1.78482653991729133580e0,
    2.96560571828504891230e-1,
    2.65321895265761230930e-2,
    1.24266094738807843860e-3,
    2.71155556874348757815e-5,
    2.01033439929228813265e-7,
)
_F = (
    1.0,
    5.99832206555887937690e-1,
    1.36929880922735805310e-1,
    1.48753612908506148525e-2,
    7.86869131145613259100e-4,
    1.84631831751005468180e-5,
    1.42151175831644588870e-7,
    2.04426310338993978564e-15,
)


@rule
def _ratio_centre(r: float) -> float:
    """Rational approximation of AS 241 near the median."""
    top = ((((((_A[7] * r + _A[6]) * r + _A[5]) * r + _A[4]) * r + _A[3]) * r + _A[2]) * r + _A[1]) * r + _A[0]
    low = ((((((_B[7] * r + _B[6]) * r + _B[5]) * r + _B[4]) * r + _B[3]) * r + _B[2]) * r + _B[1]) * r + _B[0]
    return top / low


@rule
def _ratio_near(r: float) -> float:
    """Rational approximation of AS 241 in the near tail."""
    top = ((((((_C[7] * r + _C[6]) * r + _C[5]) * r + _C[4]) * r + _C[3]) * r + _C[2]) * r + _C[1]) * r + _C[0]
    low = ((((((_D[7] * r + _D[6]) * r + _D[5]) * r + _D[4]) * r + _D[3]) * r + _D[2]) * r + _D[1]) * r + _D[0]
    return top / low


@rule
def _ratio_far(r: float) -> float:
    """Rational approximation of AS 241 in the far tail."""
    top = ((((((_E[7] * r + _E[6]) * r + _E[5]) * r + _E[4]) * r + _E[3]) * r + _E[2]) * r + _E[1]) * r + _E[0]
    low = ((((((_F[7] * r + _F[6]) * r + _F[5]) * r + _F[4]) * r + _F[3]) * r + _F[2]) * r + _F[1]) * r + _F[0]
    return top / low


def actor_key(path: str) -> int:
    """A stable 32-bit key for an actor's path, such as ``us/advisers/navarro`` or ``dyad``."""
    return int.from_bytes(hashlib.blake2s(path.encode(), digest_size=4).digest(), "big")


def generator(seed: int, label: str) -> np.random.Generator:
    """A NumPy generator for analysis (bootstraps, designs), fresh from its address; never kept or shared.

    Parameters
    ----------
    seed : int
        0 to 2**32 - 1.
    label : str
        What it is for, such as ``bootstrap/outcome``.
    """
    import numpy as np

    digest = hashlib.blake2s(label.encode(), digest_size=8).digest()
    return np.random.Generator(np.random.Philox(key=np.array([seed, int.from_bytes(digest, "big")], dtype=np.uint64)))

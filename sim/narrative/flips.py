"""How little would have made another option the likeliest.

Two answers for one decision, exact under the nested logit and worked out from its recorded probabilities and components
alone: one consideration weighing more or less in every option, or one option gaining a little utility.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from sim.narrative.choosing import Choosing
from sim.results.record_rows import Decision, Option
from sim.vocabulary import components as c

MOST_TIMES = 4.0
"""A consideration is tried from absent (0 times) to this many times its weight."""

COARSE_STEPS = 60
FINE_STEPS = 40

Shift = Callable[[Option], float]
"""By how much an option's utility is changed."""


class Flip(NamedTuple):
    """One consideration at `times` its weight would have made `option` the likeliest, with this probability."""

    component: str
    times: float
    option: str
    probability: float


def probabilities(decision: Decision, choosing: Choosing, shift: Shift) -> dict[str, float]:
    """Return every option's probability after its utility is shifted, all else as recorded."""
    nests = _probability_by_nest(decision)
    inside = {option.name: _inside(option, nests, choosing, shift) for option in decision.options}
    sums = {nest: math.fsum(inside[o.name] for o in decision.options if o.nest == nest) for nest in nests}
    weight = {nest: share * sums[nest] ** choosing.dissimilarity for nest, share in nests.items()}
    total = math.fsum(weight.values())
    return {o.name: weight[o.nest] / total * inside[o.name] / (sums[o.nest] or 1.0) for o in decision.options}


def _probability_by_nest(decision: Decision) -> dict[str, float]:
    nests: dict[str, float] = {}
    for option in decision.options:
        nests[option.nest] = nests.get(option.nest, 0.0) + option.probability
    return nests


def _inside(option: Option, nests: Mapping[str, float], choosing: Choosing, shift: Shift) -> float:
    if option.probability == 0:
        return 0.0
    scale = choosing.precision / choosing.dissimilarity
    return option.probability / nests[option.nest] * math.exp(min(scale * shift(option), LARGEST_EXPONENT))


LARGEST_EXPONENT = 300.0
"""Keeps a hopeless alternative within floating point; it is the likeliest long before."""


def smallest_flip(decision: Decision, choosing: Choosing) -> Flip | None:
    """Return the consideration that had to change least, in proportion, for another option to be the likeliest.

    Returns
    -------
    Flip or None
        None when no single consideration, from absent to four times as heavy, changes which option is the likeliest.
    """
    found = [flip for component in c.WORDS for flip in _flips(decision, choosing, component)]
    return min(found, key=lambda flip: abs(flip.times - 1), default=None)


def _flips(decision: Decision, choosing: Choosing, component: str) -> Iterator[Flip]:
    if all(option.components[component] == 0 for option in decision.options):
        return
    for end in (0.0, MOST_TIMES):
        flip = _flip_towards(decision, choosing, component, end)
        if flip is not None:
            yield flip


def _flip_towards(decision: Decision, choosing: Choosing, component: str, end: float) -> Flip | None:
    """Walk a component's weight from 1 to an end and return where the likeliest option changes first."""

    def likeliest(times: float) -> tuple[str, float]:
        shifted = probabilities(decision, choosing, lambda option: (times - 1) * option.components[component])
        return max(shifted.items(), key=lambda entry: entry[1])

    usual, before = decision.likeliest.name, 1.0
    for step in range(1, COARSE_STEPS + 1):
        after = 1 + (end - 1) * step / COARSE_STEPS
        if likeliest(after)[0] != usual:
            break
        before = after
    else:
        return None
    for _ in range(FINE_STEPS):
        middle = (before + after) / 2
        before, after = (middle, after) if likeliest(middle)[0] == usual else (before, middle)
    return Flip(component, after, *likeliest(after))


def utility_missing(decision: Decision, choosing: Choosing, option: str) -> float | None:
    """Return how much utility an option would have needed on top to be the likeliest; None when no amount would do."""

    def leads(extra: float) -> bool:
        shifted = probabilities(decision, choosing, lambda other: extra if other.name == option else 0.0)
        return max(shifted, key=lambda name: (shifted[name], name == option)) == option

    low, high = 0.0, 1.0
    while not leads(high):
        low, high = high, 2 * high
        if high > MOST_UTILITY:
            return None
    for _ in range(FINE_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if leads(middle) else (middle, high)
    return high


MOST_UTILITY = 64.0
"""More than all considerations together can amount to."""


def nearest_rival(decision: Decision, choosing: Choosing) -> tuple[str, float] | None:
    """Return the option that needed least to be the likeliest, and how much utility that is."""
    usual = decision.likeliest.name
    missing = {o.name: utility_missing(decision, choosing, o.name) for o in decision.options if o.name != usual}
    possible = {name: amount for name, amount in missing.items() if amount is not None}
    return min(possible.items(), key=lambda entry: entry[1], default=None)


def flip_sentence(flip: Flip | None, deeds: Mapping[str, str]) -> str:
    """Return a flip in words."""
    if flip is None:
        return "No single consideration, from absent to four times as heavy, would have changed the likeliest move."
    change = f"{abs(flip.times - 1):.0%} {'more' if flip.times > 1 else 'less'}"
    how = "counted for nothing" if flip.times == 0 else f"weighed {change}"
    return (
        f"Had {flip.component} {how}, the likeliest move would have been to {deeds[flip.option]} "
        f"({flip.probability:.0%})."
    )

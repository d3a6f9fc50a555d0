"""How little would have changed what came of a decision: away from what was chosen, or towards it where luck chose.

Two answers for one decision, exact under the nested logit and worked out from its recorded probabilities and components
alone: one consideration weighing more or less in every option, or one option gaining a little utility.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from sim.narrative.choosing import WAITING, Choosing, attended
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
    if choosing.always_best:
        return _best_taken(decision, shift)
    nests = nest_chances(decision, choosing)
    inside = {option.name: _inside(option, nests, choosing, shift) for option in decision.options}
    sums = _sums(decision, inside)
    weight = {nest: share * sums[nest] ** choosing.dissimilarity for nest, share in nests.items()}
    total = math.fsum(weight.values())
    taken = {o.name: weight[o.nest] / total * inside[o.name] / (sums[o.nest] or 1.0) for o in decision.options}
    return {name: _thinned(name, chance, choosing) for name, chance in taken.items()}


def _sums(decision: Decision, inside: Mapping[str, float]) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for option in decision.options:
        found.setdefault(option.nest, []).append(inside[option.name])
    return {nest: math.fsum(parts) for nest, parts in found.items()}


def _best_taken(decision: Decision, shift: Shift) -> dict[str, float]:
    best = max(decision.options, key=lambda option: option.utility + shift(option))
    return {option.name: float(option is best) for option in decision.options}


def nest_chances(decision: Decision, choosing: Choosing) -> dict[str, float]:
    """Return each nest's chance to be taken by a leader who has time for the matter (each 0 to 1, 1 in all)."""
    nests: dict[str, float] = {}
    for option in decision.options:
        nests[option.nest] = nests.get(option.nest, 0.0) + attended(option, choosing.attention)
    return nests


def _thinned(name: str, chance: float, choosing: Choosing) -> float:
    alone = 1 - choosing.attention if name == WAITING else 0.0
    return alone + choosing.attention * chance


def _inside(option: Option, nests: Mapping[str, float], choosing: Choosing, shift: Shift) -> float:
    chance = attended(option, choosing.attention)
    if chance == 0:
        return 0.0
    scale = choosing.precision / choosing.dissimilarity
    return chance / nests[option.nest] * math.exp(min(scale * shift(option), LARGEST_EXPONENT))


LARGEST_EXPONENT = 300.0
"""Keeps a hopeless alternative within floating point; it is the likeliest long before."""


def was_likeliest(decision: Decision) -> bool:
    """Whether no other option was likelier than the one chosen."""
    return decision.chosen.probability >= decision.likeliest.probability


def smallest_flip(decision: Decision, choosing: Choosing) -> Flip | None:
    """Return the consideration that had to change least, in proportion, to turn the fate of the option chosen.

    Where the choice was the likeliest, the change after which it is no longer; where luck chose against the odds, the
    change after which it is.

    Returns
    -------
    Flip or None
        None when no single consideration, from absent to four times as heavy, does it.
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
    """Walk a component's weight from 1 to an end and return where the fate of the chosen option turns first."""

    def likeliest(times: float) -> tuple[str, float]:
        shifted = probabilities(decision, choosing, lambda option: (times - 1) * option.components[component])
        return max(shifted.items(), key=lambda entry: (entry[1], before_leads and entry[0] == name))

    name, before_leads = decision.chosen.name, was_likeliest(decision)

    def turned(times: float) -> bool:
        return (likeliest(times)[0] == name) != before_leads

    before = 1.0
    for step in range(1, COARSE_STEPS + 1):
        after = 1 + (end - 1) * step / COARSE_STEPS
        if turned(after):
            break
        before = after
    else:
        return None
    for _ in range(FINE_STEPS):
        middle = (before + after) / 2
        before, after = (before, middle) if turned(middle) else (middle, after)
    return Flip(component, after, *likeliest(after))


def utility_missing(decision: Decision, choosing: Choosing, option: str) -> float | None:
    """Return how much utility an option would have needed on top to be the likeliest; None when no amount would do.

    A leader who has no time half of the time waits at least as often as anything else can be done.
    """
    if choosing.attention <= HALF and option != WAITING:
        return None

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


HALF = 0.5

MOST_UTILITY = 64.0
"""More than all considerations together can amount to."""


def nearest_rival(decision: Decision, choosing: Choosing) -> tuple[str, float] | None:
    """Return the option that needed least utility on top to be the likeliest, and how much.

    Where luck chose against the odds, that is asked of the option chosen; None when no amount would do.
    """
    chosen = decision.chosen.name
    names = [option.name for option in decision.options if option.name != chosen]
    missing = {
        name: utility_missing(decision, choosing, name) for name in (names if was_likeliest(decision) else [chosen])
    }
    possible = {name: amount for name, amount in missing.items() if amount is not None}
    return min(possible.items(), key=lambda entry: entry[1], default=None)

"""What a leader believes about the other: perceived traits, the chance of a yes, the chance that the other asks first.

First-order misperception (Jervis 1976): a leader acts on an image of the other, truth plus a bias. Past answers are
Beta counts (reputation as learning: Kreps & Wilson 1982), blended with what the image would answer.
"""

from __future__ import annotations

import math

from sim.rule import rule
from sim.rules.limits import clamp, share, smaller
from sim.state.world import World

LEAST_COUNT = 0.5
LARGEST_COUNT = 50.0
DAYS_A_SPELL = 30.0


@rule
def form_image(world: World, side: int) -> None:
    """Bring the image that ``side`` holds of the other up to date.

    Biased traits, public voices, no private memories.
    """
    leader = world.leaders[side]
    other = world.leaders[1 - side]
    image = world.images[side]
    image.ego = share(other.ego + leader.bias_ego)
    image.face_need = share(other.face_need + leader.bias_face_need)
    image.market_sensitivity = share(other.market_sensitivity + leader.bias_market_sensitivity)
    image.summit_appetite = share(other.summit_appetite + leader.bias_summit_appetite)
    image.caution = share(other.caution + leader.bias_caution)
    image.resolve = share(other.resolve + leader.bias_resolve)
    image.patience = share(other.patience + leader.bias_patience)
    image.precision = other.precision
    image.stance = other.stance
    image.gate = other.gate
    image.coercion_works = LEAST_COUNT
    image.spread = spread_of(1.0, 1.0)


@rule
def answer_belief(world: World, side: int, modelled: float) -> float:
    """The chance of a yes that ``side`` expects (0..1).

    The image's answer and the remembered answers, by their counts.
    """
    leader = world.leaders[side]
    trust = world.weights[0].image_count
    return (trust * modelled + leader.accepted) / (trust + leader.accepted + leader.refused)


@rule
def spread_of(a: float, b: float) -> float:
    """Standard deviation of a Beta(a, b) belief: not knowing what a contact would bring."""
    n = a + b
    return math.sqrt(a * b / (n * n * (n + 1)))


@rule
def expect_other_to_ask(world: World, side: int) -> float:
    """The believed chance (0..1) that the other asks first within thirty days.

    A Beta mean of asking against silence, raised by signs that the other hurts and lowered by signs that it does not.
    """
    leader = world.leaders[side]
    signs = 1 + world.weights[0].hope_pain * (world.images[side].pain - 1) / 2
    return share(leader.asked / (leader.asked + leader.silent) * signs)


@rule
def remember_answer(world: World, side: int, yes: float, no: float) -> None:
    """Add an answer of the other to the counts of ``side``."""
    leader = world.leaders[side]
    leader.accepted = clamp(leader.accepted + yes, LEAST_COUNT, LARGEST_COUNT)
    leader.refused = clamp(leader.refused + no, LEAST_COUNT, LARGEST_COUNT)


@rule
def remember_asking(world: World, side: int, weight: float) -> None:
    """Note that the other has asked for contact."""
    leader = world.leaders[side]
    leader.asked = smaller(leader.asked + weight, LARGEST_COUNT)


@rule
def remember_silence(world: World, side: int) -> None:
    """Count a step's share of a thirty-day spell in which the other did not ask."""
    leader = world.leaders[side]
    leader.silent = smaller(leader.silent + world.setting[0].step_days / DAYS_A_SPELL, LARGEST_COUNT)

"""The smallest change that flips a decision is exact: it agrees with a nested logit worked out from its masses."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.narrative.choosing import Choosing
from sim.narrative.flips import flip_sentence, nearest_rival, probabilities, smallest_flip, utility_missing
from sim.narrative.reasons import DEEDS
from sim.results.record_rows import Decision, Option
from sim.vocabulary import components as comps

NESTS = {"hold": "wait", "escalate": "pressure", "ease": "pressure", "request_call": "reach_out", "signal": "reach_out"}
MASS = {"hold": 1.0, "escalate": 0.5, "ease": 0.5, "request_call": 0.3, "signal": 0.7}


def logit(utilities: dict[str, float], choosing: Choosing) -> dict[str, float]:
    """The nested logit as its definition has it."""
    scale = choosing.precision / choosing.dissimilarity
    inside = {name: MASS[name] * math.exp(scale * value) for name, value in utilities.items()}
    nests = {nest: sum(inside[name] for name in inside if NESTS[name] == nest) for nest in set(NESTS.values())}
    weights = {nest: total**choosing.dissimilarity for nest, total in nests.items()}
    return {
        name: weights[NESTS[name]] / sum(weights.values()) * inside[name] / nests[NESTS[name]] for name in utilities
    }


@st.composite
def cases(draw: st.DrawFn) -> tuple[Decision, Choosing]:
    choosing = Choosing(draw(st.floats(1, 16)), draw(st.floats(0.2, 1)))
    number = st.floats(-1, 1).map(lambda value: round(value, 2))
    parts = {name: {c: draw(number) if c in ("face", "markets", "ego") else 0.0 for c in comps.WORDS} for name in NESTS}
    utilities = {name: sum(components.values()) for name, components in parts.items()}
    chances = logit(utilities, choosing)
    options = tuple(Option(n, NESTS[n], parts[n], utilities[n], chances[n]) for n in NESTS)
    return Decision(0, 1.0, "2025-04-19", 1, "us", "turn", "", -1, options, options[0]), choosing


@given(cases(), st.sampled_from(["face", "markets", "ego"]), st.floats(0, 3))
@settings(max_examples=80, deadline=None)
def test_reweighing_agrees_with_the_definition(case: tuple[Decision, Choosing], component: str, times: float) -> None:
    decision, choosing = case
    shifted = {o.name: o.utility + (times - 1) * o.components[component] for o in decision.options}
    found = probabilities(decision, choosing, lambda option: (times - 1) * option.components[component])
    for name, chance in logit(shifted, choosing).items():
        assert found[name] == pytest.approx(chance, abs=1e-9)


@given(cases())
@settings(max_examples=60, deadline=None)
def test_a_flip_flips_and_a_little_less_does_not(case: tuple[Decision, Choosing]) -> None:
    decision, choosing = case
    flip = smallest_flip(decision, choosing)
    if flip is None:
        return
    for times, flipped in ((flip.times, True), (flip.times - math.copysign(1e-6, flip.times - 1), False)):
        shift = times - 1
        found = probabilities(decision, choosing, lambda option, s=shift: s * option.components[flip.component])
        assert (max(found, key=lambda name: found[name]) != decision.likeliest.name) == flipped


@given(cases())
@settings(max_examples=30, deadline=None)
def test_missing_utility_makes_an_option_the_likeliest(case: tuple[Decision, Choosing]) -> None:
    decision, choosing = case
    rival = nearest_rival(decision, choosing)
    assert rival is not None
    name, amount = rival
    found = probabilities(decision, choosing, lambda option: amount + 1e-6 if option.name == name else 0.0)
    assert max(found, key=lambda option: found[option]) == name
    assert utility_missing(decision, choosing, name) == amount


def test_no_flip_is_said() -> None:
    assert flip_sentence(None, DEEDS).startswith("No single consideration")

"""The smallest change that flips a decision is exact: it agrees with a nested logit worked out from its masses."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.narrative.choosing import Choosing, attended
from sim.narrative.flips import (
    nearest_rival,
    nest_chances,
    probabilities,
    smallest_flip,
    utility_missing,
    was_likeliest,
)
from sim.results.record_rows import Decision, Option
from sim.vocabulary import components as comps

NESTS = {"hold": "wait", "escalate": "pressure", "ease": "pressure", "request_call": "reach_out", "signal": "reach_out"}
MASS = {"hold": 1.0, "escalate": 0.5, "ease": 0.5, "request_call": 0.3, "signal": 0.7}


def logit(utilities: dict[str, float], choosing: Choosing) -> dict[str, float]:
    """The nested logit as its definition has it; a leader without time for the matter waits."""
    scale = choosing.precision / choosing.dissimilarity
    inside = {name: MASS[name] * math.exp(scale * value) for name, value in utilities.items()}
    nests = {nest: sum(inside[name] for name in inside if NESTS[name] == nest) for nest in set(NESTS.values())}
    weights = {nest: total**choosing.dissimilarity for nest, total in nests.items()}
    chances = {
        name: weights[NESTS[name]] / sum(weights.values()) * inside[name] / nests[NESTS[name]] for name in utilities
    }
    alone = 1 - choosing.attention
    return {name: choosing.attention * chance + alone * (name == "hold") for name, chance in chances.items()}


@st.composite
def cases(draw: st.DrawFn) -> tuple[Decision, Choosing]:
    choosing = Choosing(draw(st.floats(1, 16)), draw(st.floats(0.2, 1)), draw(st.sampled_from([1.0, 0.7, 0.3])))
    number = st.floats(-1, 1).map(lambda value: round(value, 2))
    parts = {name: {c: draw(number) if c in ("face", "markets", "ego") else 0.0 for c in comps.WORDS} for name in NESTS}
    utilities = {name: sum(components.values()) for name, components in parts.items()}
    chances = logit(utilities, choosing)
    options = tuple(Option(n, NESTS[n], parts[n], utilities[n], chances[n]) for n in NESTS)
    chosen = draw(st.sampled_from(options))
    return Decision(0, 1.0, "2025-04-19", 1, "us", "turn", "", -1, options, chosen), choosing


@given(cases(), st.sampled_from(["face", "markets", "ego"]), st.floats(0, 3))
@settings(max_examples=80, deadline=None)
def test_reweighing_agrees_with_the_definition(case: tuple[Decision, Choosing], component: str, times: float) -> None:
    decision, choosing = case
    shifted = {o.name: o.utility + (times - 1) * o.components[component] for o in decision.options}
    found = probabilities(decision, choosing, lambda option: (times - 1) * option.components[component])
    for name, chance in logit(shifted, choosing).items():
        assert found[name] == pytest.approx(chance, abs=1e-9)


@given(cases())
@settings(max_examples=40, deadline=None)
def test_chances_of_nests_and_of_options_within_them_make_up_the_recorded_ones(
    case: tuple[Decision, Choosing],
) -> None:
    decision, choosing = case
    nests = nest_chances(decision, choosing)
    assert sum(nests.values()) == pytest.approx(1)
    for option in decision.options:
        within = attended(option, choosing.attention) / (nests[option.nest] or 1)
        alone = (1 - choosing.attention) * (option.name == "hold")
        assert alone + choosing.attention * nests[option.nest] * within == pytest.approx(option.probability)


@given(cases())
@settings(max_examples=60, deadline=None)
def test_a_flip_turns_the_fate_of_what_was_chosen_and_a_little_less_does_not(case: tuple[Decision, Choosing]) -> None:
    decision, choosing = case
    flip = smallest_flip(decision, choosing)
    if flip is None:
        return
    led = was_likeliest(decision)
    assert (flip.option == decision.chosen.name) != led
    for times, turned in ((flip.times, True), (flip.times - math.copysign(1e-6, flip.times - 1), False)):
        shift = times - 1
        found = probabilities(decision, choosing, lambda option, s=shift: s * option.components[flip.component])
        likeliest = max(found, key=lambda name, f=found: (f[name], led and name == decision.chosen.name))
        assert ((likeliest == decision.chosen.name) != led) == turned


@given(cases())
@settings(max_examples=30, deadline=None)
def test_missing_utility_makes_an_option_the_likeliest(case: tuple[Decision, Choosing]) -> None:
    decision, choosing = case
    rival = nearest_rival(decision, choosing)
    if rival is None:  # without time for the matter a leader waits, whatever the utility
        assert choosing.attention <= 0.5 or decision.chosen.name == "hold"
        return
    name, amount = rival
    assert (name == decision.chosen.name) != was_likeliest(decision)
    found = probabilities(decision, choosing, lambda option: amount + 1e-6 if option.name == name else 0.0)
    assert max(found, key=lambda option: found[option]) == name
    assert utility_missing(decision, choosing, name) == amount


@given(cases())
@settings(max_examples=30, deadline=None)
def test_who_always_takes_the_best_flips_with_the_best(case: tuple[Decision, Choosing]) -> None:
    decision, choosing = case
    best = max(decision.options, key=lambda option: option.utility)
    options = tuple(o._replace(probability=float(o is best)) for o in decision.options)
    sure = decision._replace(options=options, chosen=options[decision.options.index(best)])
    flip = smallest_flip(sure, choosing._replace(always_best=True))
    if flip is None:
        return
    reweighed = {
        o.name: math.fsum(v * (flip.times if n == flip.component else 1) for n, v in o.components.items())
        for o in options
    }
    assert reweighed[flip.option] == pytest.approx(max(reweighed.values()), abs=1e-9)
    assert flip.option != best.name

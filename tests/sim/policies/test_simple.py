"""The short policies do what their names say, and only what is legal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.policies.protocol import decide
from sim.policies.simple import always, likeliest, logit, mixture
from sim.vocabulary import actions as a
from tests.sim.policies.turns import turn


def test_logit_leaves_the_choice_to_the_model() -> None:
    assert decide(logit, turn()) is None


def test_likeliest() -> None:
    assert decide(likeliest, turn()) == "request_call"


def test_always() -> None:
    assert decide(always("escalate"), turn()) == "escalate"
    assert decide(always("ease"), turn()) == "hold"
    assert decide(always("ease", answer="accept"), turn(about="summit")) == "accept"


@given(st.floats(0, 1, exclude_max=True), st.dictionaries(st.sampled_from(a.WORDS), st.floats(0, 5)))
def test_a_mixture_is_always_legal(luck: float, weights: dict[str, float]) -> None:
    assert decide(mixture(weights), turn(luck=luck)) in turn().options


@pytest.mark.parametrize(("luck", "move"), [(0.0, "hold"), (0.24, "hold"), (0.26, "escalate"), (0.999, "escalate")])
def test_a_mixture_keeps_its_proportions(luck: float, move: str) -> None:
    assert decide(mixture({"hold": 1, "escalate": 3, "ease": 5}), turn(luck=luck)) == move

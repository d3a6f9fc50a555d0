"""Do the loadings have the signs and sizes that the design demands?"""

from __future__ import annotations

from sim.scenario.weights import WEIGHTS

LOADINGS = {weight.name: weight for weight in WEIGHTS if weight.unit == "loading"}


def default(name: str) -> float:
    return LOADINGS[name].default


def test_every_loading_is_a_size_and_signs_stand_in_the_rules() -> None:
    assert LOADINGS
    assert all(weight.low == 0 and 0 < weight.default <= 2 for weight in LOADINGS.values())


def test_quiet_channels_risk_less_face_than_open_ones() -> None:
    """Theory A4: exposure shrinks with privacy; design section 5: letter < envoy, mediator < signal < call."""
    assert default("letter_face") < default("envoy_face") <= default("signal_face") < 1
    assert default("letter_face") < default("mediation_face") <= default("signal_face")


def test_a_summit_is_more_of_everything_than_a_call() -> None:
    assert min(default("summit_glory"), default("summit_caution"), default("summit_fear")) > 1

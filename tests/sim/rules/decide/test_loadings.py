"""Do the loadings have the signs and sizes that the design demands?"""

from __future__ import annotations

from sim.rules.decide import loadings

SIZES = {name: value for name, value in vars(loadings).items() if name.isupper()}


def test_every_loading_is_a_size_and_signs_stand_in_the_rules() -> None:
    assert SIZES
    assert all(0 < value <= 2 for value in SIZES.values())


def test_quiet_channels_risk_less_face_than_open_ones() -> None:
    """Theory A4: exposure shrinks with privacy; design section 5: letter < envoy, mediator < signal < call."""
    assert loadings.LETTER_FACE < loadings.ENVOY_FACE <= loadings.SIGNAL_FACE < 1
    assert loadings.LETTER_FACE < loadings.MEDIATION_FACE <= loadings.SIGNAL_FACE


def test_a_summit_is_more_of_everything_than_a_call() -> None:
    assert min(loadings.SUMMIT_GLORY, loadings.SUMMIT_CAUTION, loadings.SUMMIT_FEAR) > 1

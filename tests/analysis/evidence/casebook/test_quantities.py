"""Do converted numbers carry their code, the coder's noise, and where they come from?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.casebook.casebook_form import Code
from analysis.evidence.casebook.quantities import SPREAD, coded, plain, prior, within


@given(value=st.floats(0, 1), confidence=st.sampled_from(sorted(SPREAD)), scale=st.sampled_from((1, 6)))
def test_a_turned_code_and_the_code_add_up(value: float, confidence: str, scale: int) -> None:
    code = Code(value=value, confidence=confidence)
    as_it_is, turned = coded(code, "x", scale=scale), coded(code, "x", turned=True, scale=scale)
    assert as_it_is["mean"] + turned["mean"] == pytest.approx(scale, abs=1e-5)
    assert as_it_is["sd"] == turned["sd"] == pytest.approx(SPREAD[confidence] * scale)


def test_the_less_sure_the_wider() -> None:
    assert SPREAD["high"] < SPREAD["med"] < SPREAD["low"]


def test_a_code_says_what_it_rests_on() -> None:
    said = coded(Code(value=0.7, confidence="med", why="proud"), "Coded ego")
    assert said["note"] == "Coded ego: proud."
    assert (said["source"], said["confidence"]) == ("casebook", "med")
    assert coded(Code(value=0.7, confidence="med"), "Coded ego")["note"] == "Coded ego."


def test_what_is_not_coded_is_a_prior_of_low_confidence() -> None:
    assert prior(0.5, 0.25, "x")["confidence"] == "low"
    assert plain(3.0, "x")["value"] == 3.0


def test_a_distribution_cut_off_keeps_its_mean_inside() -> None:
    assert within(prior(0.2, 0.1, "x"), 0.5, 6)["mean"] == 0.5
    assert within(prior(7.0, 0.1, "x"), 0.5, 6)["mean"] == 6

"""When a mechanism works: surely there, of its sign, large enough, and in enough cases."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.evidence.claims.measuring import Measured
from analysis.evidence.claims.table import Effect
from analysis.evidence.claims.verdicts import Verdict, in_case, of_row, within

CASES = ["a", "b", "c", "d"]


def effect(sign: int = 1, cases: int = 3) -> Effect:
    return Effect("voice", sign, 0.02, {}, {"x": 1}, {}, CASES[:cases], "For a test.")


def line(value: float, half: float, case: str = "a") -> Measured:
    return Measured(1, case, "voice", 0, value, value, value - half, value + half, 100, 0.95, "")


@pytest.mark.parametrize(
    ("sign", "value", "half", "said"),
    [
        (1, 0.03, 0.01, Verdict.works),
        (1, 0.02, 0.01, Verdict.works),
        (1, 0.019, 0.01, Verdict.weak),
        (1, 0.03, 0.04, Verdict.nothing),
        (1, -0.03, 0.01, Verdict.other),
        (1, -0.003, 0.001, Verdict.other),
        (-1, -0.03, 0.01, Verdict.works),
        (0, -0.03, 0.01, Verdict.works),
        (0, 0.01, 0.001, Verdict.weak),
        (0, 0.0, 0.0, Verdict.nothing),
    ],
)
def test_a_case(sign: int, value: float, half: float, said: Verdict) -> None:
    assert in_case(effect(sign), line(value, half)) is said


@given(st.sampled_from([1, -1, 0]), st.floats(-1, 1), st.floats(0, 1))
def test_turned_round_the_verdict_is_the_same(sign: int, value: float, half: float) -> None:
    assert in_case(effect(sign), line(value, half)) is in_case(effect(-sign), line(-value, half))


@given(st.floats(0.02, 1), st.floats(0, 1), st.floats(0, 1))
def test_a_larger_effect_known_as_well_is_no_worse(value: float, more: float, half: float) -> None:
    assume(in_case(effect(), line(value, half)) is Verdict.works)
    assert in_case(effect(), line(value + more, half)) is Verdict.works


WORKS, WEAK, NOTHING, OTHER = (0.05, 0.01), (0.01, 0.005), (0.05, 0.06), (-0.05, 0.01)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([WORKS, WORKS, WORKS], Verdict.works),
        ([WORKS, WORKS, NOTHING], Verdict.works),
        ([WORKS, WORKS, WEAK, NOTHING], Verdict.works),
        ([WORKS, WEAK, NOTHING], Verdict.weak),
        ([WORKS, NOTHING], Verdict.weak),
        ([NOTHING, NOTHING, NOTHING], Verdict.nothing),
        ([NOTHING, NOTHING, WEAK], Verdict.weak),
        ([WORKS, WORKS, OTHER], Verdict.weak),
        ([WORKS, OTHER, OTHER], Verdict.other),
        ([NOTHING, NOTHING, OTHER], Verdict.other),
    ],
)
def test_a_row(found: list[tuple[float, float]], said: Verdict) -> None:
    lines = [line(*numbers, case) for numbers, case in zip(found, CASES, strict=False)]
    assert of_row(effect(cases=len(found)), lines) is said
    assert of_row(effect(cases=len(found)), lines[::-1]) is said


def test_a_row_without_one_of_its_cases_is_not_judged() -> None:
    assert of_row(effect(), [line(0.5, 0.01, case) for case in "ab"]) is Verdict.unmeasured
    assert of_row(effect(), []) is Verdict.unmeasured


@given(st.floats(-1, 1), st.floats(0, 1))
def test_nothing_larger_is_left_in_the_interval(value: float, half: float) -> None:
    found = line(value, half)
    assert within(found) == max(-found.low, found.high)

"""Is a finding told in a compact and truthful way?"""

from __future__ import annotations

import math

import pytest

from analysis.estimates import Estimate
from analysis.evidence.dynamics.row import Finding, Reading
from analysis.evidence.dynamics.rows import ROWS
from analysis.evidence.dynamics.told import lines, short


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.1234, "0.123"), (12.34, "12.3"), (0.0, "0.000"), (-0.00003, "-3e-05"), (math.inf, "inf"), (math.nan, "?")],
)
def test_numbers_are_short(number: float, text: str) -> None:
    assert short(number) == text


def test_a_verdict_comes_first_and_every_reading_has_its_own() -> None:
    readings = [
        Reading(f"case-{k}", "what", Estimate(0.5, 0.4, 0.6), reached) for k, reached in enumerate((True, False, None))
    ]
    first, why, *rest = lines(ROWS["D4"], Finding(readings, False, "because"), "central")
    assert first.startswith("D4  NO  ")
    assert first.endswith("(central)")
    assert why.strip() == "because"
    assert [line.split()[:2] for line in rest] == [["ok", "case-0"], ["NO", "case-1"], ["--", "case-2"]]

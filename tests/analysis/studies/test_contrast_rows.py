"""Are the rows of a side those with its settings, in designs of every kind and as a table keeps them?"""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.studies.contrast import HIGHEST, LOWEST
from analysis.studies.contrast_rows import ends_of, in_settings, takes_range
from analysis.studies.designs import Factor, make_design

RANGE = Factor(("a",), low=0.0, high=10.0)
LEVELS = Factor(("b",), levels=(0, 0.1 + 0.2, 1))
NAMES = Factor(("c",), levels=("all", "true", "none"))
FACTORS = {factor.name: factor for factor in (RANGE, LEVELS, NAMES)}
ROWS = pd.DataFrame({"a": [0.0, 2.0, 5.0, 8.0], "b": [0.0, 0.3, 0.3, 1.0], "c": ["all", "none", "true", "none"]})


@pytest.mark.parametrize(
    ("settings", "rows"),
    [
        ({}, [0, 1, 2, 3]),
        ({"a": LOWEST}, [0, 1]),
        ({"a": HIGHEST}, [3]),
        ({"b": 0.1 + 0.2}, [1, 2]),
        ({"b": 1}, [3]),
        ({"c": "none", "b": 1}, [3]),
        ({"c": True}, [2]),
        ({"a": LOWEST, "c": "true"}, []),
    ],
)
def test_rows_are_found(settings: dict[str, object], rows: list[int]) -> None:
    assert in_settings(ROWS, FACTORS, settings).nonzero()[0].tolist() == rows


def test_only_a_range_has_ends() -> None:
    assert takes_range(RANGE)
    assert not takes_range(LEVELS)
    assert ends_of(RANGE) == (2.0, 8.0)


@pytest.mark.parametrize(
    ("kind", "options"), [("lhs", {"points": 200}), ("sobol", {"points": 256}), ("saltelli", {"base": 64})]
)
def test_an_end_is_a_fifth_of_the_rows(kind: str, options: dict[str, int]) -> None:
    factors = (RANGE, Factor(("d",), low=-1.0, high=1.0))
    rows = make_design(kind, factors, 3, **options).values()
    for end in (LOWEST, HIGHEST):
        assert in_settings(rows, {factor.name: factor for factor in factors}, {"d": end}).mean() == pytest.approx(
            0.2, abs=0.03
        )

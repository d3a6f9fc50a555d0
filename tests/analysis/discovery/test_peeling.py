"""One peel, by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.discovery import Box, Members, Objective, Patience, Span
from analysis.discovery.case_table import Inputs
from analysis.discovery.peeling import best_peel


def inputs(values: dict[str, list[float] | list[str]], runs: list[int], cases: list[int]) -> Inputs:
    return Inputs.of(pd.DataFrame(values), np.array(runs), np.array(cases))


EVERYTHING = np.ones(4, dtype=bool)


def test_a_setting_with_many_runs_counts_as_many() -> None:
    """A quarter of 20 runs is 5: the two lowest settings have 2 and 3, the highest alone 10."""
    found = best_peel(inputs({"x": [1, 2, 3, 4]}, [2, 3, 5, 10], [0, 0, 5, 10]), EVERYTHING, Patience(peel=0.25))
    assert (found.factor, found.cut, found.from_below) == ("x", 2.5, True)
    assert found.inside.tolist() == [False, False, True, True]
    assert found.limit(Box(), None, EVERYTHING) == Span(2.5)


def test_from_above_where_that_serves() -> None:
    found = best_peel(inputs({"x": [1, 2, 3, 4]}, [5, 5, 5, 5], [5, 5, 5, 0]), EVERYTHING, Patience(peel=0.25))
    assert (found.cut, found.from_below) == (3.5, False)
    assert found.limit(Box({"x": Span(0.5)}), None, EVERYTHING) == Span(0.5, 3.5)


def test_a_name_goes_whole() -> None:
    given = inputs({"x": ["a", "b", "c", "b"]}, [5, 5, 5, 5], [5, 0, 5, 0])
    found = best_peel(given, EVERYTHING, Patience())
    assert found.inside.tolist() == [True, False, True, False]
    assert found.limit(Box(), given, EVERYTHING & found.inside) == Members(("a", "c"), ("a", "b", "c"))


def test_lenient_prefers_little_given_up() -> None:
    """Dropping b leaves more density, dropping the lowest number gains more a run."""
    values = {"x": [1, 2, 3, 4], "n": ["a", "b", "b", "c"]}
    given = inputs(values, [2, 9, 9, 10], [0, 4, 4, 9])
    lenient, original = (best_peel(given, EVERYTHING, Patience(objective=one)) for one in Objective)
    assert (lenient.factor, original.factor) == ("x", "n")


def test_pure_small_and_uniform_boxes_are_left_alone() -> None:
    assert best_peel(inputs({"x": [1, 2, 3, 4]}, [5] * 4, [5] * 4), EVERYTHING, Patience()) is None
    assert best_peel(inputs({"x": [1, 1, 1, 1]}, [5] * 4, [1] * 4), EVERYTHING, Patience()) is None
    alone = np.array([True, False, False, False])
    assert best_peel(inputs({"x": [1, 2, 3, 4]}, [5] * 4, [1] * 4), alone, Patience()) is None

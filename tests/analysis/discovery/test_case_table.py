"""Factors sorted into numbers and names, and questions without an answer."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.discovery import Box, DiscoveryError, Members, Span
from analysis.discovery.case_table import make_trials

TABLE = pd.DataFrame(
    {"a": [1, 2, 3], "b": [True, False, True], "c": list("xyx"), "d": [5, 5, 5], "e": [1.0, np.nan, 2]}
)
CASES = np.array([True, False, False])


def test_sorting() -> None:
    found, _ = make_trials(TABLE, ["a", "b", "c", "d"], CASES)
    assert (found.numeric, found.named) == (("a",), ("b", "c"))
    assert found.names["c"] == ("x", "y")
    assert found.factors == ("a", "b", "c")


def test_runs_of_a_setting_are_counted_together() -> None:
    table = pd.DataFrame({"a": [2, 1, 2, 1, 3], "seed": 1, "run": [5, 5, 4, 4, 4]})
    inputs, trials = make_trials(table, ["a"], np.array([True, False, True, True, False]))
    assert inputs.table["a"].tolist() == [2, 1, 3]
    assert (inputs.runs.tolist(), inputs.cases.tolist()) == ([2, 2, 1], [2, 1, 0])
    assert trials.setting.tolist() == [0, 1, 0, 1, 2]
    assert trials.luck.tolist() == [1, 1, 0, 0, 0]
    assert trials.lucks == 2
    assert trials.among(trials.luck == 0).counted(inputs).runs.tolist() == [1, 1, 1]


def test_a_box_holds_the_same_settings_as_rows() -> None:
    table = pd.DataFrame({"a": [1.0, 2.0, 3.0], "c": list("xyx")})
    found, _ = make_trials(table, ["a", "c"], CASES)
    box = Box({"a": Span(1.5), "c": Members(("x",), ("x", "y"))})
    assert found.inside(box).tolist() == box.holds(table).tolist() == [False, False, True]
    assert found.inside(Box()).all()


def test_rounding_keeps_about_a_hundredth_of_the_range() -> None:
    found, _ = make_trials(pd.DataFrame({"a": [0.0, 1.0, 0.5], "b": [30, 365, 100]}), ["a", "b"], CASES)
    assert found.rounded("a", 0.61834) == 0.62
    assert found.rounded("b", 123.456) == 120 or found.rounded("b", 123.456) == 123
    assert found.rounded("a", float("inf")) == float("inf")


@pytest.mark.parametrize(
    ("factors", "cases", "words"),
    [
        (["z"], CASES, "no factor 'z'"),
        (["e"], CASES, "'e' is blank"),
        (["d"], CASES, "no factor varies"),
        (["a"], ~CASES | CASES, "every run is a case"),
        (["a"], CASES & ~CASES, "no run is a case"),
        (["a"], CASES[:2], "2 answers for 3 rows"),
    ],
)
def test_refusals(factors: list[str], cases: np.ndarray, words: str) -> None:
    with pytest.raises(DiscoveryError, match=words):
        make_trials(TABLE, factors, cases)

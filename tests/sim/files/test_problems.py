"""Are problems told together, in order, once each, and not without end?"""

from __future__ import annotations

import pickle

import pytest

from sim.files.problems import PROBLEMS_SHOWN, Findings, Problem, ScenarioError, Spot, fail


def test_form() -> None:
    assert str(Problem("a.yaml", 3, 7, "is wrong")) == "a.yaml:3:7: is wrong"
    assert str(Problem("leaders.us.ego", 0, 0, "is wrong")) == "leaders.us.ego: is wrong"


def test_nothing_found_is_nothing_raised() -> None:
    Findings().stop()


def test_order_and_repetition() -> None:
    findings = Findings()
    for line in (5, 2, 5):
        findings.add(Spot("a.yaml", line, 1), "x")
    with pytest.raises(ScenarioError) as raised:
        findings.stop()
    assert str(raised.value) == "a.yaml:2:1: x\na.yaml:5:1: x"


def test_many_problems_are_cut() -> None:
    findings = Findings()
    for line in range(1, 1001):
        findings.add(Spot("a.yaml", line, 1), "x")
    with pytest.raises(ScenarioError) as raised:
        findings.stop()
    assert len(raised.value.problems) == PROBLEMS_SHOWN + 1
    assert "and 900 more problems" in str(raised.value)


def test_an_error_travels_between_processes() -> None:
    error = fail(Spot("a.yaml", 1, 2), "x")
    assert pickle.loads(pickle.dumps(error)).problems == error.problems

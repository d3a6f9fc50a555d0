"""Are problems told together, in order, once each, and not without end?"""

from __future__ import annotations

import pickle

import pytest

from sim.files.problems import PROBLEMS_SHOWN, Findings, Problem, ScenarioError, Spot, fail, problem_lines


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


def raised_by(findings: Findings) -> ScenarioError:
    with pytest.raises(ScenarioError) as raised:
        findings.stop()
    return raised.value


@pytest.mark.parametrize("count", [1, 14, 15, 16, 17, 1000])
def test_a_screenful_is_shown_and_the_rest_counted(count: int) -> None:
    findings = Findings()
    for line in range(1, count + 1):
        findings.add(Spot("a.yaml", line, 1), "x")
    error = raised_by(findings)
    assert len(error.problems) == count
    assert problem_lines(error.problems, every=True) == [f"a.yaml:{line}:1: x" for line in range(1, count + 1)]
    shown = str(error).splitlines()
    assert shown[:PROBLEMS_SHOWN] == problem_lines(error.problems, every=True)[:PROBLEMS_SHOWN]
    rest = count - PROBLEMS_SHOWN
    assert len(shown) == min(count, PROBLEMS_SHOWN + 1)
    assert rest <= 0 or shown[-1] == f"and {rest:,} more: `climbdown check a.yaml --all`"


def test_what_the_user_wrote_comes_first() -> None:
    findings = Findings(own=["mine.yaml"])
    for file in ("base.yaml", "mine.yaml", "another.yaml"):
        findings.add(Spot(file, 2, 1), "x")
    assert [problem.file for problem in raised_by(findings).problems] == ["mine.yaml", "another.yaml", "base.yaml"]


def test_an_error_travels_between_processes() -> None:
    error = fail(Spot("a.yaml", 1, 2), "x")
    assert pickle.loads(pickle.dumps(error)).problems == error.problems

"""Are factors tried out on the scenario, and what it refuses told where the file says it?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.studies import read_study
from sim.files import ScenarioError
from tests.analysis.studies.made import write

HEAD = "study: s\nscenario: two-leaders\ndesign: {kind: lhs, points: 4}\nfactors:\n"


def problems(folder: Path, factors: str) -> list[str]:
    with pytest.raises(ScenarioError) as caught:
        read_study(write(folder, HEAD + factors))
    return [str(problem).removeprefix(f"{folder}/study.yaml:") for problem in caught.value.problems]


def test_an_unknown_path_is_told_where_the_path_stands(tmp_path: Path) -> None:
    assert [p[:4] for p in problems(tmp_path, "  leaders.north.eog: {low: 0, high: 1}")] == ["5:3:"]
    assert [p[:5] for p in problems(tmp_path, "  e: {path: leaders.x.ego, low: 0, high: 1}")] == ["5:13:"]


@pytest.mark.parametrize(
    ("factors", "message"),
    [
        ("  leaders.north.eog: {low: 0, high: 1}", "unknown path: no 'eog'"),
        ("  leaders.north.ego: {low: 0, high: 1.5}", "1.5; allowed: 0 (no vanity) to 1"),
        ("  leaders.north.ego: {low: 1, high: 0}", "low must be below high"),
        ("  leaders.north.ego: {low: 1}", "give both low and high, or levels"),
        ("  leaders.north.ego: [0.1, 0.1]", "levels must differ"),
        (
            "  leaders.north.ego: [[1], 2]",
            "must be a number, a word or a switch, not a list; for blocks use `choices`",
        ),
        ("  clock.kind: [poisson, fixt]", "did you mean 'fixed'?"),
        ("  horizon_days: {low: 10, high: 20.5}", "whole numbers need whole ends"),
        ("  seed: {path: leaders.north.ego, low: 0, high: 1}", "'seed' is a column of every study"),
        ("  e: {path: a, paths: [b], low: 0, high: 1}", "give either path or paths, not both"),
        ("  e: {pth: leaders.north.ego, low: 0, high: 1}", "unknown key 'pth'"),
        ("  e: {choices: {a: {}, b: {mediators.x: 3}}}", "mediators.x"),
        ("  e: {choices: {a: {}}}", "levels must be at least two values"),
        ("  e: {choices: {a: {}, b: {}}, low: 3}", "a factor with choices takes no low"),
        ("  e: {choices: {a: 3, b: {}}}", "factors.e.choices.a must be a block"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, factors: str, message: str) -> None:
    found = problems(tmp_path, factors)
    assert any(message in problem for problem in found), found
    assert all(problem.startswith("5:") for problem in found)


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, "  leaders.north.ego: {low: 0, high: 2}\n  clock.kind: [poisson, x]\n  a: {low: 0}\n")
    assert [problem.split(":")[0] for problem in found] == ["5", "6", "7"]


def test_the_forms_that_a_factor_may_have(tmp_path: Path) -> None:
    factors = """
  leaders.north.ego: {low: 0, high: 1, steps: 3}
  leaders.south.ego: [0.2, 0.8]
  horizon_days: {low: 30, high: 60}
  clock: {path: clock.kind, levels: [poisson, fixed], group: clocks}
  help: {choices: {all: {}, none: {mediators: {}}}}
"""
    recipe = read_study(write(tmp_path, HEAD + factors)).recipe
    by_name = {factor.name: factor for factor in recipe.factors}
    assert len(by_name) == 5
    assert by_name["horizon_days"].whole
    assert by_name["clock"].group == "clocks"
    assert by_name["help"].levels == ("all", "none")
    assert recipe.choices == {"help": {"all": {}, "none": {"mediators": {}}}}

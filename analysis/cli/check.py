"""`climbdown check`: whether a scenario file is right, and if not, what is wrong where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.errors import DONE, INPUT
from analysis.cli.options import AsJson, EveryProblem, Settings, load_varied
from analysis.cli.printing import say, say_json, tell

if TYPE_CHECKING:
    from sim.scenario import Scenario


def check(
    scenarios: Annotated[
        list[str], typer.Argument(metavar="SCENARIO...", help="Scenario files, or names of shipped scenarios.")
    ],
    settings: Settings = None,
    every: EveryProblem = False,
    as_json: AsJson = False,
) -> int:
    """Check scenario files and name everything that is wrong with them, with file, line and column.

    A screenful of problems is shown for each file, and the number of the rest; `--all` and `--json` give all.
    """
    results = [_checked(name, settings or []) for name in scenarios]
    if as_json:
        say_json(results)
    else:
        for result in results:
            _tell(result, every)
    return DONE if all(result["valid"] for result in results) else INPUT


def _checked(name: str, settings: list[str]) -> dict[str, Any]:
    from sim.files import ScenarioError

    try:
        scenario = load_varied(name, settings)
    except ScenarioError as error:
        return {"scenario": name, "valid": False, "problems": [problem._asdict() for problem in error.problems]}
    return {"scenario": name, "valid": True, "problems": [], **_counts(scenario)}


def _counts(scenario: Scenario) -> dict[str, int]:
    from sim.files.inputs import scenario_inputs

    inputs = scenario_inputs(scenario)
    return {
        "advisers": sum(len(leader.advisers) for leader in scenario.leaders.values()),
        "mediators": len(scenario.mediators),
        "issues": len(scenario.issues),
        "numbers": len(inputs),
        "distributions": len(scenario.distributions),
        "guesses": sum(entry.is_guess for entry in inputs),
    }


def _tell(result: dict[str, Any], every: bool) -> None:
    from sim.files.problems import Problem, problem_lines

    if result["valid"]:
        counted = ", ".join(f"{key} {result[key]}" for key in ("advisers", "mediators", "issues", "numbers", "guesses"))
        say([f"{result['scenario']}: valid ({counted})"])
    for line in problem_lines([Problem(**problem) for problem in result["problems"]], every=every):
        tell(line)

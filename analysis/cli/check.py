"""`climbdown check`: whether a scenario file is right, and if not, what is wrong where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from sim.scenario import Scenario

WRONG = 2


def check(
    scenarios: Annotated[
        list[str], typer.Argument(metavar="SCENARIO...", help="Files, or names of shipped scenarios.")
    ],
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="PATH=VALUE", help="Check with this change; repeatable.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> int:
    """Check scenario files and name everything that is wrong with them, with file, line and column."""
    results = [_checked(name, settings or []) for name in scenarios]
    if as_json:
        typer.echo(json.dumps(results, indent=2, ensure_ascii=False))
    else:
        for result in results:
            _tell(result)
    return 0 if all(result["valid"] for result in results) else WRONG


def _checked(name: str, settings: list[str]) -> dict[str, Any]:
    from sim.scenario.problems import ScenarioError
    from sim.scenario.shipped import load_scenario
    from sim.scenario.variants import with_settings

    try:
        scenario = with_settings(load_scenario(name), settings)
    except ScenarioError as error:
        return {"scenario": name, "valid": False, "problems": [problem._asdict() for problem in error.problems]}
    return {"scenario": name, "valid": True, "problems": [], **_counts(scenario)}


def _counts(scenario: Scenario) -> dict[str, int]:
    from sim.scenario.inputs import scenario_inputs

    inputs = scenario_inputs(scenario)
    return {
        "advisers": sum(len(leader.advisers) for leader in scenario.leaders.values()),
        "mediators": len(scenario.mediators),
        "issues": len(scenario.issues),
        "numbers": len(inputs),
        "distributions": len(scenario.distributions),
        "guesses": sum(entry.is_guess for entry in inputs),
    }


def _tell(result: dict[str, Any]) -> None:
    from sim.scenario.problems import Problem

    if not result["valid"]:
        for problem in result["problems"]:
            typer.echo(str(Problem(**problem)), err=True)
        return
    counted = ", ".join(f"{result[key]} {key}" for key in ("advisers", "mediators", "issues", "numbers"))
    typer.echo(f"{result['scenario']}: valid ({counted}, of which {result['guesses']} are guesses)")

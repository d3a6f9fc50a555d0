"""`climbdown check`: whether a scenario or lesson file is right, and if not, what is wrong where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.errors import DONE, INPUT
from analysis.cli.options import AsJson, EveryProblem, Settings, load_varied
from analysis.cli.printing import say, say_json, tell

if TYPE_CHECKING:
    from sim.files.problems import Problem
    from sim.scenario import Scenario


def check(
    scenarios: Annotated[
        list[str], typer.Argument(metavar="SCENARIO...", help="Files or shipped names of scenarios or lessons.")
    ],
    settings: Settings = None,
    count: Annotated[
        bool, typer.Option("--count", help="Count a lesson's worlds too: first luck, how often they speak, claims.")
    ] = False,
    every: EveryProblem = False,
    as_json: AsJson = False,
) -> int:
    """Check scenario or lesson files and name everything that is wrong with them, with file, line and column.

    A screenful of problems is shown for each file, what stands in the file itself first, and the number of the rest;
    `--all` and `--json` give all. A line that begins with "note:" tells of something allowed and probably not meant.
    A lesson is read with its world and every setting of its steps; `--count` also runs what it promises.
    """
    results = [_checked(name, settings or [], count) for name in scenarios]
    if as_json:
        say_json(results)
    else:
        for result in results:
            _tell(result, every)
    return DONE if all(result["valid"] for result in results) else INPUT


def _checked(name: str, settings: list[str], count: bool) -> dict[str, Any]:
    from analysis.cli.lesson_check import checked_lesson
    from sim.files import ScenarioError

    if (lesson := checked_lesson(name, settings, count)) is not None:
        return lesson

    notes: list[Problem] = []
    try:
        scenario = load_varied(name, settings, notes)
    except ScenarioError as error:
        problems = [problem._asdict() for problem in error.problems]
        return {"scenario": name, "valid": False, "problems": problems, "notes": []}
    noted = [note._asdict() for note in notes]
    return {"scenario": name, "valid": True, "problems": [], "notes": noted, **_counts(scenario)}


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
    from analysis.cli.lesson_check import tell_lesson
    from sim.files.problems import Problem, problem_lines

    if "lesson" in result:
        tell_lesson(result)
    elif result["valid"]:
        who = ", ".join(_counted(result[f"{noun}s"], noun) for noun in ("issue", "mediator"))
        guessed = f"{result['guesses']} of {result['numbers']} numbers are guesses"
        say([f"{result['scenario']}: valid ({who}; {guessed})"])
    problems = [Problem(**problem) for problem in result["problems"]]
    notes = [f"note: {Problem(**note)}" for note in result["notes"]]
    for line in [*problem_lines(problems, every=every), *notes]:
        tell(line)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"

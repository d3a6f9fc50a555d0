"""The options that mean the same in every verb, and the scenario they name with its settings applied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sim.files.problems import Problem
    from sim.scenario import Scenario

LARGEST_SEED = 2**32 - 1

ScenarioArgument = Annotated[
    str, typer.Argument(metavar="SCENARIO", help="A scenario file, or the name of a shipped scenario.")
]
Settings = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="PATH=VALUE", help="Change one value, as in leaders.us.ego=0.7; may be given many times."
    ),
]
Seed = Annotated[
    int, typer.Option("--seed", min=0, max=LARGEST_SEED, metavar="N", help="The luck: same seed, same bytes.")
]
RunNumber = Annotated[
    int, typer.Option("--run", min=0, max=LARGEST_SEED, metavar="N", help="Which of the seed's runs.")
]
EveryProblem = Annotated[
    bool, typer.Option("--all", help="Show every problem of a file, not only the first screenful.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program instead of text for a person.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Keep the full record in this folder.")]


def load_varied(scenario: str, settings: Sequence[str] | None = None, notes: list[Problem] | None = None) -> Scenario:
    """Load a scenario and apply what ``--set`` asked for, later settings over earlier ones.

    Parameters
    ----------
    scenario : str
        Path of a file, or name of a shipped scenario.
    settings : sequence of str, optional
        Each ``path=value``.
    notes : list of Problem, optional
        Receives what is allowed in the outcome and yet probably not meant.

    Raises
    ------
    sim.files.ScenarioError
        With every problem of the file, or of the settings.
    """
    from sim.files import parse_setting, vary

    changes = dict(parse_setting(setting) for setting in settings or ())
    loaded = _loaded(scenario, None if changes else notes)
    return vary(loaded, changes, notes) if changes else loaded


def _loaded(scenario: str, notes: list[Problem] | None) -> Scenario:
    from sim.files import ScenarioError, load_scenario

    try:
        return load_scenario(scenario, notes)
    except ScenarioError:
        from analysis.cli.mistaken_files import refuse_study

        refuse_study(scenario)
        raise

"""`climbdown show`: one scenario with the source of each number, or only the numbers that are guesses."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.options import AsJson, ScenarioArgument, Settings, load_varied
from analysis.cli.printing import say, say_json

if TYPE_CHECKING:
    from sim.files.inputs import Input
    from sim.scenario import Scenario

WIDTH = 80
INDENT = " " * 6


def show(
    scenario: ScenarioArgument,
    guesses: Annotated[
        bool, typer.Option("--guesses", help="Only the numbers without a source or with low confidence.")
    ] = False,
    settings: Settings = None,
    as_json: AsJson = False,
) -> None:
    """Show a scenario: what it is about, who is in it, and every number with its source and note."""
    from sim.files.inputs import scenario_inputs

    loaded = load_varied(scenario, settings)
    inputs = scenario_inputs(loaded)
    shown = [entry for entry in inputs if entry.is_guess or not guesses]
    if as_json:
        say_json([_as_row(entry) for entry in shown])
        return
    if not guesses:
        _tell_heading(loaded)
    _tell_numbers(shown)
    _tell_count(inputs)


def _as_row(entry: Input) -> dict[str, Any]:
    spread = entry.spread.as_mapping() if entry.spread is not None else None
    about = {key: entry.provenance.as_mapping().get(key, "") for key in ("source", "note", "confidence")}
    return {**entry.field._asdict(), "distribution": spread, **about, "guess": entry.is_guess}


def _tell_heading(scenario: Scenario) -> None:
    say([f"{scenario.name}: {scenario.title}" if scenario.title else scenario.name])
    if scenario.summary:
        say([textwrap.fill(scenario.summary, WIDTH)])
    say([f"From {scenario.start} for {scenario.horizon_days} days; {scenario.domain}."])
    for side, leader in scenario.leaders.items():
        office = ", ".join(word for word in (leader.office, leader.country) if word)
        say([f"  {side}: {leader.name}" + (f" ({office})" if office else "")])
    for intervention in scenario.scheduled:
        whom = intervention.side or intervention.mediator or f"{intervention.path} = {intervention.value:g}"
        say([f"  scheduled on {intervention.date}: {intervention.kind} {whom}"])


def _tell_numbers(inputs: list[Input]) -> None:
    for block, entries in groupby(inputs, key=lambda entry: entry.field.path.rpartition(".")[0]):
        say([f"\n{block}"])
        for entry in entries:
            name = entry.field.path.rpartition(".")[2]
            line = f"  {name:<18} {entry.value_words:<24} {entry.origin_words}"
            say(textwrap.wrap(line, WIDTH, subsequent_indent=INDENT, drop_whitespace=False))
            if entry.provenance.note:
                say(textwrap.wrap(entry.provenance.note, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT))


def _tell_count(inputs: list[Input]) -> None:
    guesses = sum(entry.is_guess for entry in inputs)
    silent = sum(not entry.field.given for entry in inputs)
    say([f"\n{len(inputs)} numbers; {guesses} guesses (no source or low confidence), {silent} by default."])

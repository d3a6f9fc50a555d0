"""`climbdown show`: one scenario with the source of each number, or only the numbers that are guesses."""

from __future__ import annotations

import json
import textwrap
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.scenario.inputs import Input

WIDTH = 80


def show(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="A file, or the name of a shipped scenario.")],
    guesses: Annotated[
        bool, typer.Option("--guesses", help="Only the numbers without a source or with low confidence.")
    ] = False,
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="PATH=VALUE", help="Show with this change; repeatable.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the numbers as JSON.")] = False,
) -> None:
    """Show a scenario: what it is about, who is in it, and every number with its source and note."""
    from sim.scenario.inputs import scenario_inputs
    from sim.scenario.shipped import load_scenario
    from sim.scenario.variants import with_settings

    loaded = with_settings(load_scenario(scenario), settings or [])
    inputs = scenario_inputs(loaded)
    shown = [entry for entry in inputs if entry.is_guess or not guesses]
    if as_json:
        typer.echo(json.dumps([_as_row(entry) for entry in shown], indent=2, ensure_ascii=False))
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
    typer.echo(f"{scenario.name}: {scenario.title}" if scenario.title else scenario.name)
    if scenario.summary:
        typer.echo(textwrap.fill(scenario.summary, WIDTH))
    typer.echo(f"From {scenario.start} for {scenario.horizon_days} days; {scenario.domain}.")
    for side, leader in scenario.leaders.items():
        office = ", ".join(word for word in (leader.office, leader.country) if word)
        typer.echo(f"  {side}: {leader.name}" + (f" ({office})" if office else ""))
    for intervention in scenario.scheduled:
        whom = intervention.side or intervention.mediator or f"{intervention.path} = {intervention.value:g}"
        typer.echo(f"  scheduled on {intervention.date}: {intervention.kind} {whom}")


def _tell_numbers(inputs: list[Input]) -> None:
    for block, entries in groupby(inputs, key=lambda entry: entry.field.path.rpartition(".")[0]):
        typer.echo(f"\n{block}")
        for entry in entries:
            name = entry.field.path.rpartition(".")[2]
            typer.echo(f"  {name:<18} {entry.value_words:<24} {entry.origin_words}")
            if entry.provenance.note:
                typer.echo(
                    textwrap.fill(entry.provenance.note, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)
                )


def _tell_count(inputs: list[Input]) -> None:
    guesses = sum(entry.is_guess for entry in inputs)
    silent = sum(not entry.field.given for entry in inputs)
    typer.echo(
        f"\n{len(inputs)} numbers; {guesses} are guesses (no source, or low confidence), {silent} of them defaults."
    )

"""`climbdown show`: one scenario with the source of each number, or only the numbers that are guesses."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.options import AsJson, ScenarioArgument, Settings, load_varied
from analysis.cli.printing import say, say_json, width
from sim.vocabulary.scenario_words import Permission

if TYPE_CHECKING:
    from sim.files.inputs import Input
    from sim.scenario import Scenario
    from sim.scenario.leader import Leader

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
        say(_heading(loaded))
    _tell_numbers(shown)
    _tell_count(inputs)


def _as_row(entry: Input) -> dict[str, Any]:
    spread = entry.spread.as_mapping() if entry.spread is not None else None
    about = {key: entry.provenance.as_mapping().get(key, "") for key in ("source", "note", "confidence")}
    return {**entry.field._asdict(), "distribution": spread, **about, "guess": entry.is_guess}


def _heading(scenario: Scenario) -> Iterator[str]:
    from sim.narrative.cast import spoken_date
    from sim.narrative.painted import Role, painted

    yield painted((f"{scenario.name}: {scenario.title}" if scenario.title else scenario.name, Role.heading))
    if scenario.summary:
        yield textwrap.fill(scenario.summary, width())
    yield f"From {spoken_date(scenario.start.isoformat())} for {scenario.horizon_days} days; {scenario.domain}."
    for side, leader in scenario.leaders.items():
        yield f"  {side}: {_with_office(leader)}"
    for intervention in scenario.scheduled:
        whom = intervention.side or intervention.mediator or f"{intervention.path} = {intervention.value:g}"
        yield f"  scheduled on {spoken_date(intervention.date.isoformat())}: {intervention.kind} {whom}"
    yield from _of_its_own(scenario)


def _of_its_own(scenario: Scenario) -> Iterator[str]:
    """Acts that the file forbids, and what it calls otherwise than its domain does."""
    off = [act for act, permission in scenario.actions.items() if permission == Permission.off]
    for told, names in (("acts that neither side may take", off), ("words of its own for", list(scenario.words))):
        if names:
            yield from textwrap.wrap(
                f"{told}: {', '.join(names)}", width(), initial_indent="  ", subsequent_indent=INDENT
            )


def _with_office(leader: Leader) -> str:
    office = ", ".join(filter(None, (leader.office, leader.country)))
    return f"{leader.name} ({office})" if office else leader.name


def _tell_numbers(inputs: list[Input]) -> None:
    from sim.narrative.painted import Role, painted

    for block, entries in groupby(inputs, key=lambda entry: entry.field.path.rpartition(".")[0]):
        say(["", painted((block, Role.heading))])
        for entry in entries:
            name = entry.field.path.rpartition(".")[2]
            line = f"  {name:<18} {entry.value_words:<24} {entry.origin_words}"
            say(textwrap.wrap(line, width(), subsequent_indent=INDENT, drop_whitespace=False))
            if entry.provenance.note:
                say(textwrap.wrap(entry.provenance.note, width(), initial_indent=INDENT, subsequent_indent=INDENT))


def _tell_count(inputs: list[Input]) -> None:
    guesses = sum(entry.is_guess for entry in inputs)
    silent = sum(not entry.field.given for entry in inputs)
    say([f"\n{len(inputs)} numbers; {guesses} guesses (no source or low confidence), {silent} by default."])

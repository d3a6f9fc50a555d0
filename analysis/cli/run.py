"""`climbdown run`: one run, told as a dated story in one of three lengths, with a small chart and the outcome."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.errors import UserError
from analysis.cli.one_run import Parameters, ParametersOption, PolicyFile, keep, read_policies, refuse_place, run_once
from analysis.cli.options import AsJson, Out, RunNumber, ScenarioArgument, Seed, Settings, load_varied
from analysis.cli.pivot import PivotAsked, PivotSwitch, looked_for, pivot_lines, pivot_plain
from analysis.cli.printing import canvas, say, say_json, width
from analysis.cli.writing import PAGE, Force, refuse_taken, write_text

if TYPE_CHECKING:
    from analysis.evidence.standing.beside_world import World
    from analysis.pivot import Pivot
    from sim.results.trajectory import Trajectory

Page = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write the story as one web page that needs no network.")
]

Plain = Annotated[bool, typer.Option("--plain", help="The story for reading aloud: short, amounts in words, no chart.")]
All = Annotated[bool, typer.Option("--all", help="The story with every event on a line of its own.")]


def run(
    scenario: ScenarioArgument,
    settings: Settings = None,
    seed: Seed = 0,
    run: RunNumber = 0,
    parameters: ParametersOption = Parameters.central,
    policy: PolicyFile = None,
    out: Out = None,
    html: Page = None,
    force: Force = False,
    plain: Plain = False,
    every: All = False,
    pivot: PivotSwitch = False,
    as_json: AsJson = False,
) -> None:
    """Run a scenario once and tell what happened, when, and why.

    The same scenario, settings, seed and run give the same bytes everywhere. The reasons are those recorded with each
    decision.
    """
    from analysis.evidence.standing.beside_world import world_beside, world_lines, world_plain
    from sim.results.replacing import Address

    length = chosen_length(plain, every)
    refuse_taken(html, force, PAGE)
    varied = load_varied(scenario, settings)
    refuse_place(out, force, Address(varied, seed, run, str(parameters)))
    policies = read_policies(policy, varied)
    trajectory = run_once(varied, seed, run, parameters, policies)
    keep(trajectory, out, force)
    world = world_beside(varied, moved=bool(policies))
    if html is not None:
        write_page(trajectory, html, world, tuple(policies))
    asked = PivotAsked(trajectory, policy, tuple(policies)) if pivot else None
    if not as_json:
        say([*told(trajectory, tuple(policies), length), *world_lines(world, plain, width())])
    found = looked_for(asked)
    if html is not None and found is not None:  # the page is there already, should the search be stopped
        write_page(trajectory, html, world, tuple(policies), found)
    if as_json:
        say_json({**as_plain(trajectory), "world": world_plain(world), **pivot_plain(found)})
    else:
        say(pivot_lines(found, plain))
        say(f"{what}: {place}" for what, place in (("Record", out), ("Page", html)) if place is not None)


def chosen_length(plain: bool, every: bool) -> str:
    """Return the length of a story by its name.

    Raises
    ------
    UserError
        When both options are given.
    """
    if plain and every:
        raise UserError("--plain tells the shortest story and --all the longest: give one of them")
    return "plain" if plain else "all" if every else "default"


def told(trajectory: Trajectory, silent: Collection[str] = (), length: str = "default") -> list[str]:
    """Return a story and, but for reading aloud, the chart, as lines for the terminal.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    silent : collection of str
        Sides that are told without reasons.
    length : str
        ``plain``, ``default`` or ``all``.
    """
    from analysis.documents.run_figures import run_course
    from analysis.figures.characters import characters
    from sim.narrative.lengths import Length
    from sim.narrative.story import story

    if length == Length.plain:
        return story(trajectory, length=Length.plain, silent=silent)
    page = canvas()
    lines = story(trajectory, page.width, Length(length), silent)
    return [*lines, "", *characters(run_course(trajectory), page)]


def as_plain(trajectory: Trajectory) -> dict[str, Any]:
    """Return a run for a program: outcome, first contact, mediator, address of the luck, and every event in words."""
    from dataclasses import asdict

    from sim.narrative.cast import Cast
    from sim.narrative.sentences import sentence
    from sim.results.record_rows import events

    outcome, cast = trajectory.outcome, Cast(trajectory.scenario)
    nobody = {"day": None, "date": None, "level": None, "asked_by": None}
    firsts = {name: getattr(outcome, name) for name in ("first_contact", "first_voice", "first_in_person")}
    return {
        "scenario": trajectory.scenario.name,
        "seed": trajectory.seed,
        "run": trajectory.run,
        "parameters": trajectory.parameters,
        "version": trajectory.version,
        "outcome": {"class": str(outcome.outcome_class), "date": outcome.date, "day": outcome.day},
        "last_touch_day": outcome.last_touch_day,
        **{name: asdict(first) if first else nobody for name, first in firsts.items()},
        "mediator": outcome.mediator,
        "ever": dict(outcome.ever),
        "settlement": dict(outcome.settlement) if outcome.settlement else None,
        "trough": dict(outcome.trough),
        "peak_pressure": dict(outcome.peak_pressure),
        "actions": {side: dict(counts) for side, counts in outcome.actions.items()},
        "events": [{**event._asdict(), "text": sentence(event, cast)} for event in events(trajectory)],
    }


def write_page(
    trajectory: Trajectory,
    file: Path,
    world: World | None,
    silent: Collection[str] = (),
    pivot: Pivot | None = None,
) -> None:
    """Write the story as a web page; below it which decision decided it, if that was found, and the world beside it.

    `silent` sides are told without reasons.

    Raises
    ------
    UserError
        When the file cannot be written.
    """
    from analysis.documents.html_writing import html_page
    from analysis.documents.pivot_told import pivot_section
    from analysis.documents.run_story import story_document
    from analysis.evidence.standing.beside_world import world_section

    document = story_document(trajectory, silent)
    decided = () if pivot is None else (pivot_section(pivot),)
    beside = document._replace(sections=(*document.sections, *decided, *world_section(world)))
    write_text(file, html_page(beside), "page")

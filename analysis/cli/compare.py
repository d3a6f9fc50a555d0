"""`climbdown compare`: the same luck under two settings, once or many times, told from where the two runs part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.counting_progress import Count, Threads
from analysis.cli.errors import UserError
from analysis.cli.one_run import Parameters, PolicyFile, read_policies, run_once
from analysis.cli.options import AsJson, RunNumber, ScenarioArgument, Seed, Settings, load_varied
from analysis.cli.printing import canvas, say, say_json
from analysis.cli.writing import PAGE, Force, refuse_taken

if TYPE_CHECKING:
    from analysis.documents.document import Table
    from sim.results.trajectory import Trajectory

Drawing = Annotated[
    Parameters | None,
    typer.Option(
        "--parameters", help="Uncertain numbers at their central value, or drawn; one pair: central, many: drawn."
    ),
]

Versus = Annotated[
    list[str] | None,
    typer.Option(
        "--vs", metavar="PATH=VALUE", help="A setting of the other run; without any it is the scenario as it is."
    ),
]

Page = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write what -n finds as one web page, no network needed.")
]


def compare(
    scenario: ScenarioArgument,
    settings: Settings = None,
    versus: Versus = None,
    runs: Count = 1,
    seed: Seed = 0,
    run: RunNumber = 0,
    parameters: Drawing = None,
    policy: PolicyFile = None,
    threads: Threads = None,
    html: Page = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Run a scenario twice under the same luck, with different settings, and tell where the two runs part.

    Run A has the settings after --set, run B those after --vs (`--vs --set PATH=VALUE` is understood too; without
    any, B is the scenario as it is). Luck is addressed, so whatever does not follow from the change stays as it was.

    With -n 1000 both run under a thousand lucks: what the change does to every measure, with its interval, and the
    pair that parts on the median day told side by side; --html FILE keeps that as a page.
    """
    refuse_taken(html, force, PAGE)
    _refuse_what_is_not_for(runs, html, policy)
    varied = load_varied(scenario, settings), load_varied(scenario, versus)
    names = named("A", settings), named("B", versus)
    if runs > 1:
        from analysis.cli.compared_pairs import Asked, compare_many

        typed = tuple(settings or ()), tuple(versus or ())
        asked = Asked(seed, runs, str(parameters or Parameters.drawn), threads, as_json, html, typed)
        compare_many(varied, names, asked)
        return
    chosen = parameters or Parameters.central
    _tell([run_once(one, seed, run, chosen, read_policies(policy, one)) for one in varied], names, as_json)


def _refuse_what_is_not_for(runs: int, html: Path | None, policy: Path | None) -> None:
    """Refuse a page of one pair, and a policy over many lucks."""
    if html is not None and runs == 1:
        raise UserError("--html is a page of many lucks; add -n 1000, or leave --html out")
    if runs > 1 and policy is not None:
        raise UserError("--policy plays one pair of runs; leave it out, or leave -n out")


def _tell(pair: Sequence[Trajectory], names: tuple[str, str], as_json: bool) -> None:
    if as_json:
        say_json(as_plain(pair[0], pair[1], names))
    else:
        say(told(pair[0], pair[1], names))


def rewrite(words: Sequence[str]) -> list[str]:
    """Let ``--vs`` open the other run's settings: a ``--set`` after a bare ``--vs`` counts as ``--vs``."""
    rewritten: list[str] = []
    after = False
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == "--vs" and (following.startswith("--") or not following):
            after = True
        elif after and (word == "--set" or word.startswith("--set=")):
            rewritten.append(word.replace("--set", "--vs", 1))
        else:
            rewritten.append(word)
    return rewritten


def named(letter: str, settings: Sequence[str] | None) -> str:
    """Return what one of the two runs is called."""
    return f"{letter}: {', '.join(settings) if settings else 'the scenario as it is'}"


def told(one: Trajectory, other: Trajectory, names: tuple[str, str]) -> Iterator[str]:
    """Yield the comparison as lines for the terminal."""
    from analysis.documents.document import Note
    from analysis.documents.terminal_writing import block_lines
    from sim.narrative.two_runs import different_choice, side_by_side
    from sim.narrative.wrapping import wrapped

    page = canvas()
    head = f"{one.scenario.title or one.scenario.name}, seed {one.seed}, run {one.run}: one luck, two settings."
    yield from wrapped(head, width=page.width)
    for name in names:
        yield from wrapped(name, first="  ", rest="     ", width=page.width)
    yield ""
    yield from side_by_side(one, other, names, page.width)
    yield from different_choice(one, other, page.width)
    yield ""
    yield from block_lines((*measures(one, other), Note(ONE_PAIR)), page)


YES, NO, NONE = "yes", "no", "-"
ONE_PAIR = "One pair under one luck shows what can happen, not what usually does: -n 1000 compares many."


def measures(one: Trajectory, other: Trajectory) -> Iterator[Table]:
    """Yield what came of the two runs: where it stands, then what happened on the way of either, and how."""
    from analysis.documents.document import Table
    from sim.vocabulary import milestones, outcomes

    for heading, measured in ((outcomes.HEADING, where_it_stands), (milestones.HEADING, on_the_way)):
        here, there = measured(one), measured(other)
        rows = ((f"  {name}", here.get(name, NONE), there.get(name, NONE)) for name in {**here, **there})
        yield Table((heading, "A", "B"), tuple(row for row in rows if row[1:] != (NO, NO)), layout=(-42, 19, 19))


def where_it_stands(run: Trajectory) -> dict[str, str]:
    """Return the end of a run in words, by what is asked of it."""
    from sim.narrative.cast import Cast, spoken_date

    outcome, cast = run.outcome, Cast(run.scenario)
    return {
        "at the end": cast.words[outcome.outcome_class].noun,
        "since": spoken_date(outcome.date) if outcome.date else NONE,
    }


def on_the_way(run: Trajectory) -> dict[str, str]:
    """Return what happened in a run, in words and numbers by what is asked of it."""
    from sim.narrative.cast import Cast, spoken_date
    from sim.vocabulary import milestones

    outcome, cast = run.outcome, Cast(run.scenario)
    first = outcome.first_contact
    found = {cast.fill(row.phrase): YES if outcome.ever.get(row.word) else NO for row in milestones.ROWS}
    found |= {
        "first contact": spoken_date(first.date) if first else "never",
        "what it was": cast.words[first.level].noun if first else NONE,
        "at the asking of": cast.anyone(first.asked_by) if first else NONE,
        "through": cast.mediator(outcome.mediator) if outcome.mediator else "nobody",
    }
    for side, counts in outcome.actions.items():
        found[f"steps up, steps down: {cast.country(side)}"] = f"{counts.get('escalate', 0)}, {counts.get('ease', 0)}"
        found[cast.fill("worst fall of the {market}: {who}", who=cast.country(side))] = f"{outcome.trough[side]:.0%}"
    return found


def as_plain(one: Trajectory, other: Trajectory, names: tuple[str, str]) -> dict[str, Any]:
    """Return the comparison for a program."""
    from analysis.cli.run import as_plain as run_as_plain
    from sim.results.parting import parting
    from sim.results.record_rows import events

    found = parting(events(one), events(other))
    return {
        "seed": one.seed,
        "run": one.run,
        "parted": found._asdict() if found else None,
        "runs": [{"settings": name, **run_as_plain(run)} for name, run in zip(names, (one, other), strict=True)],
    }

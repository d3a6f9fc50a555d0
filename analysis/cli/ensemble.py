"""`climbdown ensemble`: many runs, how likely each outcome is, how long contact takes, and how sure that is."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.counting_progress import Count, Threads, progress, stopping
from analysis.cli.engine_at_hand import Engine, engine_at_hand
from analysis.cli.errors import UserError
from analysis.cli.one_run import Parameters, ParametersOption
from analysis.cli.options import AsJson, ScenarioArgument, Seed, Settings, load_varied
from analysis.cli.printing import canvas, nulled, say, say_json, tell
from analysis.cli.writing import PAGE, Force, refuse_inside, refuse_taken, write_text

if TYPE_CHECKING:
    from analysis.estimates.ensemble_counts import EnsembleCounts
    from analysis.studies.ensemble_folder import Kept
    from sim.results.runs import Runs
    from sim.scenario import Scenario

Folder = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Keep one row per run (runs.csv) and the summary in this folder."),
]
Page = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write the result as one web page that needs no network.")
]


def ensemble(
    scenario: ScenarioArgument,
    runs: Count = 1000,
    settings: Settings = None,
    seed: Seed = 0,
    parameters: ParametersOption = Parameters.drawn,
    threads: Threads = None,
    out: Folder = None,
    html: Page = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Run a scenario many times: how it ends, when contact comes, who asks, who mediates, what a deal holds.

    Every number carries a 95% interval. Uncertain numbers of the scenario are drawn anew for each run, unless
    `--parameters central` asks for their central value. Ctrl-C ends it early with the runs that are finished.
    """
    refuse_inside(out)
    refuse_taken(html, force, PAGE)
    varied = load_varied(scenario, settings)
    refuse_kept(out, force)
    started = time.perf_counter()
    with engine_at_hand() as engine, _kept(out, varied, force) as kept:
        counts = count(varied, seed, runs, str(parameters), threads, kept, engine)
        if not counts.runs:
            tell("interrupted before the first runs were finished")
            raise KeyboardInterrupt
        found = {
            **_head(varied, seed, runs, str(parameters)),
            "settings": list(settings or []),
            "runs": counts.runs,
            "partial": counts.runs < runs,
            "engine": engine.name,
            "elapsed_s": round(time.perf_counter() - started, 3),
            **_summary(counts),
        }
        kept.keep({"ensemble.json": json.dumps(nulled(found), indent=2)})
    if html is not None:
        write_page(html, found, varied)
    if as_json:
        say_json(found)
    else:
        say(told(found, varied))
        say(f"{what}: {place}" for what, place in (("Runs", out), ("Page", html)) if place is not None)


def count(
    scenario: Scenario, seed: int, runs: int, parameters: str, threads: int | None, kept: Kept, engine: Engine
) -> EnsembleCounts:
    """Count runs piece by piece, keeping each piece if that is wanted; Ctrl-C ends it with what is finished."""
    from analysis.estimates.ensemble_counts import EnsembleCounts
    from sim.run import stream_many

    counts, early = EnsembleCounts(scenario), EnsembleCounts(scenario)

    def show_early(part: Runs) -> None:
        early.add(part)
        engine.estimates = first_estimates(early)

    with stopping(engine.end) as stop, progress(runs, status=engine.status) as show:

        def finished(done: int) -> None:
            show(done)
            stop.check()

        for piece in stream_many(scenario, seed, runs, parameters, threads, progress=finished, early=show_early):
            counts.add(piece)
            kept.add(piece)
            if stop.asked:
                break
    return counts


def first_estimates(counts: EnsembleCounts) -> str:
    """What is known so far, for somebody who waits for the rest."""
    from analysis.estimates.ensemble_summary import time_of
    from analysis.estimates.streaming_counts import Days

    days = {name: counts.of(f"{name}_days") for name in ("first_contact", "deal")}
    found = {name.replace("_", " "): time_of(kept) for name, kept in days.items() if isinstance(kept, Days)}
    told = (f"{name} in {one['share']:.0%} ({one['low']:.0%} to {one['high']:.0%})" for name, one in found.items())
    return f"so far {', '.join(told)}"


def refuse_kept(out: Path | None, force: bool) -> None:
    """Refuse a place for an ensemble before any run is made.

    Raises
    ------
    UserError
        When something else is there, or another ensemble without `force`.
    """
    from analysis.studies.ensemble_folder import KeepingError, refuse_foreign

    try:
        if out is not None:
            refuse_foreign(out, force)
    except KeepingError as error:
        raise UserError(str(error)) from error


@contextmanager
def _kept(out: Path | None, scenario: Scenario, force: bool) -> Iterator[Kept]:
    from analysis.studies.ensemble_folder import KeepingError, keeping

    try:
        with keeping(out, scenario, force) as kept:
            yield kept
    except KeepingError as error:
        raise UserError(str(error)) from error


def _head(scenario: Scenario, seed: int, runs: int, parameters: str) -> dict[str, Any]:
    from sim.version import __version__

    return {
        "scenario": scenario.name,
        "title": scenario.title,
        "version": __version__,
        "seed": seed,
        "parameters": parameters,
        "horizon_days": scenario.horizon_days,
        "asked": runs,
    }


def _summary(counts: EnsembleCounts) -> dict[str, Any]:
    from analysis.estimates.ensemble_summary import summary

    return summary(counts)


def told(found: dict[str, Any], scenario: Scenario) -> Iterator[str]:
    """Yield an ensemble as lines for the terminal."""
    from analysis.documents.ensemble_document import ensemble_document, heading
    from analysis.documents.terminal_writing import section_lines

    page = canvas()
    yield from heading(found, scenario, page.width)
    yield ""
    yield from section_lines(ensemble_document(found, scenario).sections, page)


def write_page(file: Path, found: dict[str, Any], scenario: Scenario) -> None:
    """Write an ensemble as a web page.

    Raises
    ------
    UserError
        When the file cannot be written.
    """
    from analysis.documents.ensemble_document import ensemble_document
    from analysis.documents.html_writing import html_page

    write_text(file, html_page(ensemble_document(found, scenario, on_page=True)), "page")

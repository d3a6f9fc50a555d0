"""`climbdown mechanisms`: each mechanism of the model switched off in a case, and what that changes, with intervals."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.counting_progress import Threads, progress, stopping
from analysis.cli.engine_at_hand import Engine, engine_at_hand
from analysis.cli.errors import UserError
from analysis.cli.one_run import Parameters, ParametersOption
from analysis.cli.options import AsJson, ScenarioArgument, Seed, Settings, load_varied
from analysis.cli.printing import canvas, say, say_json, tell
from analysis.cli.writing import PAGE, Force, refuse_taken, write_text

if TYPE_CHECKING:
    from analysis.evidence.claims.paired_luck import Plan
    from analysis.evidence.claims.table import Switch
    from analysis.evidence.mechanisms import MechanismEffects
    from analysis.figures.characters import Canvas
    from sim.scenario import Scenario

Lucks = Annotated[
    int, typer.Option("-n", "--runs", min=2, max=2**32 - 1, metavar="N", help="How many lucks; each makes one pair.")
]
Rows = Annotated[
    str | None,
    typer.Option("--rows", metavar="LIST", help="Only these rows of the table of claims, as in 14,21; all by default."),
]
Table = Annotated[
    Path | None, typer.Option("--csv", metavar="FILE", help="Write a line for each mechanism and outcome.")
]
Page = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write the result as one web page that needs no network.")
]


def mechanisms(
    scenario: ScenarioArgument,
    runs: Lucks = 1000,
    settings: Settings = None,
    seed: Seed = 0,
    parameters: ParametersOption = Parameters.drawn,
    rows: Rows = None,
    threads: Threads = None,
    csv: Table = None,
    html: Page = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Switch off each mechanism of the model in turn, and tell which of them matter in this case.

    The 33 mechanisms are those of docs/claims.md. The case runs N times as it is, and N times without each, everything
    else and the luck kept. Told is what each does to the day of the first ask, the day of contact, who asks first, and
    the ending. The intervals of all of it hold at once at 95%; where one holds zero, the mechanism is not
    distinguishable from nothing within the bound that is told. Ctrl-C ends it early with those that are finished.
    """
    from analysis.evidence.claims.paired_luck import Plan

    refuse_files(csv, html, force)
    chosen = asked_rows(rows)
    varied = load_varied(scenario, settings)
    plan = Plan(runs, seed, str(parameters), threads)
    with engine_at_hand(runs * (1 + len(chosen))) as engine:
        started = time.perf_counter()
        effects = measured(varied, chosen, plan, engine)
        elapsed = time.perf_counter() - started
        name = engine.name
    write_files(effects, elapsed, csv, html)
    if as_json:
        say_json(plain(effects, list(settings or []), name, elapsed))
    else:
        say(told(effects, elapsed))
        say(f"{what}: {place}" for what, place in (("Table", csv), ("Page", html)) if place is not None)


def refuse_files(csv: Path | None, html: Path | None, force: bool) -> None:
    """Refuse places where the files cannot be written, before anything is measured.

    Raises
    ------
    UserError
        When something else is there, or the folder is not.
    """
    refuse_taken(csv, force)
    refuse_taken(html, force, PAGE)
    for file in (csv, html):
        if file is not None and not file.absolute().parent.is_dir():
            raise UserError(f"{file}: there is no folder {file.parent}; make it first, or name another place")


def asked_rows(rows: str | None) -> list[Switch]:
    """Return the mechanisms of the rows that the command line names, or all.

    Raises
    ------
    UserError
        When a row is no number, or no mechanism.
    """
    from analysis.evidence.mechanisms import RowError, chosen_switches

    try:
        return chosen_switches(None if rows is None else [int(row) for row in rows.split(",")])
    except RowError as error:
        raise UserError(f"--rows {rows}: {error}") from error
    except ValueError:
        raise UserError(f"--rows {rows}: give the numbers of rows with commas between, as in 14,21") from None


def measured(scenario: Scenario, chosen: list[Switch], plan: Plan, engine: Engine) -> MechanismEffects:
    """Measure with progress on the error stream; Ctrl-C ends it with the mechanisms that are finished."""
    from analysis.evidence.mechanisms import each_off, measure_switches, runs_needed

    cases = each_off(scenario, chosen)
    with stopping(engine.end) as stop, progress(runs_needed(cases, plan), status=engine.status) as show:

        def finished(done: int) -> None:
            show(done)
            stop.check()

        try:
            return measure_switches(scenario, cases, plan, finished)
        except KeyboardInterrupt:
            tell("interrupted before the first mechanism was measured")
            raise


def write_files(effects: MechanismEffects, elapsed: float, csv: Path | None, html: Path | None) -> None:
    """Write the files that were asked for, each whole or not at all.

    Raises
    ------
    UserError
        When one cannot be written.
    """
    from analysis.documents.html_writing import html_page
    from analysis.evidence.mechanisms.mechanisms_document import (
        interval_section,
        mechanisms_document,
        settings_section,
    )
    from analysis.evidence.mechanisms.mechanisms_rows import csv_text

    if csv is not None:
        write_text(csv, csv_text(effects), "table")
    if html is not None:
        document = mechanisms_document(effects, elapsed)
        page = document._replace(sections=(*document.sections, interval_section(effects), settings_section(effects)))
        write_text(html, html_page(page), "page")


def plain(effects: MechanismEffects, settings: list[str], engine: str, elapsed: float) -> dict[str, object]:
    """Return what was measured and how, for a program."""
    from analysis.evidence.mechanisms.mechanisms_rows import as_plain
    from sim.version import __version__

    made = {"version": __version__, "engine": engine, "elapsed_s": round(elapsed, 3), "settings": settings}
    return made | as_plain(effects)


def told(effects: MechanismEffects, elapsed: float) -> Iterator[str]:
    """Yield what was measured as lines for the terminal."""
    from analysis.documents.terminal_writing import section_lines
    from analysis.evidence.mechanisms.mechanisms_document import mechanisms_document
    from sim.narrative.wrapping import wrapped

    document, page = mechanisms_document(effects, elapsed), canvas()
    for paragraph in (f"{document.title}.", f"{document.made}.", *document.answer):
        yield from _plain_letters(wrapped(paragraph, width=page.width), page)
    yield ""
    yield from _plain_letters(section_lines(document.sections, page), page)


def _plain_letters(lines: Iterable[str], page: Canvas) -> Iterator[str]:
    """Write a letter that every terminal has, as wide, for plus or minus where the terminal has no other."""
    yield from (line.replace("±", "~") for line in lines) if page.ascii_only else lines

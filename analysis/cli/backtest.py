"""`climbdown backtest`: past confrontations forecast from what was known, and scored beside base rates."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.counting_progress import Count, progress, stopping
from analysis.cli.engine_at_hand import Engine, engine_at_hand
from analysis.cli.options import AsJson, Seed
from analysis.cli.printing import canvas, say, say_json, tell
from analysis.cli.writing import Force, refuse_inside, refuse_taken, write_text

if TYPE_CHECKING:
    from analysis.evidence.backtest import Backtest, CaseForecast, Counting
    from analysis.evidence.casebook import Case

CasebookFile = Annotated[
    Path | None,
    typer.Option("--casebook", metavar="FILE", help="Another casebook; the development cases by default."),
]
Scenarios = Annotated[
    Path | None,
    typer.Option(
        "--scenarios", metavar="DIR", help="Write the scenario of each case into this folder, and run nothing."
    ),
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", "--threads", min=1, metavar="N", help="Threads; all processors by default."),
]


def backtest(
    casebook: CasebookFile = None,
    runs: Count = 1000,
    seed: Seed = 0,
    workers: Workers = None,
    scenarios: Scenarios = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Forecast past confrontations from what was known on a day, and score the forecasts.

    Each case of a casebook becomes a scenario that knows nothing of what came later, is run N times with uncertain
    numbers drawn, and is set beside what happened: five outcome classes, contact, voice, a meeting, an agreement,
    mediation by the horizon. Then the same by kind of list, and Brier scores beside base rates, with intervals that
    draw dyads again. Nothing is fitted. Ctrl-C ends it early with the cases that are finished.
    """
    from analysis.evidence.backtest import Counting, run_backtest
    from analysis.evidence.casebook import SHIPPED, read_casebook

    file = casebook or SHIPPED
    cases = read_casebook(file).cases
    if scenarios is not None:
        write_scenarios(cases, scenarios, force)
        return
    started = time.perf_counter()
    counting = Counting(runs, seed, workers)
    with engine_at_hand(runs * len(cases)) as engine:
        forecasts = forecast(cases, counting, engine)
        name = engine.name
    if not forecasts:
        tell("interrupted before the first case was finished")
        raise KeyboardInterrupt
    found = run_backtest(forecasts, counting, len(cases))
    elapsed = time.perf_counter() - started
    if as_json:
        say_json(head(file, name, elapsed) | plain(found))
    else:
        say(told(found, file.name, elapsed))


def write_scenarios(cases: tuple[Case, ...], folder: Path, force: bool) -> None:
    """Write the scenario of each case as ``DIR/ID.yaml``, each whole or not at all.

    Raises
    ------
    UserError
        When one of the files is there already and `force` is not given, before anything is written.
    """
    from analysis.evidence.casebook import known_of, scenario_of
    from sim.files.scenario_writing import scenario_yaml

    files = {case.id: folder / f"{case.id}.yaml" for case in cases}
    for file in files.values():
        refuse_taken(file, force)
    refuse_inside(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for case in cases:
        write_text(files[case.id], scenario_yaml(scenario_of(known_of(case)), defaults=False), "scenario")
    say([f"{len(cases)} scenarios: {folder}"])


def forecast(cases: tuple[Case, ...], counting: Counting, engine: Engine) -> list[CaseForecast]:
    """Run case by case with progress on the error stream; Ctrl-C ends it with the cases that are finished."""
    from analysis.evidence.backtest import forecast_cases

    with stopping(engine.end) as stop, progress(counting.runs * len(cases), status=engine.status) as show:

        def finished(done: int) -> None:
            show(done)
            stop.check()

        return list(forecast_cases(cases, counting, finished))


def head(file: Path, engine: str, elapsed: float) -> dict[str, object]:
    """Return what a program should know of how it was made."""
    from sim.version import __version__

    return {"casebook": str(file), "version": __version__, "engine": engine, "elapsed_s": round(elapsed, 3)}


def plain(found: Backtest) -> dict[str, object]:
    """Return a backtest as plain values."""
    from analysis.evidence.backtest.backtesting import as_plain

    return as_plain(found)


def told(found: Backtest, casebook: str, elapsed: float) -> Iterator[str]:
    """Yield a backtest as lines for the terminal: the answer, then its tables."""
    from analysis.documents.terminal_writing import section_lines
    from analysis.evidence.backtest.backtest_document import backtest_document
    from sim.narrative.wrapping import wrapped

    document = backtest_document(found, casebook)
    page = canvas()
    yield from wrapped(f"{document.made}, {elapsed:.1f} s.", width=page.width)
    for answer in document.answer:
        yield from wrapped(answer, width=page.width)
    yield ""
    yield from section_lines(document.sections, page)

"""`climbdown sweep`: a designed study, with its cost said first, its progress shown, and what it found at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.engine_at_hand import engine_at_hand
from analysis.cli.errors import DONE, FAULT, INPUT, INTERRUPTED, UserError
from analysis.cli.options import AsJson, EveryProblem
from analysis.cli.printing import say, say_json, show, tell
from analysis.cli.sweep_plan import duration, plan_lines

if TYPE_CHECKING:
    from analysis.studies import Study, StudyFolder
    from analysis.studies.sweeping import Finished, How, Progress

LONG = 60
"""Seconds from which on a person at a terminal is asked before it begins."""

StudyArgument = Annotated[
    str, typer.Argument(metavar="STUDY", help="A study file, the name of a shipped study, or a study's folder.")
]
Folder = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Its folder; by default NAME.study here.")]
WorkerCount = Annotated[
    int | None, typer.Option("--workers", min=1, metavar="N", help="Threads; by default one a processor.")
]
Address = Annotated[
    str | None,
    typer.Option("--dask", metavar="ADDRESS", help="A Dask scheduler (tcp://host:8786 or tls://...), or local."),
]
Authority = Annotated[
    Path | None, typer.Option("--tls-ca", metavar="FILE", help="Who vouches for a tls:// scheduler (PEM).")
]
Certificate = Annotated[Path | None, typer.Option("--tls-cert", metavar="FILE", help="This machine's certificate.")]
Key = Annotated[Path | None, typer.Option("--tls-key", metavar="FILE", help="The private key of that certificate.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask before a long study.")]
PlanOnly = Annotated[bool, typer.Option("--plan", help="Only say what it would cost.")]


def sweep(
    study: StudyArgument,
    out: Folder = None,
    workers: WorkerCount = None,
    dask: Address = None,
    tls_ca: Authority = None,
    tls_cert: Certificate = None,
    tls_key: Key = None,
    yes: Yes = False,
    plan_only: PlanOnly = False,
    every: EveryProblem = False,
    as_json: AsJson = False,
) -> int:
    """Carry out a designed study, or go on with it: stop it in any way, and the same command does the rest.

    It says first what it will cost. The folder then holds rows.parquet, one row per run, for `climbdown query`,
    `sensitivity`, `discover` and `report`; nothing in it depends on workers or interruptions.
    """
    from analysis.studies.cluster_connection import Certificates
    from analysis.studies.study import StudyError
    from analysis.studies.study_opening import take_up
    from analysis.studies.sweeping import How
    from sim.processors import processors

    read = _read(study, every)
    path = out or _own_folder(study, read)
    count = workers or processors()
    how = How(count, dask, certificates=Certificates(tls_ca, tls_cert, tls_key))
    try:
        there = take_up(read, path)
        whole = there is not None and there.table is not None
        with nullcontext() if whole else engine_at_hand(read.runs):  # the plan tries how fast runs are
            if not whole:
                seconds = _say_plan(read, path, there, count, as_json)
                if not _is_to_begin(seconds, plan_only, yes):
                    return DONE
            finished = _carried_out(read, path, how)
    except StudyError as error:
        raise UserError(str(error)) from error
    return _tell(finished, as_json)


def _read(study: str, every: bool) -> Study:
    from analysis.studies.study_reading import read_study
    from sim.files.problems import ScenarioError, problem_lines

    try:
        return read_study(study)
    except ScenarioError as error:
        raise UserError("\n".join(problem_lines(error.problems, every=every))) from None


def _own_folder(given: str, study: Study) -> Path:
    """The folder that a study is named by, or else the one that its name makes."""
    from analysis.studies.sweeping import default_folder

    return Path(given) if Path(given).is_dir() else default_folder(study)


def _say_plan(study: Study, path: Path, there: StudyFolder | None, workers: int, as_json: bool) -> float:
    """Say what a study costs that is not finished; return the seconds that it will take."""
    from analysis.studies.study_cost import plan

    stored = there.done_runs() if there is not None else 0
    cost = plan(study)
    seconds = cost.seconds(workers, study.runs - stored)
    lines = plan_lines(study, path, cost, (stored, seconds, workers))
    show("\n".join([*lines, ""]), sys.stderr if as_json else sys.stdout, flush=True)
    return seconds


def _is_to_begin(seconds: float, plan_only: bool, yes: bool) -> bool:
    return not plan_only and (yes or _agreed(seconds))


def _agreed(seconds: float) -> bool:
    if seconds < LONG or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    return typer.confirm("Begin?", default=True, err=True)


def _carried_out(study: Study, path: Path, how: How) -> Finished:
    from analysis.studies.study import ClusterError
    from analysis.studies.sweeping import sweep

    try:
        with progress_shown() as shown:
            return sweep(study, path, replace(how, progress=shown))
    except KeyboardInterrupt:
        _say_stopped(path, "interrupted")
        raise typer.Exit(INTERRUPTED) from None
    except OSError as error:
        _say_stopped(path, f"stopped: {_reason(error)}")
        raise typer.Exit(FAULT) from None
    except ClusterError as error:
        _say_stopped(path, str(error))
        raise typer.Exit(FAULT) from None


def _reason(error: OSError) -> str:
    """What the system refused, and for which file where that is known."""
    return f"{error.filename}: {error.strerror}" if error.filename and error.strerror else error.strerror or str(error)


def _say_stopped(path: Path, why: str) -> None:
    from analysis.studies.study import StudyError
    from analysis.studies.study_opening import open_folder

    try:
        folder = open_folder(path)
        kept = f"{folder.done_runs():,} of {folder.study.runs:,} runs are stored in {path}"
    except StudyError:
        kept = "nothing is stored yet"
    tell(f"{why}; {kept}. The same command goes on from there.")


@contextmanager
def progress_shown() -> Iterator[Progress]:
    """Show progress on the error stream: a bar with the time left at a terminal, else a line now and then."""
    if not sys.stderr.isatty():
        yield _line_by_line()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = BarColumn(30), MofNCompleteColumn(), "runs", TimeRemainingColumn(), "left"
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _line_by_line() -> Progress:
    import time

    begin = last = time.monotonic()
    first: list[int] = []

    def show(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        first.append(done)
        if now - last < 10 and done < total:
            return
        last = now
        gained = done - first[0]
        left = f", {duration((now - begin) * (total - done) / gained)} left" if gained and done < total else ""
        tell(f"{done:,} of {total:,} runs{left}")

    return show


def _tell(finished: Finished, as_json: bool) -> int:
    from analysis.documents.study_answer import folder_answer
    from analysis.studies import summarise

    folder = finished.folder
    summary = summarise(folder)
    answer = folder_answer(folder) if summary.runs else None
    code = _code(finished, summary.failed)
    if as_json:
        contrasts = [
            {"outcome": c.outcome, "low": c.low.as_plain(), "high": c.high.as_plain()} for c in summary.contrasts()
        ]
        about = {"study": folder.study.name, "folder": str(folder.path), "computed": finished.computed}
        lost = [done._asdict() for done in finished.lost]
        answered = {"answer": answer.as_plain() if answer else None}
        found = {**summary.as_plain(), "contrasts": contrasts}
        say_json({**about, **answered, **found, "lost": lost, "exit_code": code})
        return code
    from analysis.cli.sweep_summary import lost_lines, told

    say(told(folder, summary, finished.computed, answer))
    for line in lost_lines(finished):
        tell(line)
    return code


def _code(finished: Finished, failed: int) -> int:
    """0 when every run is there; 2 when runs failed because their settings are not allowed; else 1."""
    if finished.lost:
        return FAULT
    if not failed:
        return DONE
    return INPUT if _only_refusals(finished.folder) else FAULT


def _only_refusals(folder: StudyFolder) -> bool:
    return all(failure["error"].startswith("ScenarioError:") for failure in folder.failures)

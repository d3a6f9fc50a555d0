"""`climbdown report`: a study or a run as one web page that opens anywhere, without a network."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.counting_progress import progress
from analysis.cli.engine_at_hand import Engine, engine_at_hand
from analysis.cli.errors import UserError
from analysis.cli.one_run import Parameters, ParametersOption, kept_game, kept_run
from analysis.cli.options import AsJson, RunNumber, Seed, Settings, load_varied
from analysis.cli.printing import say, say_json, tell
from analysis.cli.steps import steps
from analysis.cli.writing import PAGE, Force, refuse_taken

if TYPE_CHECKING:
    from analysis.documents import Counterfactual, Document
    from sim.results.runs import Runs
    from sim.results.trajectory import Trajectory
    from sim.scenario import Scenario

Subject = Annotated[
    str,
    typer.Argument(metavar="DIR|RUN", help="A study's folder, a kept run (folder or .zip), or a scenario to run."),
]
PageFile = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Where the page goes; by default named after its subject.")
]
FEWEST_LUCKS = 10
"""What a band over runs needs (as :data:`analysis.estimates.bands.FEWEST`, which takes pandas to import)."""

Lucks = Annotated[
    int,
    typer.Option(
        "--lucks",
        min=0,
        max=100_000,
        metavar="N",
        help="Other lucks that a run is set beside: 0 for none, else at least 10.",
    ),
]


def report(
    subject: Subject,
    out: PageFile = None,
    settings: Settings = None,
    seed: Seed = 0,
    run: RunNumber = 0,
    parameters: ParametersOption = Parameters.central,
    lucks: Lucks = 500,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Write a study or a run as one self-contained page of HTML.

    For a study: how its runs end, what makes the difference, when it happens, how sure that is. For a run: how it went
    and why, and what other lucks make of the same beginning; with --set also what that change does under the same
    luck. Seed, run and parameters are for a scenario; a study and a kept run have their own.
    """
    path = Path(subject)
    file = out or Path(f"{path.name.removesuffix('.zip').removesuffix('.yaml')}.html")
    refuse_taken(file, force, PAGE)
    if 0 < lucks < FEWEST_LUCKS:
        raise UserError(f"--lucks is {lucks}; allowed: 0 for none, or {FEWEST_LUCKS} to 100000 (bands need that many)")
    document = _of_study(path) if _is_study(path) else _of_run(subject, settings or [], (seed, run, parameters), lucks)
    size = _write(document, file)
    if as_json:
        say_json({"file": str(file), "bytes": size, "title": document.title, "answer": list(document.answer)})
    else:
        say([f"wrote {file} ({size / 1e6:.1f} MB)"])


def _is_study(path: Path) -> bool:
    manifest = path / "manifest.json"
    if not manifest.is_file():
        return False
    try:
        return "layout" in json.loads(manifest.read_text(encoding="utf-8"))
    except ValueError:
        raise UserError(f"{manifest}: is neither a study's manifest nor a run's") from None


def _of_study(path: Path) -> Document:
    from analysis.documents import ReportError, study_document
    from analysis.studies.study import StudyError
    from analysis.studies.study_opening import open_folder

    try:
        with steps() as show:
            show("reading the study")
            folder = open_folder(path)
            show("estimating")
            return study_document(folder)
    except (StudyError, ReportError) as error:
        raise UserError(str(error)) from error


def _of_run(subject: str, settings: Sequence[str], address: tuple[int, int, Parameters], lucks: int) -> Document:
    from analysis.documents import run_document
    from sim.scenario.scenario import FORMAT

    kept = kept_run(subject)
    told = kept or _made(subject, address)
    game = kept_game(subject, kept) if kept else None
    if told.format != FORMAT:
        lucks = _alone(subject, told, settings)
    with engine_at_hand() if lucks else nullcontext() as engine:
        others = _under_other_lucks(told.scenario, told.seed, lucks, engine) if engine else None
        instead = _instead(told, settings, lucks, engine) if settings else None
    return run_document(told, others, instead, subject, game)


def _alone(subject: str, told: Trajectory, settings: Sequence[str]) -> int:
    """Say why a record of an earlier format is reported by itself, and how many lucks that makes: none.

    Raises
    ------
    UserError
        When it was asked what a change would do, which only a run can tell.
    """
    why = f"kept in format {told.format} by climbdown {told.version}, and the rules have changed since"
    if settings:
        raise UserError(f"{subject}: {why}; --set would run it again under other rules")
    tell(f"{subject}: {why}: it is not set beside other lucks")
    return 0


def _under_other_lucks(scenario: Scenario, seed: int, lucks: int, engine: Engine) -> Runs:
    """Runs of a scenario under other lucks, with progress shown."""
    from sim.run import run_many

    with progress(lucks, "lucks", engine.status) as show:
        found = run_many(scenario, seed, lucks, pictures=True, progress=show)
    if found.partial:
        raise KeyboardInterrupt
    return found


def _made(subject: str, address: tuple[int, int, Parameters]) -> Trajectory:
    from sim.run import run_one

    seed, run, parameters = address
    return run_one(load_varied(subject), seed=seed, run=run, parameters=str(parameters))


def _instead(told: Trajectory, settings: Sequence[str], lucks: int, engine: Engine | None) -> Counterfactual:
    """The same luck under the settings asked for."""
    from analysis.documents import Counterfactual
    from sim.files import parse_setting, vary
    from sim.run import run_one

    changed = vary(told.scenario, dict(parse_setting(setting) for setting in settings))
    run = run_one(changed, told.seed, told.run, told.parameters)
    return Counterfactual(
        tuple(settings), run, _under_other_lucks(changed, told.seed, lucks, engine) if engine else None
    )


def _write(document: Document, file: Path) -> int:
    from analysis.documents import ReportError, write_document

    try:
        with steps() as show:
            return write_document(document, file, show).stat().st_size
    except ReportError as error:
        raise UserError(str(error)) from error

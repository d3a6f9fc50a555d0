"""`climbdown rerun`: one run of a study again, with its story, and whether it is the one that was stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.engine_at_hand import engine_at_hand
from analysis.cli.errors import DONE, FAULT, UserError
from analysis.cli.one_run import keep, refuse_place
from analysis.cli.options import AsJson, Out
from analysis.cli.printing import say, say_json
from analysis.cli.query import StudyFolderArgument
from analysis.cli.run import All, Plain, as_plain, chosen_length, told
from analysis.cli.writing import Force

if TYPE_CHECKING:
    from analysis.studies import Rerun

Row = Annotated[int, typer.Option("--row", min=0, metavar="K", help="Row of the design (column row).")]
Replication = Annotated[int, typer.Option("--rep", min=0, metavar="R", help="Which of the row's runs.")]


def rerun(
    folder: StudyFolderArgument,
    row: Row,
    replication: Replication = 0,
    out: Out = None,
    force: Force = False,
    plain: Plain = False,
    every: All = False,
    as_json: AsJson = False,
) -> int:
    """Run one run of a study again and tell it as a story; every number stored about it must come out the same."""
    from analysis.studies import StudyError, open_folder
    from analysis.studies import rerun as run_again
    from analysis.studies.rerunning import address_of

    length = chosen_length(plain, every)
    try:
        study = open_folder(folder)
        refuse_place(out, force, address_of(study, row, replication))
        with engine_at_hand():
            again = run_again(study, row, replication)
    except StudyError as error:
        raise UserError(str(error)) from error
    keep(again.trajectory, out, force)
    if as_json:
        say_json({**as_plain(again.trajectory), "row": row, "replication": replication, "factors": again.values,
                  "stored": again.stored, "differing": list(again.differing)})  # fmt: skip
    else:
        say([*told(again.trajectory, length=length), "", *_about(again, row, replication)])
    return FAULT if again.differing else DONE


def _about(again: Rerun, row: int, replication: int) -> list[str]:
    settings = ", ".join(f"{name} = {_short(value)}" for name, value in again.values.items())
    return [f"Row {row}, replication {replication}: {settings}", *_verdict(again)]


def _verdict(again: Rerun) -> list[str]:
    if again.stored is None:
        return ["The study has not come to this run yet, so there is nothing to compare it with."]
    if not again.differing:
        return ["Equal to the stored row in every measure, to the bit."]
    why = [f"  changed since: {line}" for line in again.since] or ["  nothing has changed since: the fault is ours"]
    return [f"NOT the stored run: {', '.join(again.differing[:5])} differ", *why]


def _short(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)

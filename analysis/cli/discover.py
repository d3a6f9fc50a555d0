"""`climbdown discover`: under which conditions something happens in a study, in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.options import AsJson
from analysis.cli.printing import say, say_json
from analysis.cli.studying import StudyFolderArgument, asking, heading, open_study
from analysis.documents.document import Table
from analysis.documents.terminal_writing import block_lines

if TYPE_CHECKING:
    from analysis.discovery import Discovery, Finding

WIDTH = 80

Where = Annotated[
    str, typer.Option("--where", metavar="CONDITION", help="Which runs are cases, as in \"outcome == 'no_contact'\".")
]
Boxes = Annotated[int, typer.Option("--boxes", min=1, max=9, metavar="N", help="How many boxes at most.")]


def discover(folder: StudyFolderArgument, where: Where, boxes: Boxes = 2, as_json: AsJson = False) -> None:
    """Find under which conditions on its factors something happens in a study: PRIM boxes and a small tree.

    A box is a set of limits; its density is the share of its runs that are cases, its coverage the share of all cases
    that it holds, and quasi-p the chance of so many cases inside if a limit made no difference.
    """
    from analysis.discovery import discover as find

    study = open_study(folder)
    with asking():
        rows = study.rows()
        found = find(rows, [factor.name for factor in study.design.factors], where, boxes)
    if as_json:
        say_json(as_plain(found))
    else:
        say(heading(study, rows))
        say(told(found))


def told(found: Discovery) -> Iterator[str]:
    """What was found, as lines of at most 80 columns."""
    share = found.cases / found.runs
    yield f"{found.question}: {found.cases:,} of {found.runs:,} runs ({share:.1%})"
    if not found.findings:
        yield ""
        yield from _wrapped("No condition on the factors makes it clearly more frequent than in all runs.", "")
    for place, finding in enumerate(found.findings, 1):
        yield ""
        yield from _box(finding, place)
    yield ""
    yield "The same runs told apart by at most three questions:"
    rows = tuple(
        (f"{leaf['density']:.0%}", f"{leaf['runs']:,}", f"{leaf['coverage']:.0%}", "", leaf["condition"])
        for leaf in _records(found.tree.table)
    )
    heads = ("cases", "of runs", "of cases", "", "when")
    yield from block_lines([Table(heads, rows, names=0, layout=(8, 10, 10, 2, 0))])


def _box(finding: Finding, place: int) -> Iterator[str]:
    density = finding.density
    yield from _wrapped(finding.words, f"{place}. ")
    yield (
        f"   density {density.value:.0%} ({density.low:.0%} to {density.high:.0%}), "
        f"coverage {finding.coverage:.0%}, {finding.cases:,} cases in {finding.runs:,} runs"
    )
    for limit in finding.limits.to_dict(orient="records"):
        quasi = "quasi-p < 0.0001" if limit["quasi_p"] < 1e-4 else f"quasi-p {limit['quasi_p']:.2g}"
        yield from _wrapped(
            f"{limit['condition']}: {quasi}; density without it {limit['density_without']:.0%}", "   - "
        )


def _wrapped(text: str, first: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first))


def as_plain(found: Discovery) -> dict[str, Any]:
    """What was found, for a program."""
    return {
        "question": found.question,
        "runs": found.runs,
        "cases": found.cases,
        "left_out": found.left_out,
        "boxes": [_plain_box(finding) for finding in found.findings],
        "tree": _records(found.tree.table),
    }


def _plain_box(finding: Finding) -> dict[str, Any]:
    return {
        "words": finding.words,
        "density": finding.density.named(),
        "coverage": finding.coverage,
        "runs": finding.runs,
        "cases": finding.cases,
        "limits": _records(finding.limits),
        "path": _records(finding.path.table),
    }


def _records(table: Any) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in table.to_dict(orient="records")]

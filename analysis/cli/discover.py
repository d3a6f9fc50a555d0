"""`climbdown discover`: under which conditions something happens in a study, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.options import AsJson
from analysis.cli.printing import NARROW, canvas, say, say_json
from analysis.cli.studying import StudyFolderArgument, asking, heading, open_study
from analysis.documents.document import Note, Table
from analysis.documents.terminal_writing import block_lines
from analysis.documents.wording import listed, percent
from analysis.figures.characters import Canvas, bar_cell
from analysis.figures.digits import percents
from sim.narrative.wrapping import wrapped

if TYPE_CHECKING:
    from analysis.discovery import Discovery, Finding

BAR = 22
"""Columns of the longest bar on a line of 80."""

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
    """What was found, as lines for the terminal: how frequent it is where, then under which limits, then a tree."""
    page = canvas()
    yield from wrapped(_answer(found), width=page.width)
    yield ""
    if found.findings:
        yield from block_lines([_at_a_glance(found, page), Note(READING)], page)
        yield ""
    for place, finding in enumerate(found.findings, 1):
        yield from wrapped(finding.words, first=f"{place}. ", width=page.width)
        yield from block_lines([_limits(finding)], page)
        yield ""
    yield from block_lines([_tree(found)], page)


READING = (
    "density: share of the runs there that are cases. coverage: share of all cases that are there. quasi-p below: the "
    "chance of so many cases if that limit made no difference; it ranks limits and tests nothing."
)


def _answer(found: Discovery) -> str:
    """How often it happens in all, and whether any condition makes it clearly more frequent."""
    often = f"{found.question}: {found.cases:,} of {found.runs:,} runs ({percent(found.cases / found.runs)})."
    if not found.findings:
        return f"{often} No condition on the factors makes it clearly more frequent than in all runs."
    best = max(found.findings, key=lambda finding: finding.density.value)
    return f"{often} Most frequent where {_conditions(best)}: {percent(best.density.value)}."


def _conditions(finding: Finding) -> str:
    return listed([str(limit) for limit in finding.limits["condition"]])


def _at_a_glance(found: Discovery, page: Canvas) -> Table:
    """All runs and each box, with a bar for how frequent it is there."""
    share = found.cases / found.runs
    longest = BAR + page.width - NARROW
    whole = ("  all runs", bar_cell(share, longest, page.ascii_only), percent(share), "", "100%", f"{found.runs:,}")
    rows = [whole]
    for place, finding in enumerate(found.findings, 1):
        density = finding.density
        told, low, high = percents(density.value, density.low, density.high)
        bar = bar_cell(density.value, longest, page.ascii_only)
        rows.append((f"  {place}.", bar, told, f"  {low} to {high}", f"{finding.coverage:.0%}", f"{finding.runs:,}"))
    heads = ("Where", "", "density", "  95% interval", "coverage", "runs")
    return Table(heads, tuple(rows), layout=(-14, -longest - 1, 8, -16, 9, 9))


def _limits(finding: Finding) -> Table:
    """The limits of a box, and what each does for it."""
    rows = tuple(
        (f"     {limit['condition']}", f"{limit['density_without']:.0%}", _quasi_p(limit["quasi_p"]))
        for limit in _records(finding.limits)
    )
    return Table(("   limit", "density without it", "quasi-p"), rows, layout=(-46, 20, 12))


def _quasi_p(chance: float) -> str:
    return "< 0.0001" if chance < 1e-4 else f"{chance:.2g}"


def _tree(found: Discovery) -> Table:
    rows = tuple(
        (f"{leaf['density']:.0%}", f"{leaf['coverage']:.0%}", f"{leaf['runs']:,}", "", _shorter(leaf["condition"]))
        for leaf in _records(found.tree.table)
    )
    heads = ("density", "coverage", "runs", "", "when")
    caption = "The same runs told apart by at most three questions:"
    return Table(heads, rows, caption, names=0, layout=(9, 10, 10, 2, 0))


def _shorter(condition: str) -> str:
    """A condition with three digits that count in each number; `--json` has all."""
    return re.sub(r"\d+\.\d{4,}", lambda found: f"{float(found[0]):.3g}", condition)


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

"""`climbdown discover`: under which conditions something happens in a study, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.options import AsJson
from analysis.cli.printing import NARROW, canvas, say, say_json
from analysis.cli.studying import StudyFolderArgument, asking, heading, open_study
from analysis.documents.document import Note, Table, records
from analysis.documents.terminal_writing import block_lines
from analysis.figures.characters import Canvas, bar_cell
from analysis.figures.digits import percents
from sim.narrative.wrapping import wrapped

if TYPE_CHECKING:
    from analysis.discovery import Discovery, Finding
    from analysis.documents.factor_names import FactorNames
    from analysis.estimates import Estimate

BAR = 22
"""Columns of the longest bar on a line of 80."""

STEPS = 6
"""Boxes of a search that are shown."""

Where = Annotated[
    str, typer.Option("--where", metavar="CONDITION", help="Which runs are cases, as in \"outcome == 'no_contact'\".")
]
Boxes = Annotated[int, typer.Option("--boxes", min=1, max=9, metavar="N", help="How many boxes at most.")]


def discover(folder: StudyFolderArgument, where: Where, boxes: Boxes = 2, as_json: AsJson = False) -> None:
    """Find under which conditions on its factors something happens in a study: PRIM boxes and a small tree.

    A box is a set of limits; its density is the share of its runs that are cases, its coverage the share of all cases
    that it holds. Both are counted among lucks that had no part in finding it, and what the same search finds in
    shuffled outcomes stands beside them: a box that is not beyond that is no finding.
    """
    from analysis.discovery import discover as find
    from analysis.documents.factor_names import FactorNames
    from analysis.studies.study_sample import looked_at

    study = open_study(folder)
    with asking():
        looked = looked_at(study)
        found = find(looked.rows, [factor.name for factor in study.design.factors], where, boxes)
    if as_json:
        say_json(as_plain(found))
    else:
        say(heading(study, looked))
        say(told(found, FactorNames.of_study(study.study)))


def told(found: Discovery, names: FactorNames) -> Iterator[str]:
    """What was found, as lines for the terminal: how frequent it is where, then under which limits, then a tree."""
    from analysis.documents import condition_words

    page = canvas()
    for said in condition_words.told(found, names):
        yield from wrapped(said, width=page.width)
    if found.findings:
        yield ""
        yield from block_lines([_at_a_glance(found, page), Note(READING)], page)
    for place, finding in enumerate(found.findings, 1):
        yield ""
        yield from _one(finding, place, names, page)
    if found.tree is not None:
        yield ""
        yield from block_lines(_tree(found, names), page)
    if not found.why_none:
        yield ""
        yield from block_lines([Note(f"{condition_words.done_in_words(found)} {condition_words.HOW}")], page)


READING = (
    "density: share of the runs there that are cases. coverage: share of all cases that are there. Both among held-out "
    "lucks. nothing: the density that 19 in 20 searches in shuffled outcomes do not exceed."
)

TOGETHER = "The intervals hold together (95%). * surely differs from all held-out runs."

ALIKE = "Up to three questions to the factors tell no part of the runs surely apart from all of them."


def _at_a_glance(found: Discovery, page: Canvas) -> Table:
    """All runs and each box, with a bar for how frequent it is there."""
    rows = [
        _glance("  all runs", found.often, "", "", page),
        _glance("  held out", found.findings[0].held.usual, "100%", "", page),
    ]
    for place, finding in enumerate(found.findings, 1):
        coverage = percents(*finding.held.coverage.numbers)[0]
        nothing = f"{finding.nothing.densest:.0%}" if finding.nothing is not None else ""
        rows.append(_glance(f"  box {place}", finding.held.density, coverage, nothing, page))
    heads = ("Where", "", "density", "  95% interval", "coverage", "nothing")
    return Table(heads, tuple(rows), layout=(-14, -_longest(page) - 1, 8, -16, 9, 9))


def _longest(page: Canvas) -> int:
    return BAR + page.width - NARROW


def _glance(name: str, density: Estimate, coverage: str, nothing: str, page: Canvas) -> tuple[Any, ...]:
    told, low, high = percents(*density.numbers)
    return name, bar_cell(density.value, _longest(page), page.ascii_only), told, f"  {low} to {high}", coverage, nothing


def _one(finding: Finding, place: int, names: FactorNames, page: Canvas) -> Iterator[str]:
    """One box: its limits, what nothing would give, and the search that led to it."""
    from analysis.documents.condition_words import nothing_in_words

    limits = tuple(
        (f"  {limit.words(names.of(name))}", f"{row['density_without']:.0%}", _quasi_p(row["quasi_p"]))
        for (name, limit), row in zip(finding.box.limits.items(), records(finding.limits), strict=True)
    )
    heads = (f"Box {place}", "density without it", "quasi-p")
    yield from block_lines([Table(heads, limits, layout=(-48, 19, 12))], page)
    yield from wrapped(nothing_in_words(finding), first="  ", width=page.width)
    yield from block_lines([_path(finding)], page)


def _path(finding: Finding) -> Table:
    """A few boxes of the search, from all runs to the densest: what was held where, and what nothing gives there."""
    import numpy as np

    steps = finding.steps.dropna(subset=["held_density"])
    shown = steps.iloc[np.unique(np.linspace(0, len(steps) - 1, STEPS).round().astype(int))]
    rows = []
    for row in records(shown):
        held, low, high = percents(row["held_density"], row["held_low"], row["held_high"])
        sought = f"{row['density']:.0%}"
        rows.append((f"  {row['held_coverage']:.0%}", held, f"  {low} to {high}", sought, _nothing(finding, row)))
    heads = ("  coverage", "density", "  95% interval", "where sought", "nothing gives")
    return Table(heads, tuple(rows), layout=(-14, 9, -18, 14, 18))


def _nothing(finding: Finding, row: dict[str, Any]) -> str:
    """Between which densities searches in nothing lie at a coverage."""
    import numpy as np

    if finding.nothing is None:
        return ""
    band = finding.nothing.band
    ends = (np.interp(row["coverage"], band["coverage"], band[end]) for end in ("low", "high"))
    return " to ".join(f"{end:.0%}" for end in ends)


def _quasi_p(chance: float) -> str:
    return "< 0.0001" if chance < 1e-4 else f"{chance:.2g}"


def _tree(found: Discovery, names: FactorNames) -> list[Table | Note]:
    leaves = found.tree.ranked if found.tree is not None else ()
    if not any(leaf.told_apart for leaf in leaves):
        return [Note(ALIKE)]
    rows = []
    for leaf in leaves:
        density, low, high = percents(*leaf.density.numbers)
        mark = "*" if leaf.told_apart else ""
        rows.append((density, f" {low} to {high}", mark, f"{leaf.runs:,}", "", _shorter(leaf.box.words(names.of))))
    heads = ("density", " interval", "", "runs", "", "when")
    caption = "Held-out runs told apart by at most three questions:"
    return [Table(heads, tuple(rows), caption, names=0, layout=(9, -13, -2, 7, 2, 0)), Note(TOGETHER)]


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
        "often": found.often.named(),
        "lucks": {"searched": found.lucks[0], "held_out": found.lucks[1], "not_looked_at": found.unseen},
        "why_none": found.why_none,
        "boxes": [_plain_box(finding) for finding in found.findings],
        "no_finding": _plain_box(found.doubtful) if found.doubtful is not None else None,
        "tree": records(found.tree.table) if found.tree is not None else [],
    }


def _plain_box(finding: Finding) -> dict[str, Any]:
    held, nothing = finding.held, finding.nothing
    shuffled = None
    if nothing is not None:
        shuffled = {**nothing._asdict(), "band": records(nothing.band)}
    return {
        "condition": finding.box.words(),
        "density": held.density.named(),
        "coverage": held.coverage.named(),
        "usual": held.usual.named(),
        "gain": held.gain.named(),
        "runs": held.runs,
        "cases": held.cases,
        "where_sought": dict(zip(("coverage", "density"), finding.sought, strict=True)),
        "why_not": finding.why_not,
        "shuffled": shuffled,
        "limits": records(finding.limits),
        "path": records(finding.steps),
    }

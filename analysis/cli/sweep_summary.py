"""What a study found, as lines for a person: the answer, outcomes at the ends of factors, and where to look next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from analysis.cli.printing import canvas, width
from analysis.documents.document import Table
from analysis.documents.terminal_writing import block_lines
from analysis.estimates import OUTCOMES, Kind, outcome_words
from sim.narrative.case_words import words_of

if TYPE_CHECKING:
    from analysis.documents.study_answer import StudyAnswer
    from analysis.estimates import Estimate
    from analysis.studies import StudyFolder, Summary
    from analysis.studies.sweeping import Finished

FACTORS_SHOWN = 6
FAILURES_SHOWN = 3
LABEL = 34
MEASURE = 37
"""Columns of a measure's name: room for whatever may happen on the way."""
NARROWEST = 8
"""Columns of an outcome: room for an interval such as 41-69%."""
WIDEST = 10
"""Characters of an outcome's name at the head of its column, so that five fit into a line."""
ENOUGH = 0.05
"""From this share of the runs on, an ending is worth a search for where it happens."""
QUESTION = "select outcome, count(*) from rows group by all"


def told(folder: StudyFolder, summary: Summary, computed: int, answer: StudyAnswer | None = None) -> Iterator[str]:
    """Yield the summary as lines for the terminal: the answer first, where any run is done."""
    runs = summary.runs + summary.failed
    yield f"{runs:,} run{'s' * (runs != 1)} in {folder.path} ({computed:,} done now)"
    yield from _failures(folder, summary)
    yield from _answer(folder, answer)
    if not summary.outcomes:
        yield from _measures(folder, summary)
        return
    yield ""
    yield from _tables(folder, summary)
    yield ""
    yield from _measures(folder, summary)
    yield from _next(folder, summary)


def _answer(folder: StudyFolder, answer: StudyAnswer | None) -> Iterator[str]:
    from sim.narrative.painted import Role, painted
    from sim.narrative.wrapping import wrapped

    if answer is None:
        return
    yield ""
    if folder.study.question:
        yield from (painted((line, Role.heading)) for line in wrapped(folder.study.question, width=width()))
    yield from wrapped(answer.sentence, width=width())
    for note in answer.notes:
        yield from wrapped(f"({note})", width=width())


def lost_lines(finished: Finished) -> Iterator[str]:
    """Name the parts that workers lost, for the error stream."""
    layout = finished.folder.layout
    for done in finished.lost:
        part = layout.part(done.number)
        rows = f"rows {part.first_row} to {part.last_row - 1}, replications {part.first} to {part.last - 1}"
        yield f"lost: {rows} ({done.lost}); the same command tries them again"


def _failures(folder: StudyFolder, summary: Summary) -> Iterator[str]:
    if not summary.failed:
        return
    yield f"{summary.failed:,} runs FAILED; each cost its own row. They are listed in {folder.path / 'failures.jsonl'}"
    for failure in folder.failures[:FAILURES_SHOWN]:
        where = f"row {failure['row']}, replication {failure['replication']}, seed {failure['seed']}"
        yield f"  {where}:"
        yield f"    {failure['error']}"[:80]


def _tables(folder: StudyFolder, summary: Summary) -> Iterator[str]:
    """Yield outcomes over all runs, then at the ends of each factor, as lines."""
    from analysis.documents.factor_names import FactorNames

    words, names = words_of(folder.study.recipe.scenario), FactorNames.of_study(folder.study)
    called = [outcome_words(words)[name][:WIDEST] for name in OUTCOMES]
    layout = (-LABEL, *(max(len(name) + 1, NARROWEST) for name in called))
    heads = ("", *called)
    intervals = ("  95% interval", *(_ends(summary.outcomes[name]) for name in OUTCOMES))
    yield from block_lines([Table(heads, (_row("all runs", summary.shares), intervals), layout=layout)], canvas())
    contrasts = summary.contrasts()
    for contrast in contrasts[:FACTORS_SHOWN]:
        factor = contrast.low.factor
        yield names.of(factor)
        yield from block_lines([Table((), _at_ends(summary, factor), layout=layout)], canvas())
    if len(contrasts) > FACTORS_SHOWN:
        yield f"({len(contrasts) - FACTORS_SHOWN} more factors, with less between their ends)"


def _at_ends(summary: Summary, factor: str) -> tuple[tuple[str, ...], ...]:
    ends = (end for end in summary.ends if end.factor == factor)
    return tuple(_row(f"  {end.where}"[: LABEL - 1], end.shares) for end in ends)


def _row(label: str, shares: Mapping[str, float]) -> tuple[str, ...]:
    return (label, *(f"{shares[name]:.0%}" for name in OUTCOMES))


def _measures(folder: StudyFolder, summary: Summary) -> Iterator[str]:
    """The headline measures of all runs, and how many lucks their intervals rest on."""
    from analysis.documents.measure_names import measure_labels
    from analysis.documents.wording import with_interval
    from analysis.estimates.catalogue import measures_of
    from sim.narrative.painted import Role, painted
    from sim.narrative.wrapping import wrapped

    if not summary.measures:
        return
    scenario = folder.study.recipe.scenario
    labels, units = measure_labels(scenario), {name: found.unit for name, found in measures_of(scenario).items()}
    yield painted((f"{'all runs':<{MEASURE}}estimate (95%, each luck counted once)", Role.heading))
    for line in summary.measures:
        unit = units.get(line.measure, line.unit).partition(",")[0]
        share = line.kind == Kind.share or unit.startswith("share")
        told = with_interval(Kind.share if share else Kind.amount, line.estimate, line.low, line.high)
        unit = "" if share else f" {unit}"
        name = labels.get(line.measure, line.title)[: MEASURE - 1]
        yield from wrapped(f"{told}{unit}", first=f"{name:<{MEASURE}}", width=width())
    lucks = max(line.lucks for line in summary.measures)
    one = "luck" if lucks == 1 else "lucks"
    yield f"({lucks:,} {one}; days are means; runs in which it never came count all days watched)"
    yield ""


def _ends(share: Estimate) -> str:
    """The interval of a share in few characters."""
    return f"{100 * share.low:.0f}-{100 * share.high:.0f}%"


def _next(folder: StudyFolder, summary: Summary) -> Iterator[str]:
    yield "Where to look next:"
    yield f"  climbdown report {folder.path}"
    if folder.design.kind in ("morris", "saltelli"):
        yield f"  climbdown sensitivity {folder.path}"
    rare = min((share < ENOUGH, share, name) for name, share in summary.shares.items() if share > 0)[-1]
    yield f"  climbdown discover {folder.path} --where \"outcome == '{rare}'\""
    yield f'  climbdown query {folder.path} "{QUESTION}"'
    yield f"  climbdown rerun {folder.path} --row 0"

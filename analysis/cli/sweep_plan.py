"""What a study will cost and what will answer its question, said before it is begun."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sim.narrative.wrapping import wrapped

if TYPE_CHECKING:
    from analysis.studies import Study
    from analysis.studies.study_cost import Cost


def plan_lines(study: Study, path: Path, cost: Cost, known: tuple[int, float, int]) -> list[str]:
    """Return the plan of a study as lines.

    Parameters
    ----------
    study : Study
        What is planned.
    path : pathlib.Path
        Its folder.
    cost : Cost
        What was found out by trying a few runs.
    known : (int, float, int)
        Runs stored already, seconds that the others will take, and workers.
    """
    stored, seconds, workers = known
    lines = [study.title or study.name, *(wrapped(study.question) if study.question else []), ""]
    lines += _answered_by(study)
    lines += [f"  rows of the design   {cost.rows:,} ({study.design.kind})"]
    lines += _repeated(study)
    lines += [f"  runs                 {cost.runs:,} ({study.recipe.replications:,} of every row)"]
    lines += [f"  stored already       {stored:,}"] if stored else []
    lines += [f"  expected time        {duration(seconds)} with {workers} workers"]
    lines += [f"  expected size        {size(cost.disk)} in {path}"]
    if cost.failed:
        lines += [f"  of the runs tried    {cost.failed} failed; they will cost their rows and nothing else"]
    lines += _luck(study)
    return lines


def _answered_by(study: Study) -> list[str]:
    """By which measure and which contrast the question will be answered, as far as the file says."""
    from analysis.documents.measure_names import clause_names
    from analysis.estimates import Kind
    from analysis.estimates.catalogue import measures_of

    lines = []
    if study.measure:
        found = measures_of(study.recipe.scenario)[study.measure]
        names = clause_names(study.recipe.scenario)
        told = f"how often {found.happens(names)}" if found.kind is Kind.share else found.subject
        lines += wrapped(f"{study.measure}: {told}", first="  answered by          ")
    if study.contrast is not None:
        first, second, where = study.contrast
        told = f"{first.label}, against {second.label}" + (f"; both {where.label}" if where.label else "")
        lines += wrapped(told, first="  set against          ")
    return lines


def _repeated(study: Study) -> list[str]:
    """Which rows of a list say what an earlier one says."""
    from analysis.studies.designs.listed import Listed

    found = study.design.repeats() if isinstance(study.design, Listed) else None
    if found is None:
        return []
    return [f"  repeated rows        {found.rows:,}, the first on line {found.line:,} as line {found.of_line:,}"]


def _luck(study: Study) -> list[str]:
    """Where a study for `sensitivity` has too few runs of every row, how many would do."""
    if study.design.kind not in ("morris", "saltelli"):
        return []
    try:
        from analysis.sensitivity.foreseen import enough_runs, in_words
    except ModuleNotFoundError:  # SALib is not needed to carry the study out
        return []
    from analysis.documents.measure_names import measure_labels
    from analysis.studies.study_cost import tried_rows

    found, base = enough_runs(tried_rows(study), study.design), getattr(study.design, "base", 0)
    return in_words(found, study.recipe.replications, base, measure_labels(study.recipe.scenario))


def duration(seconds: float) -> str:
    """A time as a person says it."""
    for unit, length in (("days", 86400), ("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{max(seconds, 1):.0f} seconds" if seconds > 1 else "a second"


def size(count: float) -> str:
    """A number of bytes as a person says it."""
    for unit, length in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if count >= length:
            return f"{count / length:.1f} {unit}"
    return f"{max(count / 1e3, 1):.0f} kB"

"""The report on a study: what was asked, the answer first, what makes the difference, how sure, how to do it again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.documents.assumptions import assumptions
from analysis.documents.conditions import conditions
from analysis.documents.contrast_picture import contrast_picture
from analysis.documents.differences import differences
from analysis.documents.document import Block, Commands, Document, Points, Prose, ReportError, Section, Table
from analysis.documents.factor_names import FactorNames
from analysis.documents.figure_tables import done
from analysis.documents.happening import Counted, happening
from analysis.documents.measure_names import clause_names
from analysis.documents.readers_names import ReadersNames
from analysis.documents.spoken import setting
from analysis.documents.study_answer import StudyAnswer, folder_answer, study_answer
from analysis.documents.wording import listed, sentence
from analysis.sensitivity import luck_and_parameters
from analysis.sensitivity.responses import collect
from analysis.studies.designs import DONE, STATUS, Morris, Saltelli
from analysis.studies.study_folder import StudyFolder
from analysis.studies.study_manifest import is_old
from analysis.studies.study_sample import Looked, looked_at
from sim.narrative.case_words import words_of
from sim.version import __version__
from sim.vocabulary.outcomes import AGREED

if TYPE_CHECKING:
    from analysis.studies.study import Study

CAVEAT = (
    "All of this happens in a model's world: it says what follows from the assumptions listed below, and is no "
    "forecast of what any real person will do."
)

SHARED_LUCK = (
    "Replication number r has the same luck at every setting, so settings are compared under like luck, and intervals "
    "count each luck once."
)

DRAWN = {
    True: "Uncertain numbers that the study does not vary were drawn for each run from their distributions.",
    False: (
        "Numbers that the study does not vary stood at their central values; their uncertainty is not in the intervals."
    ),
}

KEPT_EARLIER = (
    "Kept in format {format}: names are those of today, and the rules have changed since, so none of its runs can be "
    "made again. This page from what was kept:"
)
NOT_CORRECTED = (
    "Where cells, levels or inputs are compared, intervals hold for all of one figure or table at once, not for all "
    "figures and measures of this page together: of twenty that show none, one may seem to show a difference by chance."
)
"""What a reader who looks at everything has to know."""

DESIGN_WORDS = {
    "grid": "every combination of the settings",
    "lhs": "a Latin hypercube",
    "sobol": "a scrambled Sobol' sequence",
    "saltelli": "Saltelli's design for Sobol' indices",
    "morris": "Morris' trajectories",
    "list": "a list of settings",
}


def study_document(folder: StudyFolder) -> Document:
    """Make the report on a study.

    Parameters
    ----------
    folder : StudyFolder
        From :func:`analysis.studies.open_folder`; it may be unfinished.

    Raises
    ------
    ReportError
        When no run of it came to its end.
    """
    study, looked = folder.study, looked_at(folder)
    rows = looked.rows
    words = words_of(study.recipe.scenario)
    if not rows[STATUS].eq(DONE).any():
        raise ReportError(f"{folder.path}: no run of this study came to its end, so there is nothing to report")
    names = FactorNames.of_study(study)
    counted = Counted.of(study.recipe.scenario, rows)
    answer = folder_answer(folder) if looked.said else study_answer(study, lambda _: [done(rows)])
    start = study.recipe.scenario.start.isoformat()
    made = differences(rows, folder.design, words, study.measure, ReadersNames.of_study(study), start)
    when = conditions(rows, [factor.name for factor in folder.design.factors], words, names)
    sections = [
        *_answering(study, rows, answer, made.section),
        *happening(counted),
        *([] if answer.contrast is None else [made.section]),
        *([when.section] if when.section else []),
        Section("How sure this is", tuple(_sureness(folder, looked))),
        assumptions(study.recipe.scenario, varied_paths(study)),
        Section("How this was made, and how to make it again", tuple(_making(folder, rows))),
    ]
    return Document(
        "a report",
        study.title or f"The study {study.name}",
        study.question or _what_is_asked(study, names),
        (answer.sentence, *answer.notes),
        tuple(sections),
        CAVEAT,
        f"Made by climbdown {__version__} from the study {study.name}, seed {study.recipe.seed}.",
    )


def _what_is_asked(study: Study, names: FactorNames) -> str:
    """The question of a study that does not say it."""
    return f"What do {listed([names.of(factor.name) for factor in study.design.factors])} change?"


def _answering(study: Study, rows: pd.DataFrame, answer: StudyAnswer, made: Section) -> list[Section]:
    """What shows the answer: a figure of the contrast, or what the design can tell of differences."""
    if answer.contrast is None or answer.measure is None or not answer.contrast.is_known:
        return [made]
    names = clause_names(study.recipe.scenario)
    picture = contrast_picture(answer.contrast, study, answer.measure, [done(rows)], names)
    return [Section("The answer in a figure", (picture,))]


def varied_paths(study: Study) -> set[str]:
    """Every path that some row of the study sets."""
    named = {
        path for factor in study.recipe.factors if factor.name not in study.recipe.choices for path in factor.paths
    }
    chosen = {path for options in study.recipe.choices.values() for changes in options.values() for path in changes}
    return named | chosen


def _sureness(folder: StudyFolder, looked: Looked) -> Iterator[Block]:
    recipe, design = folder.study.recipe, folder.design
    size = f"{design.size:,} settings, each run {_times(recipe.replications)}: {folder.study.runs:,} runs."
    yield Prose((f"{size} {SHARED_LUCK}", _luck(folder, looked.rows)))
    yield Points(tuple(_gaps(folder, looked)))


def _times(many: int) -> str:
    return {1: "once", 2: "twice"}.get(many, f"{many:,} times")


def _luck(folder: StudyFolder, rows: pd.DataFrame) -> str:
    if "outcome" not in rows:
        return "How much of that is luck was not asked: the study does not keep the outcome."
    words = words_of(folder.study.recipe.scenario)
    settled = rows["outcome"].isin(AGREED).to_numpy(dtype=np.float64)
    noise = luck_and_parameters(collect(rows, folder.design, settled.tolist(), words.fill("{deal} or {truce}")).matrix)
    unknown = f"what luck does to single runs cannot be told ({noise.why_unknown()})"
    told = noise.in_words() if noise.is_known else unknown
    return sentence(f"Of whether a run ends with {words['deal'].a} or {words['truce'].a}: {told}")


def _gaps(folder: StudyFolder, looked: Looked) -> Iterator[str]:
    missing, failed = folder.study.runs - looked.stored, looked.failed
    if looked.said:
        counted = " The answer itself counts every run." if folder.study.contrast is not None else ""
        yield f"{looked.said}{counted}"
    yield f"{missing:,} runs are not done yet; this report is of those that are." if missing else "All runs are done."
    yield f"{failed:,} runs failed and are left out; none is counted as an outcome." if failed else "No run failed."
    yield DRAWN[folder.study.recipe.parameters == "drawn"]
    yield NOT_CORRECTED
    points = "; those of shares of a variance also the choice of settings" * isinstance(
        folder.design, Saltelli | Morris
    )
    yield f"Intervals cover chance: what other lucks would tell of these settings{points}."
    yield "No interval covers whether the model is right."


def _making(folder: StudyFolder, rows: pd.DataFrame) -> Iterator[Block]:
    study, recipe = folder.study, folder.study.recipe
    scenario = recipe.scenario
    versions = listed(sorted(rows["version"].dropna().unique())) if "version" in rows else __version__
    yield Points(
        (
            f"Scenario: {scenario.name} ({scenario.title or 'without a title'}), from {scenario.start}.",
            f"Design: {DESIGN_WORDS.get(folder.design.kind, folder.design.kind)}; seed {recipe.seed}.",
            f"Runs made by climbdown {versions}; report by climbdown {__version__}.",
        )
    )
    yield _factor_sheet(study)
    if is_old(folder.manifest):
        yield Prose((KEPT_EARLIER.format(**folder.manifest),))
        yield Commands((f"climbdown report {folder.path.name}",))
        return
    yield Prose(("Any row again, with its whole story, and the study and this page from the start:",))
    yield Commands(commands(folder, versions))


def commands(folder: StudyFolder, version: str) -> tuple[str, ...]:
    """What to type to make the study and its report again, and to look into one of its runs."""
    name = folder.path.name or folder.study.name
    return (
        f"pip install 'climbdown[studies]=={version}'",
        f"climbdown sweep {name}/study.yaml --out again.study",
        "climbdown report again.study --out report.html",
        f"climbdown rerun {name} --row 0",
    )


def _factor_sheet(study: Study) -> Table:
    lines, names = [], FactorNames.of_study(study)
    for factor in study.recipe.factors:
        options = study.recipe.choices.get(factor.name)
        values = ", ".join(map(setting, options or factor.levels)) or f"{factor.low:g} to {factor.high:g}"
        paths = sorted({path for changes in options.values() for path in changes}) if options else factor.paths
        lines.append((names.of(factor.name), values, ", ".join(paths)))
    return Table.of("What was varied", pd.DataFrame(lines, columns=["factor", "values", "in the scenario"]), names=3)

"""The answer to a study's question in one sentence with intervals, whichever way the study was designed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.documents.contrast_answer import FoundContrast, contrast_as_plain, contrast_sentence, found_contrast
from analysis.documents.design_answer import Source, design_sentence, needed
from analysis.documents.measure_focus import first_in_focus
from analysis.documents.measure_names import clause_names
from analysis.estimates import Kind, Measure
from analysis.estimates.catalogue import measures_of
from analysis.studies.contrast import HIGHEST, LOWEST
from analysis.studies.contrast_rows import takes_range
from analysis.studies.designs import REPLICATION, ROW
from analysis.studies.group_totals import pieces
from analysis.studies.study_sample import Sample
from sim.narrative.case_words import words_of

if TYPE_CHECKING:
    import pandas as pd

    from analysis.studies.contrast import AskedContrast
    from analysis.studies.study import Study
    from analysis.studies.study_folder import StudyFolder

NEVER_CAME = "Runs in which it never came count as all days watched."
LUCKS = "Brackets hold 95% intervals, each luck counted once; settings were run under the same lucks."
FIFTHS = "A factor of a range is highest, or lowest, in that fifth of it."
OF_NOTHING = "No measure differs between the runs of this study, so there is nothing to tell apart."


class StudyAnswer(NamedTuple):
    """What a study answers.

    Attributes
    ----------
    sentence : str
        The answer.
    notes : tuple of str
        How it is to be read.
    measure : Measure or None
        What was looked at; None where no measure differs.
    contrast : FoundContrast or None
        What was set against what, where the study says so.
    """

    sentence: str
    notes: tuple[str, ...] = ()
    measure: Measure | None = None
    contrast: FoundContrast | None = None

    def as_plain(self) -> dict[str, Any]:
        """The answer for a program."""
        measure = self.measure.name if self.measure else None
        about = {"sentence": self.sentence, "notes": list(self.notes), "measure": measure}
        return about | {"contrast": contrast_as_plain(self.contrast) if self.contrast else None}


def study_answer(study: Study, source: Source) -> StudyAnswer:
    """Answer the question of a study.

    Parameters
    ----------
    study : Study
        With the measure and the contrast that its file names, if it does.
    source : callable
        Gives the runs that are done.
    """
    measure = asked_measure(study, source)
    if measure is None:
        return StudyAnswer(OF_NOTHING)
    names = clause_names(study.recipe.scenario)
    notes = tuple(_notes(study, measure, names))
    if study.contrast is None:
        return StudyAnswer(design_sentence(study, measure, source, names), notes, measure)
    found = found_contrast(study, measure, source(needed(study, measure)))
    return StudyAnswer(contrast_sentence(found, measure, names), notes, measure, found)


def asked_measure(study: Study, source: Source) -> Measure | None:
    """The measure that a study names, else the first that differs between its runs."""
    if study.measure:
        return measures_of(study.recipe.scenario)[study.measure]
    return first_in_focus(source(None), words_of(study.recipe.scenario))


def _notes(study: Study, measure: Measure, names: Mapping[str, str]) -> Iterator[str]:
    if not study.measure:
        yield (
            f"The study names no measure; of those on the first page this is the first that differs between its runs: "
            f"{measure.label(names, words_of(study.recipe.scenario))}."
        )
    yield f"{LUCKS} {NEVER_CAME}" if measure.kind is Kind.days else LUCKS
    if study.contrast is not None and _takes_ends(study, study.contrast):
        yield FIFTHS


def _takes_ends(study: Study, asked: AskedContrast) -> bool:
    ranges = {factor.name for factor in study.design.factors if takes_range(factor)}
    held = {**asked.settings_of(asked.first), **asked.settings_of(asked.second)}
    return any(name in ranges and value in (LOWEST, HIGHEST) for name, value in held.items())


def folder_answer(folder: StudyFolder) -> StudyAnswer:
    """Answer the question of a study from what its folder holds.

    A contrast is added up piece by piece. What a design tells without one is told of runs held at once, so of a large
    study of a part, which a note names.
    """
    study, sample = folder.study, Sample.of(folder)
    if study.contrast is not None or sample.is_all:
        return study_answer(study, lambda wanted: pieces(folder, wanted))
    answer = study_answer(study, lambda wanted: _looked_at(folder, sample, wanted))
    return answer._replace(notes=(*answer.notes, sample.said))


def _looked_at(folder: StudyFolder, sample: Sample, wanted: Iterable[str] | None) -> Iterator[pd.DataFrame]:
    """The runs of a part that are done, of these columns only: a few numbers of each, and not all that is known."""
    for piece in pieces(folder, wanted):
        chosen = sample.chosen(piece[ROW].to_numpy(), piece[REPLICATION].to_numpy())
        if chosen.any():
            yield piece[chosen]

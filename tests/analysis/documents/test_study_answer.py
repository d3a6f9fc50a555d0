"""Does every valid study answer in one sentence, and say how it came to its measure?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("altair")
pytest.importorskip("SALib")

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.documents import study_answer as study_answer_module
from analysis.documents.study_answer import LUCKS, NEVER_CAME, OF_NOTHING, StudyAnswer, folder_answer, study_answer
from analysis.estimates.catalogue import measures_of
from analysis.studies import StudyFolder, open_folder, sweep
from analysis.studies.contrast import AskedContrast, Side
from analysis.studies.study_sample import Sample
from sim.files import load_scenario
from tests.analysis.documents.made import made_study

CASE = load_scenario("two-leaders")
STUDY = """
study: asked
question: Does it matter who is there to help?
scenario: two-leaders
set: {horizon_days: 40}
factors:
  ego: {path: leaders.verenia.ego, levels: [0.1, 0.9]}
  help: {choices: {as it is: {}, nobody there: {mediators: {}}}}
design: grid
replications: 12
"""
ANSWERED = """measure: first_contact_days
contrast:
  between:
    with help: {help: as it is}
    with none: {help: nobody there}
"""


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> StudyFolder:
    folder = tmp_path_factory.mktemp("answer")
    (folder / "asked.yaml").write_text(STUDY + ANSWERED, encoding="utf-8")
    return sweep(folder / "asked.yaml", folder / "out").folder


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(
    st.sampled_from(sorted(measures_of(CASE))),
    st.sampled_from([{"help": "as it is"}, {"ego": 0.1}, {"ego": 0.9, "help": "nobody there"}]),
    st.booleans(),
)
def test_any_measure_and_contrast_is_answered_in_one_sentence(
    swept: StudyFolder, name: str, held: dict[str, object], has_contrast: bool
) -> None:
    asked = AskedContrast(Side("here", held), Side("there", {"ego": 0.1, "help": "nobody there"}))
    if held == {"ego": 0.1}:
        asked = asked._replace(second=Side("there", {"ego": 0.9}))
    study = swept.study._replace(measure=name, contrast=asked if has_contrast else None)
    answer = folder_answer(replace(swept, study=study))
    assert answer.sentence.endswith(".")
    assert "{" not in answer.sentence
    assert "nan" not in answer.sentence
    assert answer.measure.name == name
    plain = answer.as_plain()
    assert (plain["sentence"], plain["measure"]) == (answer.sentence, name)
    assert (plain["contrast"] is not None) == has_contrast


def test_the_file_says_by_what_it_is_answered(swept: StudyFolder) -> None:
    answer = folder_answer(swept)
    assert "with help" in answer.sentence.lower()
    assert answer.notes == (f"{LUCKS} {NEVER_CAME}",)


def test_a_measure_that_was_not_named_is(swept: StudyFolder) -> None:
    answer = folder_answer(replace(swept, study=swept.study._replace(measure="", contrast=None)))
    assert "names no measure" in answer.notes[0]
    assert answer.measure is not None


def test_where_nothing_differs_that_is_the_answer() -> None:
    folder = made_study("grid")
    alike = folder.table_of_rows.iloc[[0] * 20]
    assert study_answer(folder.study, lambda _: [alike]).sentence == OF_NOTHING
    assert study_answer(folder.study, lambda _: [alike]).as_plain()["measure"] is None


def test_what_is_asked_of_finished_runs_may_change(swept: StudyFolder, caplog: pytest.LogCaptureFixture) -> None:
    """Changing what answers a question must not cost the runs that were made to answer it."""
    text = STUDY.replace("ego: {", "ego: {label: pride, ") + ANSWERED.replace("with none", "with nobody")
    file = Path(swept.path.parent / "again.yaml")
    file.write_text(text.replace("Does it matter", "Does it help"), encoding="utf-8")
    before = {name: (swept.path / name).read_bytes() for name in ("rows.parquet", "manifest.json", "scenario.yaml")}
    finished = sweep(file, swept.path)
    assert finished.computed == 0
    assert {name: (swept.path / name).read_bytes() for name in before} == before
    assert not (swept.path / "set-aside").exists()
    assert "what is asked of its runs has changed" in caplog.text
    again = open_folder(swept.path)
    assert again.study.question == "Does it help who is there to help?"
    assert again.study.labels == {"ego": "pride"}
    assert "with nobody" in folder_answer(again).sentence


def test_a_part_of_a_large_study_is_named_and_a_contrast_counts_every_run(
    swept: StudyFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    design = replace(swept, study=swept.study._replace(contrast=None))
    whole, contrast = folder_answer(design), folder_answer(swept)
    read: list[int] = []

    def told(_: object, source: Callable[[object], Iterable[pd.DataFrame]]) -> StudyAnswer:
        read.append(sum(map(len, source(["ego"]))))
        return StudyAnswer("So it is.")

    monkeypatch.setattr(Sample, "of", lambda _: Sample(4, 12, 3, 1.0))
    part = folder_answer(design)
    assert not any("too large" in note for note in (*whole.notes, *contrast.notes))
    assert folder_answer(swept).as_plain() == contrast.as_plain()
    assert part.notes[-1] == (
        "The study is too large to be held at once: this is told of all 4 settings, the first 3 of 12 runs of each."
    )
    assert part.as_plain()["notes"] == list(part.notes)
    monkeypatch.setattr(study_answer_module, "study_answer", told)
    folder_answer(design)
    folder_answer(swept)
    assert read == [12, 48]

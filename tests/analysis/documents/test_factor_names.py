"""Does a reader meet names of factors and settings, and never a path or an id where there is a name?"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from analysis.documents.factor_names import FactorNames
from analysis.studies import list_studies, read_study
from analysis.studies.study import Study

STUDY = """
scenario: us-china-2025
design: grid
factors:
  face_need: {paths: [leaders.us.face_need, leaders.china.face_need], levels: [0, 1]}
  leaders.us.ego: {levels: [0.25, 1], label: vanity of the president}
  weights.asking: [0, 1]
  summit.signing_announced: [true, false]
  clock.kind: [poisson, fixed]
  mediators: {choices: {all: {}, nobody at all: {mediators: {}}}}
"""


def study(folder: Path, text: str = STUDY) -> Study:
    (folder / "asked.yaml").write_text(text, encoding="utf-8")
    return read_study(folder / "asked.yaml")


def test_names_come_from_paths_and_a_label_wins(tmp_path: Path) -> None:
    names = FactorNames.of_study(study(tmp_path))
    assert names.of("face_need") == "need for face, both"
    assert names.of("leaders.us.ego") == "vanity of the president"
    assert names.of("weights.asking") == "weight of asking"
    assert names.of("mediators") == "hosts"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("face_need", 1.0, "need for face of both at 1"),
        ("face_need", np.float64(0.2), "need for face of both at 0.2"),
        ("leaders.us.ego", 0.25, "vanity of the president at 0.25"),
        ("mediators", "all", "hosts: all"),
        ("mediators", "nobody at all", "nobody at all"),
        ("summit.signing_announced", True, "signing announced: yes"),
        ("clock.kind", "fixed", "clock: fixed"),
        ("no.such", 3, "no.such at 3"),
    ],
)
def test_settings_are_said_inside_a_sentence(tmp_path: Path, name: str, value: object, said: str) -> None:
    assert FactorNames.of_study(study(tmp_path)).setting(name, value) == said


def test_several_settings_are_joined(tmp_path: Path) -> None:
    names = FactorNames.of_study(study(tmp_path))
    assert names.settings({"face_need": 1.0, "mediators": "nobody at all"}) == (
        "need for face of both at 1 and nobody at all"
    )


def test_two_factors_of_one_name_are_told_apart(tmp_path: Path) -> None:
    text = """
scenario: two-leaders
design: grid
factors:
  hosts: {choices: {some: {}, none: {mediators: {}}}}
  leaders.aldmark.caution: {levels: [0, 1], label: hosts}
"""
    names = FactorNames.of_study(study(tmp_path, text))
    assert names.of("hosts") != names.of("leaders.aldmark.caution")


@pytest.mark.parametrize("name", list_studies())
def test_every_factor_of_a_shipped_study_has_a_name_of_its_own(name: str) -> None:
    asked = read_study(name)
    names = FactorNames.of_study(asked)
    said = [names.of(factor.name) for factor in asked.recipe.factors]
    assert len(set(said)) == len(said)
    assert not [words for words in said if "_" in words or "." in words]


def test_labels_survive_being_written(tmp_path: Path) -> None:
    from analysis.studies.study_writing import files_of, identity

    asked = study(tmp_path)
    for name, content in files_of(asked, tmp_path / "out").items():
        (tmp_path / name).write_bytes(content)
    again = read_study(tmp_path / "study.yaml")
    assert again.labels == asked.labels == {"leaders.us.ego": "vanity of the president"}
    assert identity(again) == identity(asked._replace(labels={}))


def test_a_column_renamed_keeps_what_readers_call_it(tmp_path: Path) -> None:
    names = FactorNames.of_study(study(tmp_path)).also({"face_need": "runs (varied)", "mediators": "low (varied)"})
    assert names.setting("runs (varied)", 1.0) == names.setting("face_need", 1.0) == "need for face of both at 1"
    assert names.setting("low (varied)", "nobody at all") == "nobody at all"

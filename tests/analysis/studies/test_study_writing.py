"""Does a study written down read back as the same study, and is every difference between two told?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.studies import list_studies, read_study
from analysis.studies.study import Study
from analysis.studies.study_writing import changed, digest_of, files_of, identity, study_tree
from tests.analysis.studies.made import SMALL, write


def put(study: Study, folder: Path) -> None:
    for name, content in files_of(study, folder).items():
        (folder / name).write_bytes(content)


@pytest.mark.parametrize("name", list_studies())
def test_shipped_studies_read_back_the_same(name: str, tmp_path: Path) -> None:
    study = read_study(name)
    put(study, tmp_path)
    again = read_study(tmp_path)
    assert files_of(again, tmp_path) == files_of(study, tmp_path)
    assert identity(again) == identity(study)
    assert again.design.values(0, 5).equals(study.design.values(0, 5))
    assert study_tree(again) == study_tree(study)


def test_a_list_is_kept_with_its_file(tmp_path: Path) -> None:
    write(tmp_path, "leaders.north.ego,words\n0.5,one\n0.7,two\n", "mine.csv")
    text = """
study: listed
scenario: two-leaders
design: {kind: list, file: mine.csv}
factors: {words: {choices: {one: {}, two: {mediators: {}}}}}
"""
    study = read_study(write(tmp_path, text))
    (tmp_path / "kept").mkdir()
    put(study, tmp_path / "kept")
    (tmp_path / "mine.csv").unlink()
    again = read_study(tmp_path / "kept")
    assert set(files_of(again, tmp_path / "kept")) == {"scenario.yaml", "study.yaml"}  # its list is there already
    assert identity(again) == identity(study)
    assert again.settings(1)["mediators"] == {}


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("seed: 7", "seed: 8", "seed: 7 in the folder, 8 now"),
        ("high: 0.9", "high: 0.8", "design.factors.1.high: 0.9 in the folder, 0.8 now"),
        ("horizon_days: 40", "horizon_days: 41", "scenario.horizon_days"),
        ("none: {mediators: {}}", "none: {leaders.north.pressure.points: 3}", "choices.help.none"),
        ("parameters: drawn", "parameters: central", 'parameters: "drawn" in the folder, "central" now'),
    ],
)
def test_a_change_is_named(tmp_path: Path, old: str, new: str, line: str) -> None:
    assert old in SMALL
    before = identity(read_study(write(tmp_path)))
    after = identity(read_study(write(tmp_path, SMALL.replace(old, new))))
    assert digest_of(before) != digest_of(after)
    assert any(line in told for told in changed(before, after)), changed(before, after)


def test_words_about_a_study_may_change(tmp_path: Path) -> None:
    before = identity(read_study(write(tmp_path)))
    assert before == identity(read_study(write(tmp_path, SMALL.replace("A small study", "Another title"))))


def test_many_changes_are_counted() -> None:
    before, after = {str(k): 0 for k in range(20)}, {str(k): 1 for k in range(20)}
    assert changed(before, after)[-1] == "and 14 more"

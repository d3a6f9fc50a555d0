"""A study that is not there: is the command that makes it the right one?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.studies import list_studies, open_folder
from analysis.studies.absent_study import how_to_make
from analysis.studies.study import StudyError


@pytest.mark.parametrize("name", list_studies())
def test_a_shipped_study_is_made_by_its_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert how_to_make(Path(f"{name}.study")) == f"`climbdown sweep {name}` makes it"
    assert how_to_make(Path(name)) == f"`climbdown sweep {name}` makes it (its folder is then {name}.study)"
    deep = tmp_path / f"{name}.study"
    assert how_to_make(deep) == f"`climbdown sweep {name} --out {deep}` makes it"
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StudyError, match=f"climbdown sweep {name}`"):
        open_folder(f"{name}.study")


@pytest.mark.parametrize("name", ["mine.study", "mine", ".study", ""])
def test_any_other_is_made_of_a_file(name: str) -> None:
    assert how_to_make(Path(name)) == f"make one with climbdown sweep STUDY.yaml --out {Path(name)}"

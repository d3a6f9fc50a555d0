"""What is asked of a study says how much of it is there, and turns refusals into messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.cli.errors import UserError
from analysis.cli.studying import asking, heading, open_study
from analysis.sensitivity import SensitivityError
from analysis.studies.study_sample import Looked
from tests.analysis.documents.made import made_study


def test_no_study_is_the_users_matter(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no study here"):
        open_study(tmp_path)


def test_refusals_are_messages() -> None:
    with pytest.raises(UserError, match="cannot"), asking():
        raise SensitivityError("cannot")
    with pytest.raises(KeyError), asking():
        raise KeyError("a fault of ours stays one")


def test_heading() -> None:
    folder = made_study("grid")
    whole = Looked(folder.rows(), 100, 0, "")
    assert heading(folder, whole) == ["A made-up study: 100 runs of 25 settings"]
    told = heading(folder, whole._replace(stored=90, failed=2, said="Of 40 runs."))
    assert told[1] == "Of 40 runs."
    assert told[2].startswith("10 of 100 runs are not done yet")
    assert told[3].startswith("2 runs failed")

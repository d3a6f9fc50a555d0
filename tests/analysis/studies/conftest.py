"""Studies that several test files look at, each carried out once."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.studies import StudyFolder, sweep
from tests.analysis.studies.made import FAILING, LARGE, cut_small, write


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> StudyFolder:
    """A finished study of 3,600 runs."""
    folder = tmp_path_factory.mktemp("small")
    return sweep(write(folder), folder / "out").folder


@pytest.fixture(scope="session")
def failing(tmp_path_factory: pytest.TempPathFactory) -> StudyFolder:
    """A finished study one row of which is not allowed."""
    folder = tmp_path_factory.mktemp("failing")
    return sweep(write(folder, FAILING), folder / "out").folder


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> StudyFolder:
    """A finished study whose table has three partitions; 75 of its 300 rows are not allowed."""
    folder = tmp_path_factory.mktemp("large")
    with cut_small():
        return sweep(write(folder, LARGE), folder / "out").folder


@pytest.fixture(scope="session")
def uncut(tmp_path_factory: pytest.TempPathFactory) -> StudyFolder:
    """The same study with one table."""
    folder = tmp_path_factory.mktemp("uncut")
    return sweep(write(folder, LARGE), folder / "out").folder


@pytest.fixture
def study_file(tmp_path: Path) -> Path:
    """The file of the small study."""
    return write(tmp_path)

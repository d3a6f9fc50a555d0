"""`climbdown rerun`: the story of a stored run, and whether it is that run to the bit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli.main import main
from analysis.studies import sweep
from sim.results.trajectory import Trajectory
from tests.analysis.studies.made import FAILING, write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("rerun")
    sweep(write(place, FAILING), place / "out")
    return str(place / "out")


def test_a_run_is_told_and_found_equal(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rerun", folder, "--row", "2", "--rep", "1", "--out", str(tmp_path / "kept")]) == 0
    told = capsys.readouterr().out
    assert "Row 2, replication 1: points = 20, ceiling = 40" in told
    assert "to the bit" in told
    assert "Where it stands" in told
    assert Trajectory.load(tmp_path / "kept").run == 1
    words = ["rerun", folder, "--out", str(tmp_path / "kept"), "--rep", "1", "--row"]
    assert [main([*words, "2"]), main([*words, "0"]), main([*words, "0", "--force"])] == [0, 2, 0]


def test_json_holds_the_run_and_its_row(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rerun", folder, "--row", "0", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["differing"] == []
    assert told["stored"]["outcome"] == told["outcome"]["class"]
    assert told["factors"] == {"points": 0, "ceiling": 40}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--row", "99"], "no row 99; allowed: 0 to 5"),
        (["--row", "0", "--rep", "3"], "no replication 3; allowed: 0 to 2"),
        (["--row", "4"], "the run fails (row 4, replication 0, seed 1"),
        ([], "--row"),
    ],
)
def test_what_cannot_be_run_is_exit_code_2(
    folder: str, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rerun", folder, *words]) == 2
    assert message in capsys.readouterr().err

"""`discover` says in words when something happens, within 80 columns, with its numbers."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("scipy")

from analysis.cli.main import main
from tests.analysis.documents.made import made_study

WHERE = ["--where", "outcome == 'no_contact'"]


@pytest.fixture(autouse=True)
def _study(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.studies.open_folder", lambda _: made_study("lhs", points=300))


def test_boxes_and_tree_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["discover", "made", *WHERE]) == 0
    told = capsys.readouterr().out
    assert all(len(line) <= 80 for line in told.splitlines())
    assert "1. no contact in " in told
    assert "ego >=" in told
    assert "quasi-p" in told
    assert "density" in told
    assert "coverage" in told
    assert "at most three questions" in told


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["discover", "made", *WHERE, "--boxes", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    rows = made_study("lhs", points=300).table_of_rows
    assert told["cases"] == int((rows["outcome"] == "no_contact").sum())
    (box,) = told["boxes"]
    assert box["density"]["low"] < box["density"]["estimate"] < box["density"]["high"]
    assert {"coverage", "density"} <= set(box["path"][0])
    assert sum(leaf["cases"] for leaf in told["tree"]) == told["cases"]


@pytest.mark.parametrize(
    ("where", "message"),
    [("outcme == 'deal'", "did you mean outcome"), ("outcome == 'x'", "no run is a case"), ("ego >", "")],
)
def test_what_cannot_be_asked(where: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["discover", "made", "--where", where]) == 2
    told = capsys.readouterr()
    assert message in told.err
    assert told.err
    assert "Traceback" not in told.err

"""`discover` says in words when something happens, within 80 columns, with its numbers."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("scipy")

from analysis.cli.main import main
from tests.analysis.documents.made import MadeFolder, made_study

WHERE = ["--where", "outcome == 'no_contact'"]


@pytest.fixture(autouse=True)
def study(monkeypatch: pytest.MonkeyPatch) -> MadeFolder:
    made = made_study("lhs", points=60, replications=12)
    monkeypatch.setattr("analysis.studies.open_folder", lambda _: made)
    return made


def test_boxes_and_tree_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["discover", "made", *WHERE]) == 0
    told = capsys.readouterr().out
    lines = told.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert lines[1].startswith("No contact in ")
    assert lines[2].startswith("No contact in ")
    for said in ("ego", "held out", "quasi-p", "density", "coverage", "nothing gives", "where sought"):
        assert said in told
    assert "199 times" in told
    assert "at most three questions" in told


def test_json(capsys: pytest.CaptureFixture[str], study: MadeFolder) -> None:
    assert main(["discover", "made", *WHERE, "--boxes", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    rows = study.table_of_rows
    assert told["cases"] == int((rows["outcome"] == "no_contact").sum())
    assert told["lucks"] == {"searched": 6, "held_out": 6, "not_looked_at": 0}
    (box,) = told["boxes"]
    assert box["density"]["low"] < box["density"]["estimate"] < box["density"]["high"]
    assert box["density"]["lucks"] == 6
    assert box["gain"]["low"] > 0
    assert (box["shuffled"]["p"], box["shuffled"]["shuffles"]) == (0.005, 199)
    assert {"coverage", "density", "held_coverage", "held_density"} <= set(box["path"][0])
    assert "<= ego" in box["condition"] or "ego >=" in box["condition"]
    assert sum(leaf["runs"] for leaf in told["tree"]) == len(rows) / 2


def test_too_few_lucks_give_no_box_and_say_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("analysis.studies.open_folder", lambda _: made_study("lhs", points=60))
    assert main(["discover", "made", *WHERE]) == 0
    assert "the study has 4 lucks" in " ".join(capsys.readouterr().out.split())
    assert main(["discover", "made", *WHERE, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["boxes"], told["tree"]) == ([], [])
    assert "at least 8" in told["why_none"]


def test_what_is_no_finding_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Here every box fails, whatever it is."""
    monkeypatch.setattr("analysis.discovery.finding._why_not", lambda _: "it is a test")
    assert main(["discover", "made", *WHERE]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "No condition on the factors makes it surely more frequent." in told
    assert "is no finding: it is a test" in told
    assert main(["discover", "made", *WHERE, "--json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert (plain["boxes"], plain["no_finding"]["why_not"]) == ([], "it is a test")


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

"""`report` writes one page for a study, a kept run or a scenario, and says plainly what it cannot do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

pytest.importorskip("altair")

from analysis.cli import report
from analysis.cli.main import main
from analysis.estimates import bands
from sim.results.kept_games import KeptGame, write_game
from sim.run import open_game, run_one
from tests.analysis.documents.made import made_study
from tests.format_1 import FOLDER


def test_a_scenario_with_a_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "page.html"
    change = "leaders.verenia.ego=0.1"
    words = ["report", "two-leaders", "--seed", "3", "--lucks", "0", "--set", change, "--out", str(file), "--json"]
    assert main(words) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["file"] == str(file)
    assert told["bytes"] == file.stat().st_size < 3_000_000
    assert any("with ego of Teodor Vask at 0.1" in sentence for sentence in told["answer"])
    assert change in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_a_kept_run_is_reported_as_it_was(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_one("two-leaders", seed=5, run=2).save(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert main(["report", name, "--lucks", "0"]) == 0
    assert main(["report", name, "--lucks", "0"]) == 0, "an earlier report is replaced"
    assert "seed 5, run 2" in (tmp_path / "kept.html").read_text(encoding="utf-8")


def test_a_kept_game_is_reported_without_reasons_of_the_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played = open_game("two-leaders", 4, seats=("aldmark", "verenia"), pace=0)
    while not played.finished:
        played.advance()
        if not played.finished:
            played.decide(None)
    write_game(played.trajectory(), KeptGame(played.seats, played.pace, played.log), tmp_path / "kept")
    monkeypatch.chdir(tmp_path)
    assert main(["report", "kept", "--lucks", "0"]) == 0
    text = (tmp_path / "kept.html").read_text(encoding="utf-8")
    assert "A person took this decision, for reasons of their own." in text
    assert not re.search(r"(?:Oslin|Vask) [^.]{0,60} rather than|The alternative was", text)


def test_other_files_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("two-leaders.html").write_text("mine")
    assert main(["report", "two-leaders", "--lucks", "0"]) == 2
    assert (
        "two-leaders.html: is there already; name another file, or replace it with --force" in capsys.readouterr().err
    )
    assert Path("two-leaders.html").read_text() == "mine"


def test_a_study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "made.study"
    folder.mkdir()
    (folder / "manifest.json").write_text('{"layout": []}')
    monkeypatch.setattr("analysis.studies.study_opening.open_folder", lambda _: made_study("grid"))
    assert main(["report", str(folder), "--out", str(tmp_path / "made.html")]) == 0
    assert "made.html" in capsys.readouterr().out
    assert "A made-up study" in (tmp_path / "made.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "words"), [("nonsense", "is neither a study's manifest nor a run's"), ("{}", "is not the record of")]
)
def test_strange_folders(content: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "manifest.json").write_text(content)
    assert main(["report", str(tmp_path), "--out", str(tmp_path / "page.html")]) == 2
    assert words in capsys.readouterr().err


def test_no_such_thing_and_no_such_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "nowhere", "--lucks", "0", "--out", str(tmp_path / "x.html")]) == 2
    assert "nowhere" in capsys.readouterr().err
    assert main(["report", "two-leaders", "--lucks", "0", "--out", str(tmp_path / "no" / "x.html")]) == 2
    assert "was not written" in capsys.readouterr().err
    assert report.__doc__


def test_too_few_lucks_for_bands_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Found by asking for eight: bands over runs need ten, and that is the user's to know, not a fault of ours."""
    assert report.FEWEST_LUCKS == bands.FEWEST
    assert main(["report", "two-leaders", "--lucks", "8", "--out", str(tmp_path / "page.html")]) == 2
    assert "0 for none, or 10" in capsys.readouterr().err
    assert not (tmp_path / "page.html").exists()


RUPTURE = str(FOLDER / "records" / "rupture.zip")


def test_a_record_of_format_1_stands_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = []
    monkeypatch.setattr(report, "_write", lambda document, _: written.append(document) or 1)
    monkeypatch.setattr(report, "_under_other_lucks", lambda *_: pytest.fail("it was run again"))
    assert main(["report", RUPTURE, "--out", str(tmp_path / "page.html")]) == 0
    assert "kept in format 1 by climbdown 0.1.0, and the rules have changed since" in capsys.readouterr().err
    said = repr(written[0])
    assert "Kept in format 1: names are those of today" in said
    assert "climbdown run" not in said


def test_what_a_change_would_do_to_a_record_of_format_1_is_not_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    assert main(["report", RUPTURE, "--set", "leaders.us.ego=0.1", "--out", str(page)]) == 2
    assert "--set would run it again under other rules" in capsys.readouterr().err
    assert not page.exists()

"""`climbdown explain`: one decision as a table that sums up, with what would have flipped it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli.main import main
from sim.results.kept_games import KeptGame, write_game
from sim.results.record_rows import decisions
from sim.run import open_game, run_one
from tests.format_1 import FOLDER

ASKED = ["explain", "us-china-2025", "--at", "2025-05-01"]


def test_the_table_fits_and_names_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--who", "us"]) == 0
    told = capsys.readouterr().out
    assert all(len(line) <= 80 for line in told.splitlines())
    for part in ("stakes", "utility", "chance", "in kind", "in all", "\n>", "rather than", "likelier"):
        assert part in told
    assert "coalition  " not in told
    assert main([*ASKED, "--who", "us", "--all"]) == 0
    assert "coalition" in capsys.readouterr().out.replace(told, "")


def test_it_is_the_first_decision_on_or_after_the_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--who", "us", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    table = run_one("us-china-2025").decisions
    later = table[(table["leader"] == "us") & (table["date"] >= "2025-05-01")]
    assert told["decision"] == later["decision"].iloc[0]
    for option in told["options"]:
        assert sum(option["components"].values()) == pytest.approx(option["utility"], abs=1e-9)
    assert sum(option["probability"] for option in told["options"]) == pytest.approx(1, abs=1e-9)
    assert sum(told["nests"].values()) == pytest.approx(1, abs=1e-9)
    assert {option["nest"] for option in told["options"]} == set(told["nests"])
    for reason in told["reasons"]:
        assert reason["text"] in told["because"]


@pytest.mark.parametrize("kind", ["turn", "answer"])
def test_the_kind_can_be_chosen(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--who", "us", "--kind", kind, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == kind


@pytest.mark.parametrize(
    "who", ["us", "US", "Donald Trump", "donald trump", "Trump", "trum", "United States", "united"]
)
def test_a_leader_may_be_named_in_several_ways(who: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--who", who]) == 0
    assert "Donald Trump" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--at", "2025-05-01", "--who", "macron"], "the leaders are us (Donald Trump)"),
        (["--at", "2025-05-01", "--who", "trmup"], "did you mean 'trump'?"),
        (
            ["--at", "2025-05-01", "--who", "n"],
            "'n' may mean either leader here: us (Donald Trump), china (Xi Jinping)",
        ),
        (["--at", "2025-05-01", "--who", " "], "there is no leader ' ' here"),
        (["--at", "yesterday", "--who", "us"], "is not a date"),
        (["--at", "2031-01-01", "--who", "us"], "not on or after 2031-01-01"),
    ],
)
def test_what_cannot_be_explained_is_said(asked: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "us-china-2025", *asked]) == 2
    assert said in capsys.readouterr().err


RUPTURE = str(FOLDER / "records" / "rupture.zip")


def test_a_kept_run_is_explained_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_one("two-leaders", seed=4).save(tmp_path / "kept")
    asked = ["--at", "2024-01-12", "--who", "aldmark"]
    assert main(["explain", str(tmp_path / "kept"), *asked]) == 0
    kept = capsys.readouterr().out
    assert main(["explain", "two-leaders", "--seed", "4", *asked]) == 0
    assert capsys.readouterr().out == kept


def test_what_a_person_decided_has_no_reasons_of_the_model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    played = open_game("two-leaders", 4, seats=("verenia",), pace=7)
    played.advance()
    played.decide("signal")
    played.advance()
    record = played.trajectory()
    write_game(record, KeptGame(played.seats, played.pace, played.log), tmp_path / "kept")
    (number,) = (move.decision for move in played.log)
    taken = next(decision for decision in decisions(record) if decision.decision == number)
    asked = ["explain", str(tmp_path / "kept"), "--at", taken.date, "--who"]
    assert main([*asked, "verenia"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "A person took this decision, for reasons of their own" in out
    assert "rather than" not in out
    assert main([*asked, "verenia", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["decided_by"], told["because"], told["reasons"]) == ("person", None, [])
    assert main([*asked, "aldmark", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["decided_by"] == "model"
    assert told["because"]


def test_a_record_of_format_1_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", RUPTURE, "--at", "2019-02-10", "--who", "us", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["scenario"], told["date"], told["chosen"]) == ("us-dprk-2019", "2019-02-10", "accept")
    assert main(["explain", RUPTURE, "--at", "2019-02-10", "--who", "us"]) == 0
    assert "Donald Trump agreed to a call (accept)." in capsys.readouterr().out


@pytest.mark.parametrize("more", [["--across", "5"], ["--set", "leaders.us.ego=0"], ["--out", "kept"]])
def test_a_kept_run_is_not_run_anew(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", RUPTURE, "--at", "2019-02-10", "--who", "us", *more]) == 2
    assert "a kept run is explained as it was" in capsys.readouterr().err

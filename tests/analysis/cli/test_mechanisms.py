"""Does `climbdown mechanisms` tell which mechanisms matter in a case, in text and in files, and refuse what is none?"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from analysis.cli.main import main
from analysis.evidence.claims.table import switches

FEW = ("-n", "30", "--rows", "14,21,28,34")

MINIMAL = """\
climbdown: 2
name: rent
start: 2026-01-05
horizon_days: 40
leaders:
  owner: {name: Ada Stone, ego: 0.8}
  tenant: {name: Ben Reed, face_need: 0.9}
issues:
  rent: {weight: {owner: 60, tenant: 60}}
"""
"""A user's file with as little in it as there may be."""


def test_a_shipped_case(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mechanisms", "two-leaders", *FEW]) == 0
    told = capsys.readouterr().out
    assert told.startswith("A first lesson, fish and a canal: what each mechanism does.\n4 mechanisms, 30 lucks each")
    assert max(map(len, told.splitlines())) <= 80
    assert re.search(r"^14 honour and face +\S+ ", told, re.MULTILINE)
    assert "- 28 gatekeepers: no adviser is a gatekeeper" in told
    assert "All 32 intervals (4 mechanisms," in " ".join(told.split())


def test_a_file_of_one_s_own_with_next_to_nothing_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rent.yaml"
    file.write_text(MINIMAL)
    assert main(["mechanisms", str(file), "-n", "20"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith("rent: what each mechanism does. 33 mechanisms, 20 lucks each")
    for why in (
        "16 many issues to trade: there is nothing to trade",
        "24 advisers who are heard: no leader has advisers",
        "34 hosts who step in: the case has no hosts",
        "38 an ally's experience: no leader remembers an ally's experience",
    ):
        assert why in told


def test_what_a_setting_takes_away_is_off_already(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mechanisms", "two-leaders", *FEW, "--set", "mediators={}", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["settings"] == ["mediators={}"]
    (hosts,) = (one for one in found["mechanisms"] if one["row"] == 34)
    assert (hosts["state"], hosts["why"]) == ("off already", "the case has no hosts")
    assert all(change["change"] == 0 for change in hosts["outcomes"])


def test_the_same_twice_however_many_threads(capsys: pytest.CaptureFixture[str]) -> None:
    found = []
    for threads in ("1", "2"):
        assert main(["mechanisms", "two-leaders", *FEW, "--seed", "5", "--json", "--threads", threads]) == 0
        found.append(json.loads(capsys.readouterr().out))
        assert found[-1].pop("elapsed_s") >= 0
    assert found[0] == found[1]
    assert (found[0]["seed"], found[0]["lucks"], found[0]["parameters"]) == (5, 30, "drawn")


def test_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, page = tmp_path / "found.csv", tmp_path / "found.html"
    words = ["mechanisms", "two-leaders", *FEW, "--csv", str(table), "--html", str(page)]
    assert main(words) == 0
    assert f"Table: {table}" in capsys.readouterr().out
    with table.open() as lines:
        rows = list(csv.DictReader(lines))
    assert [int(row["row"]) for row in rows[::8]] == [14, 21, 28, 34]
    text = page.read_text(encoding="utf-8")
    assert "Every interval" in text and "honour and face" in text
    assert main(words) == 2
    assert "is there already" in capsys.readouterr().err
    assert main([*words, "--force"]) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-n", "1"], "greater than or equal to 2"),
        (["--rows", "14,x"], "--rows 14,x: give the numbers of rows with commas between, as in 14,21"),
        (["--rows", "1"], "row 1 is no mechanism of the claims table; those are 2, 3,"),
        (["--rows", ""], "give the numbers of rows"),
        (["--set", "leaders.verenia.egoo=1"], "did you mean 'ego'?"),
        (["--set", "leaders.verenia.ego=7"], "allowed: 0 (no vanity) to 1"),
        (["--seed", "-1"], "greater than or equal to 0"),
        (["--csv", "/nowhere/x.csv"], "/nowhere/x.csv: there is no folder /nowhere"),
    ],
)
def test_what_cannot_be_done_is_told(words: Sequence[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mechanisms", "two-leaders", *FEW[2:], "-n", "4", *words]) == 2
    told = capsys.readouterr()
    assert not told.out
    assert said in " ".join(told.err.split())
    assert "Traceback" not in told.err


def test_errors_of_a_file_are_told_with_their_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rent.yaml"
    file.write_text(MINIMAL.replace("ego: 0.8", "ego: 1.8"))
    assert main(["mechanisms", str(file)]) == 2
    told = capsys.readouterr()
    assert f"{file}:6:" in told.err and not told.out
    assert main(["mechanisms", "two-leader"]) == 2
    assert "two-leaders" in capsys.readouterr().err


def test_stopped_early_the_finished_ones_are_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from analysis.evidence.mechanisms import switched_cases

    real, left = switched_cases.runs_of, [3]

    def stopping(*given: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(switched_cases, "runs_of", stopping)
    assert main(["mechanisms", "two-leaders", *FEW]) == 0
    assert "stopped early: 3 of 4 mechanisms" in capsys.readouterr().out
    left[0] = 1
    assert main(["mechanisms", "two-leaders", *FEW]) == 130
    assert "interrupted before the first mechanism was measured" in capsys.readouterr().err


def test_plain_letters_do_where_there_are_no_others(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.cli.printing.only_ascii", lambda: True)
    assert main(["mechanisms", "two-leaders", "-n", "40", "--rows", "9,12,14,17,34"]) == 0
    told = capsys.readouterr().out
    assert told.isascii() and " ~" in told
    assert max(map(len, told.splitlines())) <= 80


def test_help_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mechanisms", "--help"]) == 0
    told = capsys.readouterr().out
    assert f"The {len(switches())} mechanisms are those of docs/claims.md" in " ".join(told.split())

"""`climbdown compare -n`: differences over many lucks, and a typical pair told from where it parts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli.main import main
from sim.files import load_scenario, vary
from sim.run import run_many

ASKED = ["compare", "us-dprk-2019", "--set", "leaders.us.ego=0.1", "--vs", "leaders.us.ego=0.9", "-n", "150"]


def test_it_is_told_in_80_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(ASKED) == 0
    lines = capsys.readouterr().out.splitlines()
    assert not [line for line in lines if len(line) > 80]
    told = "\n".join(lines)
    for part in (
        "under 150 lucks",
        "Where it stands",
        "What happened on the way",
        "times",
        "A typical pair",
        "The two runs part",
    ):
        assert part in " ".join(told.split()), part


def test_json_has_differences_that_the_runs_have(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--seed", "2", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    base = load_scenario("us-dprk-2019")
    tables = [run_many(vary(base, {"leaders.us.ego": ego}), seed=2, runs=150).table() for ego in (0.1, 0.9)]
    deal = next(line for line in told["measures"] if line["measure"] == "outcome_deal")
    assert [deal["first"], deal["second"]] == pytest.approx([(table["outcome"] == "deal").mean() for table in tables])
    assert deal["difference"] == pytest.approx(deal["second"] - deal["first"])
    assert deal["low"] <= deal["difference"] <= deal["high"]
    assert (told["runs"], told["partial"], told["parameters"]) == (150, False, "drawn")
    parting = told["parting"]
    assert parting["pairs"] == 150
    assert parting["step"] is not None
    here, there = parting["decision"]
    assert (here or there)["step"] <= parting["step"] or here is None or there is None


def test_a_display_name_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "us-dprk-2019", "--set", "leaders.us.name=Somebody", "-n", "30"]) == 0
    assert "In none of 30 lucks" in " ".join(capsys.readouterr().out.split())


def test_central_parameters_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--parameters", "central", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["parameters"] == "central"


def test_a_script_belongs_to_one_pair(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--policy", "moves.yaml"]) == 2
    assert "leave -n out" in capsys.readouterr().err


def test_without_numba(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [*ASKED[:-1], "4", "--json"]
    assert main(asked) == 0
    fast = json.loads(capsys.readouterr().out)
    monkeypatch.setenv("CLIMBDOWN_NO_NUMBA", "1")
    assert main(asked) == 0
    assert json.loads(capsys.readouterr().out) == fast


def test_a_page_is_written_whole_and_not_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "page.html"
    assert main([*ASKED[:-1], "40", "--html", str(file)]) == 0
    assert f"Page: {file}" in capsys.readouterr().out
    text = file.read_text(encoding="utf-8")
    assert "percentage points" in text
    assert text.rstrip().endswith("</html>")
    file.write_text("mine", encoding="utf-8")
    assert main([*ASKED[:-1], "40", "--html", str(file)]) == 2
    assert "--force" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_page_is_of_many_lucks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED[:-2], "--html", str(tmp_path / "page.html")]) == 2
    assert "add -n 1000" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())

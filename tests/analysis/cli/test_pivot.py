"""`climbdown run --pivot`: after the story, within 80 columns, for programs, under scripts, and stopped by Ctrl-C."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from analysis.cli import pivot as module
from analysis.cli.main import main
from analysis.cli.pivot import PivotAsked, looked_for, pivot_lines, pivot_plain, search
from analysis.documents.pivot_told import HEADING
from analysis.pivot import Pivot, Plan, Search
from sim.results.record_rows import decisions
from sim.run import run_one

QUICK = Plan(first=6, looks=2, second=20)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that takes no time."""
    monkeypatch.setattr("analysis.pivot.search.USUAL", QUICK)
    defaults = Search.__init__.__defaults__
    monkeypatch.setattr(Search.__init__, "__defaults__", (*defaults[:-1], QUICK))  # type: ignore[index]


def test_the_pivot_follows_the_story(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "two-leaders", "--run", "2"]) == 0
    story = capsys.readouterr().out
    assert main(["run", "two-leaders", "--run", "2", "--pivot"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(story)
    added = told[len(story) :].splitlines()
    assert added[:2] == ["", HEADING]
    assert all(len(line) <= 80 for line in added)


def test_json_has_both_branches(capsys: pytest.CaptureFixture[str]) -> None:
    line = ["run", "two-leaders", "--run", "2", "--parameters", "drawn", "--set", "weights.face=0.5", "--json"]
    assert main(line) == 0
    plain = json.loads(capsys.readouterr().out)
    assert main([*line, "--pivot"]) == 0
    told = json.loads(capsys.readouterr().out)
    pivot = told.pop("pivot")
    assert told == plain
    assert len(pivot["looked_at_closely"]) == 2
    for finding in pivot["looked_at_closely"]:
        assert finding["chosen"] != finding["other"]
        assert finding["other_chance"] >= 0.1
        for branch in ("chosen", "other"):
            assert sum(ending["share"] for ending in finding["endings"][branch].values()) == pytest.approx(1)
        assert finding["distance"]["low"] <= finding["distance"]["estimate"] <= finding["distance"]["high"]
        assert finding["decided"] == (finding["distance"]["low"] > 0)
    decided = [finding["decision"] for finding in pivot["looked_at_closely"] if finding["decided"]]
    assert pivot["decision"] == (decided[0] if decided else None)


def test_a_run_without_other_options_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "two-leaders", "--set", "choice=argmax", "--pivot"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.endswith("at none did another option have a chance of 10% or more.")


def test_decisions_of_a_script_are_no_candidates_and_its_moves_are_kept(tmp_path: Path) -> None:
    script = tmp_path / "moves.yaml"
    script.write_text("- {date: 2024-01-20, leader: aldmark, action: escalate}\n", encoding="utf-8")
    from sim.run import load_script

    policies = load_script(script, ("aldmark", "verenia")).policies()
    record = run_one("two-leaders", policies=policies)
    asked = PivotAsked(record, script, ("aldmark",))
    found = search(asked)
    assert {one.decision.leader for one in found.candidates} == {"verenia"}
    assert [order.option for order in asked.orders()] == ["escalate", "hold"]
    assert decisions(record)
    assert "Decisions of a leader whom the script moves are not looked at." in " ".join(
        " ".join(pivot_lines(found)).split()
    )


def test_read_aloud_it_has_no_digits_but_dates(capsys: pytest.CaptureFixture[str]) -> None:
    line = ["run", "two-leaders", "--run", "2", "--plain"]
    assert main(line) == 0
    story = capsys.readouterr().out
    assert main([*line, "--pivot"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(story)
    added = told[len(story) :]
    assert added.splitlines()[:2] == ["", HEADING]
    assert not re.search(r"\d", re.sub(r"\d{1,2} [A-Z][a-z]+ \d{4}", "", " ".join(added.split())))
    assert len(added.splitlines()) <= 12


def test_a_page_has_what_was_found(tmp_path: Path) -> None:
    page = tmp_path / "run.html"
    assert main(["run", "two-leaders", "--run", "2", "--html", str(page)]) == 0
    assert HEADING not in page.read_text(encoding="utf-8")
    assert main(["run", "two-leaders", "--run", "2", "--pivot", "--html", str(page), "--force"]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.count(f">{HEADING}<") >= 1
    assert "futures that begin there" in text


def test_nothing_is_done_where_nothing_is_asked() -> None:
    assert looked_for(None) is None
    assert list(pivot_lines(None)) == []
    assert pivot_plain(None) == {}


def test_the_lines_are_the_same_twice() -> None:
    asked = PivotAsked(run_one("two-leaders", run=2))
    assert list(pivot_lines(search(asked))) == list(pivot_lines(search(asked)))


def test_ctrl_c_ends_the_command_after_the_story(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: PivotAsked) -> Pivot:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "search", interrupted)
    assert main(["run", "two-leaders", "--pivot"]) == 130
    assert "Where it stands" in capsys.readouterr().out
